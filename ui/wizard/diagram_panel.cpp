// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/diagram_panel.h"

#include "core/base/files.h"

#include "ui/bridge/background.h"
#include "ui/bridge/written_files.h"
#include "ui/text/error_text.h"
#include "ui/wizard/diagram_view.h"
#include "ui/wizard/folding_columns.h"
#include "ui/wizard/layer_text.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace nefes::ui {

namespace {

constexpr double kPngScale = 2.0;
constexpr int kNarrowDiagram = 340, kWideDiagram = 740;

} // namespace

DiagramPanel::DiagramPanel(QThreadPool& pool, QWidget* parent)
    : Section(parent)
    , m_pool(pool)
    , m_diagram(new DiagramView(this))
    , m_saveSvg(new QPushButton(this))
    , m_savePng(new QPushButton(this))
    , m_saved(roleLabel("secondary", this))
{
    m_diagram->setObjectName(QStringLiteral("layerDiagram"));
    m_saved->setObjectName(QStringLiteral("diagramSaved"));
    m_saved->setWordWrap(true);
    auto* paper = new QWidget(this);
    auto* paperLayout = new QVBoxLayout(paper);
    paperLayout->setContentsMargins(0, 0, 0, 0);
    paperLayout->addWidget(m_diagram);
    paperLayout->addStretch(1);
    head()->addWidget(m_saveSvg);
    head()->addWidget(m_savePng);
    body()->addWidget(new ColumnScroll(paper, this), 1);
    body()->addWidget(m_saved);
    connect(m_saveSvg, &QPushButton::clicked, this, [this] { exportDiagram("svg"); });
    connect(m_savePng, &QPushButton::clicked, this, [this] { exportDiagram("png"); });
    retranslate();
}

void DiagramPanel::setNetwork(const ml::NetworkSpecification& network,
                              const ml::InputSpecification& input, int outputs)
{
    m_network = network;
    m_input = input;
    m_outputs = outputs;
    m_saved->clear();
    showDiagram();
}

void DiagramPanel::showDiagram()
{
    m_diagram->setSvg(drawn(kNarrowDiagram));
    m_saveSvg->setEnabled(!m_diagram->svg().isEmpty());
    m_savePng->setEnabled(!m_diagram->svg().isEmpty());
}

QByteArray DiagramPanel::drawn(int width) const
{
    ml::DiagramWords words = diagramWords();
    words.width = width;
    const auto diagram = ml::layerDiagram(m_network, m_input, m_outputs, words);
    return diagram ? QByteArray::fromStdString(*diagram) : QByteArray();
}

void DiagramPanel::exportDiagram(const char* format)
{
    const QString suffix = QLatin1String(format);
    auto* dialog = new QFileDialog(this, tr("Save the diagram"));
    dialog->setObjectName(QStringLiteral("diagramDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(suffix == QLatin1String("svg") ? tr("SVG drawing (*.svg)")
                                                         : tr("PNG picture (*.png)"));
    dialog->selectFile(QStringLiteral("network.") + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, suffix](const QString& file) {
        // On paper there is room for each layer in one line.
        Result<QByteArray> drawing = drawn(kWideDiagram);
        if (suffix == QLatin1String("png")) {
            DiagramView wide;
            wide.setSvg(*drawing);
            drawing = encodedPicture(wide.image(kPngScale), suffix);
        }
        runInBackground(
            m_pool, this,
            [file, drawing = std::move(drawing)]() -> Result<void> {
                NEFES_TRY(const QByteArray bytes, drawing);
                return writeFileAtomically(pathFromUtf8(file.toStdString()), bytes.toStdString());
            },
            [this, file](const Result<void>& written) {
                m_saved->setText(written ? tr("Saved as %1").arg(file)
                                         : errorText(written.error().code));
            });
    });
    dialog->open();
}

void DiagramPanel::changeEvent(QEvent* event)
{
    Section::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void DiagramPanel::retranslate()
{
    setHeading(tr("Diagram"));
    m_diagram->setAccessibleName(tr("Diagram of the layers"));
    m_saveSvg->setText(QStringLiteral("SVG…"));
    m_saveSvg->setAccessibleName(tr("Save the diagram as SVG"));
    m_saveSvg->setToolTip(tr("Save the diagram as SVG"));
    m_savePng->setText(QStringLiteral("PNG…"));
    m_savePng->setAccessibleName(tr("Save the diagram as PNG"));
    m_savePng->setToolTip(tr("Save the diagram as PNG"));
    showDiagram();
}

} // namespace nefes::ui
