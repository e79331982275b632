// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/overlay.h"

#include "ui/text/format.h"
#include "ui/text/warning_text.h"
#include "ui/theme/image_colors.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace nefes::ui {

namespace {

constexpr double kMargin = 10.0;
/// Of the width, that the texts in one corner may take.
constexpr double kCornerShare = 0.42;

/// The translation context of the texts on the image.
struct Overlay {
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

void addLine(QStringList& lines, const QString& line)
{
    if (!line.isEmpty()) {
        lines.append(line);
    }
}

void addLine(QStringList& lines, const QString& pattern, const std::string& value)
{
    if (!value.empty()) {
        lines.append(pattern.arg(fromUtf8(value)));
    }
}

QString sexText(const std::string& sex)
{
    if (sex == "F") {
        return Overlay::tr("female");
    }
    if (sex == "M") {
        return Overlay::tr("male");
    }
    return sex == "O" ? Overlay::tr("other sex") : QString();
}

/// "45 years" from the age string 045Y of PS3.5.
QString ageText(const std::string& age)
{
    if (age.size() != 4) {
        return fromUtf8(age);
    }
    bool isNumber = false;
    const int count = fromUtf8(age.substr(0, 3)).toInt(&isNumber);
    if (!isNumber) {
        return fromUtf8(age);
    }
    switch (age.back()) {
    case 'Y':
        return Overlay::tr("%n year(s)", "age", count);
    case 'M':
        return Overlay::tr("%n month(s)", "age", count);
    case 'W':
        return Overlay::tr("%n week(s)", "age", count);
    case 'D':
        return Overlay::tr("%n day(s)", "age", count);
    default:
        return fromUtf8(age);
    }
}

QStringList patientLines(const ImageText& text)
{
    QStringList lines;
    addLine(lines, patientNameText(text.patientName));
    addLine(lines, Overlay::tr("ID %1", "patient"), text.patientId);
    addLine(lines, joined({dateText(text.patientBirthDate), sexText(text.patientSex),
                           ageText(text.patientAge)}));
    return lines;
}

QStringList studyLines(const ImageText& text)
{
    QStringList lines;
    addLine(lines, fromUtf8(text.institution));
    addLine(lines, joined({dateText(text.studyDate), fromUtf8(text.studyTime).left(5)}));
    addLine(lines, fromUtf8(text.studyDescription));
    addLine(lines, fromUtf8(text.seriesDescription));
    return lines;
}

/// A number as the file writes it (decimal point), in the way of the current language.
QString fileNumberText(const std::string& number)
{
    bool isNumber = false;
    const double value = fromUtf8(number).toDouble(&isNumber);
    if (!isNumber) {
        return fromUtf8(number);
    }
    return numberText(value, std::abs(value - std::round(value)) < 0.05 ? 0 : 1);
}

QStringList techniqueLines(const ImageText& text)
{
    QStringList lines;
    QString side;
    if (text.laterality == "R") {
        side = Overlay::tr("right side");
    } else if (text.laterality == "L") {
        side = Overlay::tr("left side");
    }
    addLine(lines, joined({fromUtf8(text.modality), fromUtf8(text.bodyPart),
                           fromUtf8(text.viewPosition), side}));
    QStringList exposure;
    if (!text.kvp.empty()) {
        exposure.append(Overlay::tr("%1 kV").arg(fileNumberText(text.kvp)));
    }
    if (!text.exposureMas.empty()) {
        exposure.append(Overlay::tr("%1 mAs").arg(fileNumberText(text.exposureMas)));
    }
    addLine(lines, joined(exposure));
    addLine(lines, fromUtf8(text.manufacturer));
    return lines;
}

QString lossyText(const ImageData& data)
{
    if (!data.lossy) {
        return {};
    }
    return data.lossyRatio > 1.0
               ? Overlay::tr("lossy %1:1", "compression").arg(numberText(data.lossyRatio, 1))
               : Overlay::tr("lossy", "compression");
}

QString windowText(const DisplaySettings& display, const DecodedImage& image)
{
    if (!std::holds_alternative<VoiWindow>(display.voi)) {
        const LookupTable* lut = selectedLut(display.voi, image);
        const QString name = lut != nullptr ? fromUtf8(lut->explanation) : QString();
        return name.isEmpty() ? Overlay::tr("VOI LUT") : Overlay::tr("VOI LUT %1").arg(name);
    }
    const VoiWindow& window = std::get<VoiWindow>(display.voi);
    const int decimals = window.width < 10.0 ? 2 : 0;
    return Overlay::tr("W %1  C %2", "window width and centre")
        .arg(numberText(window.width, decimals), numberText(window.center, decimals));
}

QStringList imageLines(const DecodedImage& image, const ViewState& view,
                       const SeriesPosition& position)
{
    QStringList lines;
    QStringList geometry{Overlay::tr("Zoom %1").arg(percentText(view.zoom))};
    if (const int degrees = rotationDegrees(view.turn); degrees != 0) {
        geometry.append(Overlay::tr("%1°", "rotation").arg(degrees));
    }
    if (isMirrored(view.turn)) {
        geometry.append(Overlay::tr("mirrored"));
    }
    addLine(lines, joined(geometry));
    addLine(lines, joined({windowText(view.display, image),
                           view.display.inverted ? Overlay::tr("inverted") : QString()}));
    QStringList place;
    if (position.count > 1) {
        place.append(Overlay::tr("Image %1 of %2").arg(position.number).arg(position.count));
    }
    place.append(Overlay::tr("%1 × %2 px").arg(image.width()).arg(image.height()));
    place.append(lossyText(image.data()));
    addLine(lines, joined(place));
    return lines;
}

} // namespace

CornerTexts cornerTexts(const DecodedImage& image, const ViewState& view,
                        const SeriesPosition& position, OverlayLevel level)
{
    CornerTexts texts;
    if (level == OverlayLevel::None) {
        return texts;
    }
    texts.bottomLeft = imageLines(image, view, position);
    if (level == OverlayLevel::Minimal) {
        return texts;
    }
    texts.topLeft = patientLines(image.data().text);
    texts.beginsWithFile = !namesPatient(image.data().text) && !position.fileName.isEmpty();
    if (texts.beginsWithFile) {
        texts.topLeft.prepend(position.fileName);
    }
    texts.topRight = studyLines(image.data().text);
    texts.bottomRight = techniqueLines(image.data().text);
    for (const ImageWarning warning : image.data().warnings) {
        texts.warnings.append(warningText(warning));
    }
    return texts;
}

QString lengthUnitText(const std::optional<PixelSpacing>& spacing)
{
    if (!spacing) {
        return Overlay::tr("px");
    }
    switch (spacing->origin) {
    case SpacingOrigin::Detector:
        return Overlay::tr("mm (detector)");
    case SpacingOrigin::Magnified:
        return Overlay::tr("mm (corrected for magnification)");
    case SpacingOrigin::Calibrated:
        return Overlay::tr("mm (calibrated)");
    case SpacingOrigin::Patient:
        break;
    }
    return Overlay::tr("mm");
}

std::optional<ScaleBar> scaleBar(const DecodedImage& image, const ViewState& view, double widestPx,
                                 const std::optional<PixelSpacing>& calibration)
{
    const std::optional<PixelSpacing>& spacing = calibration ? calibration : image.data().spacing;
    if (!spacing || widestPx <= 0.0) {
        return std::nullopt;
    }
    // The bar lies across the screen: along the columns or, after a quarter turn, along the rows.
    const double mmPerPx = view.turn.a != 0
                               ? spacing->columnMm / view.zoom
                               : spacing->rowMm / (view.zoom * image.data().pixelAspect);
    const double widestMm = widestPx * mmPerPx;
    constexpr std::array kLengthsMm{500, 200, 100, 50, 20, 10, 5, 2, 1};
    const auto* found =
        std::ranges::find_if(kLengthsMm, [&](int length) { return length <= widestMm; });
    if (found == kLengthsMm.end()) {
        return std::nullopt;
    }
    return ScaleBar{
        .lengthPx = *found / mmPerPx,
        .label = Overlay::tr("%1 %2", "length and unit").arg(*found).arg(lengthUnitText(spacing))};
}

namespace {

/// Text with a dark rim, legible on any gray value.
void paintText(QPainter& painter, QPointF baseline, const QString& text, const QPalette& palette,
               const QColor& color)
{
    QColor halo = viewportColor(palette);
    halo.setAlpha(200);
    painter.setPen(halo);
    for (const QPointF offset : {QPointF(1, 1), QPointF(-1, 0), QPointF(1, 0), QPointF(0, -1)}) {
        painter.drawText(baseline + offset, text);
    }
    painter.setPen(color);
    painter.drawText(baseline, text);
}

class OverlayPainter
{
public:
    OverlayPainter(QPainter& painter, const QRectF& area, const QPalette& palette)
        : m_painter(painter)
        , m_area(area.adjusted(kMargin, kMargin, -kMargin, -kMargin))
        , m_palette(palette)
        , m_metrics(painter.fontMetrics())
        , m_color(imageTextColor(palette))
    {
    }

