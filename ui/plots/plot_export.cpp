// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_export.h"

#include "core/base/files.h"

#include "ui/bridge/background.h"
#include "ui/plots/plot_widget.h"
#include "ui/text/error_text.h"

#include <QDir>
#include <QFileDialog>
#include <QThreadPool>

#include <span>
#include <utility>

namespace nefes::ui {

namespace {

/// The translation context of these texts.
struct PlotExport {
    Q_DECLARE_TR_FUNCTIONS(PlotExport)
};

QString suffixOf(PlotFormat format)
{
    switch (format) {
    case PlotFormat::Png:
        return QStringLiteral("png");
    case PlotFormat::Svg:
        return QStringLiteral("svg");
    case PlotFormat::Csv:
        return QStringLiteral("csv");
    }
    return {};
}

void write(PlotWidget& plot, PlotFormat format, const QString& file, QThreadPool& pool,
           const std::function<void(const QString&)>& told)
{
    runInBackground(
        pool, &plot,
        [rendered = plot.rendered(format),
         path = pathFromUtf8(file.toStdString())]() -> Result<void> {
            NEFES_TRY(const QByteArray bytes, rendered);
            return writeFileAtomically(
                path, std::as_bytes(
                          std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
        },
        [file, told](const Result<void>& result) {
            told(result ? PlotExport::tr("Saved: %1").arg(QDir::toNativeSeparators(file))
                        : errorText(result.error().code));
        });
}

} // namespace

void enablePlotExport(PlotWidget& plot, const QString& baseName, QThreadPool& pool,
                      std::function<void(const QString&)> told)
{
    QObject::connect(&plot, &PlotWidget::exportChosen, &plot,
                     [&plot, &pool, baseName, told = std::move(told)](PlotFormat format) {
                         auto* dialog = new QFileDialog(&plot, PlotExport::tr("Save the plot"));
                         dialog->setAttribute(Qt::WA_DeleteOnClose);
                         dialog->setAcceptMode(QFileDialog::AcceptSave);
                         dialog->setDefaultSuffix(suffixOf(format));
                         dialog->setNameFilter(QStringLiteral("*.") + suffixOf(format));
                         dialog->selectFile(baseName + QLatin1Char('.') + suffixOf(format));
                         QObject::connect(dialog, &QFileDialog::fileSelected, &plot,
                                          [&plot, &pool, format, told](const QString& file) {
                                              write(plot, format, file, pool, told);
                                          });
                         dialog->open();
                     });
}

} // namespace nefes::ui
