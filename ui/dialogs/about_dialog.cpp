// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/about_dialog.h"

#include "ui/bridge/background.h"
#include "ui/dialogs/dialogs.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <utility>

namespace nefes::ui {

namespace {

constexpr QSize kSize{560, 600};
constexpr double kBytesPerGibibyte = 1024.0 * 1024.0 * 1024.0;

/// What the worker threads find out.
struct Facts {
    Machine machine;
    std::vector<LibraryVersion> libraries;
    std::optional<Result<ml::BackendInfo>> torch;
};

Facts findFacts(const Services& services, bool loadsTorch)
{
    Facts facts;
    facts.machine = describeMachine();
    if (services.diagnostics.libraries) {
        facts.libraries = services.diagnostics.libraries();
    }
    if (loadsTorch && services.training.loadBackend) {
        facts.torch = services.training.loadBackend().map(
            [](const std::shared_ptr<ml::Backend>& backend) { return backend->info(); });
    } else if (services.diagnostics.loadedBackend) {
        if (const auto backend = services.diagnostics.loadedBackend()) {
            facts.torch = backend->info();
        }
    }
    return facts;
}

QLabel* wrapped(const char* name, const char* role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setProperty("role", QLatin1String(role));
    label->setWordWrap(true);
    return label;
}

} // namespace

AboutDialog::AboutDialog(const Services& services, QThreadPool& pool, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_pool(pool)
    , m_title(wrapped("aboutTitle", "title", this))
    , m_sentence(wrapped("aboutSentence", "secondary", this))
    , m_disclaimer(wrapped("aboutDisclaimer", "warning", this))
    , m_licence(wrapped("aboutLicence", "caption", this))
    , m_details(new QTextBrowser(this))
    , m_load(new QPushButton(this))
    , m_log(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("aboutDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_details->setObjectName(QStringLiteral("aboutDetails"));
    m_load->setObjectName(QStringLiteral("aboutLoadTorch"));
    m_log->setObjectName(QStringLiteral("aboutLogFolder"));
    m_copy->setObjectName(QStringLiteral("aboutCopy"));
    m_close->setObjectName(QStringLiteral("aboutClose"));
    m_log->setVisible(!m_services.diagnostics.stateFolder.empty());
    connect(m_load, &QPushButton::clicked, this, [this] { find(true); });
    connect(m_log, &QPushButton::clicked, this, &AboutDialog::logFolderWanted);
    connect(m_copy, &QPushButton::clicked, this, &AboutDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_log);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addWidget(m_disclaimer);
    layout->addWidget(m_licence);
    layout->addWidget(m_details, 1);
    layout->addWidget(m_load, 0, Qt::AlignLeft);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    resize(kSize);
    keepTextsReadable(*this);
    find(false);
}

void AboutDialog::find(bool loadsTorch)
{
    m_isLoading = loadsTorch;
    retranslate();
    runInBackground(
        m_pool, this,
        [services = m_services, loadsTorch] { return findFacts(services, loadsTorch); },
        [this](Facts facts) {
            m_machine = std::move(facts.machine);
            m_libraries = std::move(facts.libraries);
            m_torch = std::move(facts.torch);
            m_isLoading = false;
            retranslate();
        });
}

QString AboutDialog::torchText() const
{
    if (m_isLoading) {
        return tr("being loaded…", "LibTorch");
    }
    if (!m_torch) {
        return tr("not loaded yet", "LibTorch");
    }
    return *m_torch ? fromUtf8((*m_torch)->libtorchVersion) : errorText(m_torch->error().code);
}

std::vector<AboutDialog::Row> AboutDialog::rows() const
{
    std::vector<Row> rows{{tr("Version"), fromUtf8(m_services.programVersion)},
                          {QStringLiteral("Qt"), QLatin1String(qVersion())},
                          {QStringLiteral("LibTorch"), torchText()}};
    for (const LibraryVersion& library : m_libraries) {
        rows.push_back({fromUtf8(library.name), fromUtf8(library.version)});
    }
    rows.push_back({tr("System"), QStringLiteral("%1, %2").arg(QSysInfo::prettyProductName(),
                                                               QGuiApplication::platformName())});
    if (!m_machine) {
        return rows;
    }
    const QString processor = fromUtf8(m_machine->processor);
    rows.push_back({tr("Processor"), processor.isEmpty() ? tr("unknown", "processor") : processor});
    QStringList features;
    for (const std::string& feature : m_machine->features) {
        features << fromUtf8(feature);
    }
    if (!features.isEmpty()) {
        rows.push_back({tr("Vector instructions"), features.join(QStringLiteral(", "))});
    }
    QString threads = QString::number(m_machine->threads);
    if (m_torch && *m_torch) {
        threads = tr("%1, of which the analysis uses %2", "threads")
                      .arg(m_machine->threads)
                      .arg((*m_torch)->threads);
    }
    rows.push_back({tr("Threads"), threads});
    rows.push_back(
        {tr("Memory"), tr("%1 GiB").arg(numberText(
                           static_cast<double>(m_machine->memoryBytes) / kBytesPerGibibyte, 1))});
    QStringList cards;
    for (const std::string& card : m_machine->graphicsCards) {
        cards << fromUtf8(card);
    }
    QString cuda =
        cards.isEmpty() ? tr("no NVIDIA graphics card") : cards.join(QStringLiteral(", "));
    if (!cards.isEmpty() && m_torch && *m_torch && !(*m_torch)->hasCuda) {
        cuda = tr("%1 (not used by this LibTorch)", "graphics card").arg(cuda);
    }
    rows.push_back({QStringLiteral("CUDA"), cuda});
    return rows;
}

void AboutDialog::fill()
{
    QString html = QStringLiteral("<table>");
    for (const Row& row : rows()) {
        html += QStringLiteral("<tr><td style='padding:2px 20px 2px 0'>%1</td>"
                               "<td style='padding:2px 0'>%2</td></tr>")
                    .arg(row.name.toHtmlEscaped(), row.value.toHtmlEscaped());
    }
    m_details->setHtml(html + QStringLiteral("</table>"));
}

void AboutDialog::copy()
{
    QString text = m_title->text() + QLatin1Char('\n');
    for (const Row& row : rows()) {
        text += QStringLiteral("%1: %2\n").arg(row.name, row.value);
    }
    QGuiApplication::clipboard()->setText(text);
    m_copy->setText(tr("Copied"));
}

void AboutDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void AboutDialog::retranslate()
{
    setWindowTitle(tr("About Nefes"));
    m_title->setText(QStringLiteral("Nefes %1").arg(fromUtf8(m_services.programVersion)));
    m_sentence->setText(
        tr("A radiology viewer with an embedded classifier and a training wizard."));
    m_disclaimer->setText(
        tr("AI estimate, not a diagnosis. Nefes is not a medical device: use what it says for "
           "research and teaching, beside your own judgement."));
    m_licence->setText(
        tr("Free software under the GNU General Public License, version 3 or later; it comes "
           "without any warranty."));
    m_details->setAccessibleName(tr("Versions and device"));
    m_load->setText(tr("Load LibTorch and show its version"));
    m_load->setVisible(!m_torch && !m_isLoading && m_services.training.loadBackend != nullptr);
    m_log->setText(tr("Open the log folder"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copies versions and device as text. No patient data."));
    m_close->setText(tr("Close"));
    fill();
}

} // namespace nefes::ui