    void corners(const CornerTexts& texts)
    {
        const double line = m_metrics.lineSpacing();
        QStringList topLeft = texts.topLeft;
        if (texts.beginsWithFile && !topLeft.isEmpty()) {
            // Names of files often differ at their end only.
            topLeft.front() = m_metrics.elidedText(topLeft.front(), Qt::ElideMiddle, widest());
        }
        column(topLeft, m_area.top() + m_metrics.ascent(), Qt::AlignLeft, m_color);
        column(texts.warnings,
               m_area.top() + m_metrics.ascent() + line * static_cast<double>(texts.topLeft.size()),
               Qt::AlignLeft, warningColor(m_palette));
        column(texts.topRight, m_area.top() + m_metrics.ascent(), Qt::AlignRight, m_color);
        column(texts.marks,
               m_area.top() + m_metrics.ascent() +
                   line * static_cast<double>(texts.topRight.size()),
               Qt::AlignRight, imageAccentColor(m_palette));
        column(texts.bottomLeft, lastLines(texts.bottomLeft), Qt::AlignLeft, m_color);
        column(texts.bottomRight, lastLines(texts.bottomRight), Qt::AlignRight, m_color);
    }

    void letters(const EdgeLetters& edges)
    {
        const double middleX = m_area.center().x();
        const double middleY = m_area.center().y() + m_metrics.ascent() / 2.0;
        const auto width = [this](const std::string& text) {
            return m_metrics.horizontalAdvance(fromUtf8(text));
        };
        text({m_area.left(), middleY}, edges.left);
        text({m_area.right() - width(edges.right), middleY}, edges.right);
        text({middleX - width(edges.top) / 2.0, m_area.top() + m_metrics.ascent()}, edges.top);
        text({middleX - width(edges.bottom) / 2.0, m_area.bottom() - m_metrics.descent()},
             edges.bottom);
    }

