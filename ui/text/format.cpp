// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace nefes::ui {

namespace {

/// The translation context of these words.
struct Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

} // namespace

QString patientNameText(const std::string& dicomName)
{
    QString name = fromUtf8(dicomName).section(QLatin1Char('='), 0, 0);
    return name.replace(QLatin1Char('^'), QLatin1Char(' ')).simplified();
}

bool namesPatient(const ImageText& text)
{
    return !patientNameText(text.patientName).isEmpty() ||
           !fromUtf8(text.patientId).trimmed().isEmpty();
}

QString dateText(const std::string& isoDate)
{
    const QDate date = QDate::fromString(fromUtf8(isoDate), Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, Format::tr("d MMM yyyy", "date format"))
                          : fromUtf8(isoDate);
}

QString numberText(double value, int decimals)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'f', decimals);
}

QString percentText(double fraction, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    return Format::tr("%1%", "percent")
        .arg(numberText(std::round(fraction * 100.0 * scale) / scale, decimals));
}

QString probabilityText(double probability)
{
    // Neither certainty nor impossibility is ever known.
    if (probability < 0.01) {
        return Format::tr("< %1", "less than").arg(percentText(0.01));
    }
    if (probability > 0.99) {
        return Format::tr("> %1", "more than").arg(percentText(0.99));
    }
    return percentText(probability);
}

QString decisionText(ml::Decision decision)
{
    switch (decision) {
    case ml::Decision::Above:
        return Format::tr("above threshold");
    case ml::Decision::Below:
        return Format::tr("below threshold");
    case ml::Decision::Indeterminate:
        return Format::tr("indeterminate");
    case ml::Decision::NotAssessed:
        return Format::tr("not assessed");
    }
    return {};
}

QString rejectionText(const std::string& reason)
{
    if (reason == "not_chest") {
        return Format::tr("This does not look like a chest radiograph.");
    }
    if (reason == "lateral") {
        return Format::tr("This looks like a lateral view; the model knows frontal views only.");
    }
    if (reason == "ct_slice") {
        return Format::tr("This looks like a CT slice, not a radiograph.");
    }
    if (reason == "photo") {
        return Format::tr("This looks like a photograph, not a radiograph.");
    }
    if (reason == "screenshot") {
        return Format::tr("This looks like a screenshot, not a radiograph.");
    }
    if (reason == "inverted") {
        return Format::tr("The gray values seem to be inverted.");
    }
    if (reason == "rotated") {
        return Format::tr("The image seems to be rotated; the model knows upright films only.");
    }
    if (reason == "cropped") {
        return Format::tr("Only a part of the chest is to be seen.");
    }
    if (reason == "blank") {
        return Format::tr("The image is empty.");
    }
    if (reason == "incomplete") {
        return Format::tr("Part of the image is missing.");
    }
    if (reason == "too_small") {
        return Format::tr("The image is too small to be judged.");
    }
    if (reason == "color" || reason == "colour") {
        return Format::tr("This is a colour picture, not a radiograph.");
    }
    return Format::tr("The image is unlike those the model was trained on.");
}

QString heatmapMethodText(const std::string& method)
{
    if (method == "gradcam") {
        return QStringLiteral("Grad-CAM");
    }
    if (method == "gradcam++") {
        return QStringLiteral("Grad-CAM++");
    }
    if (method == "hirescam") {
        return QStringLiteral("HiResCAM");
    }
    if (method == "layercam") {
        return QStringLiteral("LayerCAM");
    }
    return fromUtf8(method);
}

QString deviceText(const std::string& device)
{
    if (device == "cpu") {
        return Format::tr("CPU", "device");
    }
    if (device == "cuda") {
        return Format::tr("GPU (CUDA)", "device");
    }
    return fromUtf8(device);
}

QString localised(const ml::LocalisedText& text)
{
    const bool isTurkish = QLocale().language() == QLocale::Turkish;
    const std::string& wanted = isTurkish ? text.tr : text.en;
    const std::string& other = isTurkish ? text.en : text.tr;
    return fromUtf8(wanted.empty() ? other : wanted);
}

QStringList modelTitles(const std::vector<InstalledModel>& models)
{
    QStringList titles;
    for (const InstalledModel& model : models) {
        titles.append(localised(model.title));
    }
    const QStringList plain = titles;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        if (plain.count(plain[i]) > 1) {
            titles[i] = Format::tr("%1 (%2)", "model, identifier")
                            .arg(plain[i], fromUtf8(models[static_cast<std::size_t>(i)].id));
        }
    }
    return titles;
}

QString labelText(const ml::ModelDescription& model, const std::string& label)
{
    const auto found = std::ranges::find(model.labels, label, &ml::ModelLabel::id);
    const QString name = found == model.labels.end() ? QString() : localised(found->name);
    return name.isEmpty() ? fromUtf8(label) : name;
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString plainToolTip(const QString& text)
{
    // A tool tip has no text format to be set.
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

QString foldedForSearch(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar letter : text) {
        const bool isSomeI = letter == u'I' || letter == u'ı' || letter == u'İ';
        result.append(isSomeI ? QChar(u'i') : letter.toCaseFolded());
    }
    return result;
}

} // namespace nefes::ui