    void bar(const ScaleBar& scale, const CornerTexts& corners)
    {
        double y = m_area.bottom() - m_metrics.lineSpacing() * 1.5;
        const double half =
            std::max(scale.lengthPx, m_metrics.horizontalAdvance(scale.label)) / 2.0 + kMargin;
        if (widthOf(corners.bottomLeft) > m_area.width() / 2.0 - half ||
            widthOf(corners.bottomRight) > m_area.width() / 2.0 - half) {
            // A narrow viewport: above the corners.
            y -=
                m_metrics.lineSpacing() * static_cast<double>(std::max(corners.bottomLeft.size(),
                                                                       corners.bottomRight.size()));
        }
        m_barTop = y - 7 - m_metrics.lineSpacing();
        const double left = m_area.center().x() - scale.lengthPx / 2.0;
        const double right = left + scale.lengthPx;
        QPainterPath path;
        path.moveTo(left, y - 4);
        path.lineTo(left, y + 4);
        path.moveTo(left, y);
        path.lineTo(right, y);
        path.moveTo(right, y - 4);
        path.lineTo(right, y + 4);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(viewportColor(m_palette), 3.0));
        m_painter.drawPath(path);
        m_painter.setPen(QPen(m_color, 1.25));
        m_painter.drawPath(path);
        const double width = m_metrics.horizontalAdvance(scale.label);
        paintText(m_painter, {m_area.center().x() - width / 2.0, y - 7}, scale.label, m_palette,
                  m_color);
    }

    void notice(const QString& words)
    {
        const double width = m_metrics.horizontalAdvance(words);
        const double y = std::min(m_area.bottom() - m_metrics.lineSpacing() * 4.4, m_barTop);
        paintText(m_painter, {m_area.center().x() - width / 2.0, y}, words, m_palette,
                  warningColor(m_palette));
    }

private:
    [[nodiscard]] double widthOf(const QStringList& lines) const
    {
        double widest = 0.0;
        for (const QString& line : lines) {
            widest = std::max(widest, m_metrics.horizontalAdvance(line));
        }
        return std::min(widest, m_area.width() * kCornerShare);
    }

    [[nodiscard]] double lastLines(const QStringList& lines) const
    {
        return m_area.bottom() - m_metrics.descent() -
               m_metrics.lineSpacing() * static_cast<double>(lines.size() - 1);
    }

    /// Corners must not run into each other.
    [[nodiscard]] int widest() const { return static_cast<int>(m_area.width() * kCornerShare); }

    void column(const QStringList& lines, double baseline, Qt::Alignment side, const QColor& color)
    {
        for (const QString& line : lines) {
            const QString shown = m_metrics.elidedText(line, Qt::ElideRight, widest());
            const double x = side == Qt::AlignLeft
                                 ? m_area.left()
                                 : m_area.right() - m_metrics.horizontalAdvance(shown);
            paintText(m_painter, {x, baseline}, shown, m_palette, color);
            baseline += m_metrics.lineSpacing();
        }
    }

    void text(QPointF baseline, const std::string& content)
    {
        if (!content.empty()) {
            paintText(m_painter, baseline, fromUtf8(content), m_palette, m_color);
        }
    }

    QPainter& m_painter;
    QRectF m_area;
    const QPalette& m_palette;
    QFontMetricsF m_metrics;
    QColor m_color;
    double m_barTop = std::numeric_limits<double>::max();
};

} // namespace

void paintOverlay(QPainter& painter, const QRectF& area, const OverlayContent& content,
                  const QPalette& palette)
{
    painter.setRenderHint(QPainter::Antialiasing);
    OverlayPainter overlay(painter, area, palette);
    overlay.corners(content.corners);
    if (content.bar) {
        overlay.bar(*content.bar, content.corners);
    }
    if (!content.notice.isEmpty()) {
        overlay.notice(content.notice);
    }
    QFont larger = painter.font();
    larger.setPixelSize(larger.pixelSize() * 15 / 13);
    larger.setBold(true);
    painter.setFont(larger);
    OverlayPainter(painter, area, palette).letters(content.letters);
}

} // namespace nefes::ui
