// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_widget.h"

#include "ui/bridge/written_files.h"
#include "ui/plots/curve_data.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsItem>
#include <QHBoxLayout>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QLegend>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QSvgGenerator>
#include <QToolButton>
#include <QValueAxis>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace nefes::ui {

namespace {

constexpr int kDragPx = 4;
constexpr double kWheelFactor = 0.8;
constexpr double kPngScale = 2.0;
constexpr QSize kSmallest(180, 120);

QFont smallFont(const QFont& font)
{
    QFont small = font;
    small.setPixelSize(std::max(9, QFontInfo(font).pixelSize() * 11 / 13));
    return small;
}

} // namespace

/// Pointer and keys.
class PlotWidget::View final : public QChartView
{
public:
    View(QChart* chart, PlotWidget& plot)
        : QChartView(chart, &plot)
        , m_plot(plot)
    {
        setRenderHint(QPainter::Antialiasing);
        setFrameShape(QFrame::NoFrame);
        setMouseTracking(true);
        setFocusPolicy(Qt::StrongFocus);
        setMinimumSize(kSmallest);
        setBackgroundBrush(Qt::NoBrush);
        viewport()->setAutoFillBackground(false);
    }
    [[nodiscard]] std::optional<QRectF> span() const { return m_span; }

protected:
    void mousePressEvent(QMouseEvent* event) override
    {
        if (event->button() == Qt::LeftButton) {
            m_start = mapToScene(event->position().toPoint());
        }
    }
    void mouseMoveEvent(QMouseEvent* event) override
    {
        const QPointF place = mapToScene(event->position().toPoint());
        if (m_start && std::abs(place.x() - m_start->x()) > kDragPx) {
            const QRectF area = m_plot.plotArea();
            const double left =
                std::clamp(std::min(place.x(), m_start->x()), area.left(), area.right());
            const double right =
                std::clamp(std::max(place.x(), m_start->x()), area.left(), area.right());
            m_span = QRectF(QPointF(left, area.top()), QPointF(right, area.bottom()));
        }
        m_plot.pointerAt(place);
    }
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        const QPointF place = mapToScene(event->position().toPoint());
        if (m_span) {
            m_plot.zoomTo(m_plot.valueAt(m_span->topLeft()).x(),
                          m_plot.valueAt(m_span->bottomRight()).x());
        } else if (m_start && m_plot.plotArea().contains(place)) {
            m_plot.pressed(m_plot.valueAt(place), place);
        }
        m_start.reset();
        m_span.reset();
        m_plot.pointerAt(place);
    }
    void mouseDoubleClickEvent(QMouseEvent* /*event*/) override { m_plot.resetZoom(); }
    void leaveEvent(QEvent* event) override
    {
        m_plot.pointerAt(std::nullopt);
        QChartView::leaveEvent(event);
    }
    void wheelEvent(QWheelEvent* event) override
    {
        const double steps = event->angleDelta().y() / 120.0;
        m_plot.zoomBy(std::pow(kWheelFactor, steps),
                      m_plot.valueAt(mapToScene(event->position().toPoint())).x());
        event->accept();
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        const auto [low, high] = m_plot.shownX();
        switch (event->key()) {
        case Qt::Key_Plus:
            m_plot.zoomBy(kWheelFactor, (low + high) / 2.0);
            break;
        case Qt::Key_Minus:
            m_plot.zoomBy(1.0 / kWheelFactor, (low + high) / 2.0);
            break;
        case Qt::Key_0:
        case Qt::Key_Home:
            m_plot.resetZoom();
            break;
        case Qt::Key_Left:
            m_plot.moveBy(-0.1);
            break;
        case Qt::Key_Right:
            m_plot.moveBy(0.1);
            break;
        default:
            QChartView::keyPressEvent(event);
        }
    }

private:
    PlotWidget& m_plot;
    std::optional<QPointF> m_start;
    std::optional<QRectF> m_span;
};

/// What is painted over the curves: part of the scene, so that it is in saved pictures as well.
class PlotWidget::Marks final : public QGraphicsItem
{
public:
    Marks(QGraphicsItem* parent, PlotWidget& plot)
        : QGraphicsItem(parent)
        , m_plot(plot)
    {
        setZValue(100.0);
        setAcceptedMouseButtons(Qt::NoButton);
    }
    [[nodiscard]] QRectF boundingRect() const override { return m_rect; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/,
               QWidget* /*widget*/) override
    {
        m_plot.paintMarks(*painter);
        if (const auto span = m_plot.m_view->span()) {
            QColor tint = accentColor(m_plot.palette());
            tint.setAlphaF(0.15F);
            painter->fillRect(*span, tint);
        }
    }
    void fit(const QRectF& rect)
    {
        if (rect != m_rect) {
            prepareGeometryChange();
            m_rect = rect;
        }
        update();
    }

private:
    PlotWidget& m_plot;
    QRectF m_rect;
};

PlotWidget::PlotWidget(QWidget* parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_legend(new QLabel(this))
    , m_readout(new QLabel(this))
    , m_wholeButton(new QToolButton(this))
    , m_exportButton(new QToolButton(this))
    , m_exportMenu(new QMenu(this))
    , m_chart(new QChart)
    , m_view(new View(m_chart, *this))
    , m_marks(new Marks(m_chart, *this))
    , m_x(new QValueAxis(m_chart))
    , m_y(new QValueAxis(m_chart))
{
    m_chart->legend()->hide();
    m_chart->setMargins({0, 0, 0, 0});
    m_chart->setBackgroundRoundness(0.0);
    m_chart->setBackgroundVisible(false);
    m_chart->setLocalizeNumbers(true);
    m_chart->addAxis(m_x, Qt::AlignBottom);
    m_chart->addAxis(m_y, Qt::AlignLeft);
    for (QValueAxis* axis : {m_x, m_y}) {
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setLineVisible(false);
        axis->setTruncateLabels(false); // "2…" tells nothing
    }
    buildHeader();
    m_timer.setSingleShot(true);
    m_timer.setInterval(kRefreshMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { bringUpToDate(); });
    connect(m_chart, &QChart::plotAreaChanged, this, [this] { m_marks->fit(m_chart->rect()); });
    setFocusProxy(m_view);
    retranslate();
}

PlotWidget::~PlotWidget() = default;

void PlotWidget::buildHeader()
{
    m_heading->setProperty("role", QStringLiteral("section"));
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setProperty("role", QStringLiteral("caption"));
    m_readout->setProperty("role", QStringLiteral("caption"));
    m_readout->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_readout->setMinimumWidth(0);
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_wholeButton->setObjectName(QStringLiteral("plotWhole"));
    m_wholeButton->hide();
    connect(m_wholeButton, &QToolButton::clicked, this, &PlotWidget::resetZoom);
    m_exportButton->setObjectName(QStringLiteral("plotExport"));
    m_exportButton->setPopupMode(QToolButton::InstantPopup);
    m_exportButton->setMenu(m_exportMenu);
    for (const auto& [format, name] :
         {std::pair(PlotFormat::Png, "plotPng"), std::pair(PlotFormat::Svg, "plotSvg"),
          std::pair(PlotFormat::Csv, "plotCsv")}) {
        QAction* action = m_exportMenu->addAction(
            QString(), this, [this, chosen = format] { Q_EMIT exportChosen(chosen); });
        action->setObjectName(QLatin1String(name));
    }
    auto* header = new QHBoxLayout;
    header->setSpacing(12);
    header->addWidget(m_heading);
    header->addWidget(m_legend);
    header->addWidget(m_readout, 1);
    header->addWidget(m_wholeButton);
    header->addWidget(m_exportButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(header);
    layout->addWidget(m_view, 1);
}

void PlotWidget::retranslate()
{
    m_wholeButton->setText(tr("Whole curve"));
    m_wholeButton->setToolTip(tr("Undo the zoom (double-click)"));
    m_exportButton->setText(tr("Save"));
    m_exportButton->setToolTip(tr("Save the plot as a picture or a table"));
    m_exportButton->setAccessibleName(tr("Save the plot “%1”").arg(m_title));
    const QStringList texts{tr("Picture (PNG)…"), tr("Drawing (SVG)…"), tr("Table (CSV)…")};
    for (qsizetype i = 0; i < texts.size(); ++i) {
        m_exportMenu->actions().at(i)->setText(texts.at(i));
    }
    m_view->setToolTip(tr("Drag across to zoom, double-click to see everything"));
    m_chart->setLocale(QLocale());
}

void PlotWidget::setTexts(const QString& title, const QString& xTitle, const QString& yTitle)
{
    m_title = title;
    m_heading->setText(title);
    m_view->setAccessibleName(title);
    m_x->setTitleText(xTitle);
    m_y->setTitleText(yTitle);
    m_x->setTitleVisible(!xTitle.isEmpty());
    m_y->setTitleVisible(!yTitle.isEmpty());
    retranslate();
    scheduleRefresh();
}

void PlotWidget::setExplanation(const QString& text)
{
    m_heading->setToolTip(text);
    m_view->setAccessibleDescription(text);
}

void PlotWidget::setLegend(const std::vector<LegendEntry>& entries)
{
    QStringList parts;
    for (const LegendEntry& entry : entries) {
        parts.append(QStringLiteral("<span style=\"color:%1\">%2</span>&nbsp;%3")
                         .arg(entry.color.name(), entry.sign, entry.name.toHtmlEscaped()));
    }
    m_legend->setText(parts.join(QStringLiteral(" &nbsp; ")));
}

void PlotWidget::scheduleRefresh()
{
    m_isStale = true;
    if (!m_timer.isActive() && isVisible()) {
        m_timer.start();
    }
}

void PlotWidget::bringUpToDate()
{
    if (!isVisible()) {
        return;
    }
    if (m_isStale) {
        m_isStale = false;
        ++m_refreshCount;
        const auto [low, high] = shownX();
        setExtent(*m_x, {low, high}, 8);
        refresh();
    }
    m_wholeButton->setVisible(m_zoom.has_value());
    m_marks->fit(m_chart->rect());
}

void PlotWidget::setExtent(QValueAxis& axis, Extent extent, int ticks) const
{
    if (!(extent.high > extent.low)) {
        extent.high = extent.low + 1.0;
    }
    const double step = niceStep(extent.high - extent.low, ticks);
    axis.setTickAnchor(0.0);
    axis.setTickInterval(step);
    const int decimals = std::clamp(-static_cast<int>(std::floor(std::log10(step) + 1e-9)), 0, 8);
    axis.setLabelFormat(step < 1e-4 ? QStringLiteral("%.1e")
                                    : QStringLiteral("%.%1f").arg(decimals));
    axis.setRange(extent.low, extent.high);
}

std::pair<double, double> PlotWidget::shownX() const
{
    const Extent extent = m_zoom.value_or(wholeX());
    return {extent.low, extent.high};
}

void PlotWidget::zoomTo(double low, double high)
{
    const Extent whole = wholeX();
    low = std::max(low, whole.low);
    high = std::min(high, whole.high);
    const double smallest = (whole.high - whole.low) * 1e-5;
    if (high - low >= whole.high - whole.low) {
        m_zoom.reset();
    } else if (high - low > smallest) {
        m_zoom = Extent{low, high};
    }
    scheduleRefresh();
}

void PlotWidget::resetZoom()
{
    m_zoom.reset();
    scheduleRefresh();
}

void PlotWidget::zoomBy(double factor, double centre)
{
    const auto [low, high] = shownX();
    zoomTo(centre - (centre - low) * factor, centre + (high - centre) * factor);
}

void PlotWidget::moveBy(double share)
{
    if (!m_zoom) {
        return;
    }
    const Extent whole = wholeX();
    const double width = m_zoom->high - m_zoom->low;
    const double low =
        std::clamp(m_zoom->low + share * width, whole.low, std::max(whole.low, whole.high - width));
    zoomTo(low, low + width);
}

QPointF PlotWidget::place(QPointF value) const
{
    const QRectF area = plotArea();
    const double x = (value.x() - m_x->min()) / (m_x->max() - m_x->min());
    const double y = (value.y() - m_y->min()) / (m_y->max() - m_y->min());
    return {area.left() + x * area.width(), area.bottom() - y * area.height()};
}

QPointF PlotWidget::valueAt(QPointF place) const
{
    const QRectF area = plotArea();
    const double x = (place.x() - area.left()) / std::max(1.0, area.width());
    const double y = (area.bottom() - place.y()) / std::max(1.0, area.height());
    return {m_x->min() + x * (m_x->max() - m_x->min()), m_y->min() + y * (m_y->max() - m_y->min())};
}

QRectF PlotWidget::plotArea() const
{
    return m_chart->plotArea();
}

void PlotWidget::pointerAt(std::optional<QPointF> place)
{
    const bool isInside = place && plotArea().contains(*place);
    m_readout->setText(isInside ? readout(valueAt(*place), *place) : readout({}, {-1.0, -1.0}));
    m_marks->fit(m_chart->rect());
}

void PlotWidget::pressed(QPointF /*value*/, QPointF /*place*/) {}

void PlotWidget::paintMarks(QPainter& /*painter*/) {}

Result<QByteArray> PlotWidget::rendered(PlotFormat format)
{
    if (format == PlotFormat::Csv) {
        return csv();
    }
    // A saved picture has no header of widgets: it carries its title and ground itself.
    m_chart->setTitle(
        QStringLiteral("%1 &nbsp; %2").arg(m_title.toHtmlEscaped(), m_legend->text()));
    m_chart->setBackgroundVisible(true);
    Result<QByteArray> bytes;
    const QSizeF size = m_chart->size();
    const QRectF target(QPointF(0, 0), size);
    if (format == PlotFormat::Svg) {
        QBuffer buffer(&*bytes);
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setViewBox(target);
        svg.setSize(size.toSize());
        svg.setTitle(m_title);
        QPainter painter(&svg);
        m_chart->scene()->render(&painter, target, m_chart->sceneBoundingRect());
    } else {
        QImage image((size * kPngScale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
        image.fill(palette().color(QPalette::Base));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        m_chart->scene()->render(&painter, QRectF(image.rect()), m_chart->sceneBoundingRect());
        painter.end();
        bytes = encodedPicture(image, QStringLiteral("png"));
    }
    m_chart->setTitle(QString());
    m_chart->setBackgroundVisible(false);
    return bytes;
}

void PlotWidget::applyTheme()
{
    const QPalette colors = palette();
    const QColor secondary = secondaryColor(colors);
    QColor grid = lineColor(colors);
    grid.setAlphaF(0.6F);
    const QFont small = smallFont(font());
    for (QValueAxis* axis : {m_x, m_y}) {
        axis->setLabelsBrush(secondary);
        axis->setLabelsFont(small);
        axis->setTitleBrush(secondary);
        axis->setTitleFont(small);
        axis->setGridLinePen(QPen(grid, 1.0));
    }
    m_chart->setBackgroundBrush(colors.color(QPalette::Base));
    m_chart->setTitleBrush(colors.color(QPalette::Text));
    m_chart->setTitleFont(font());
    applyColors();
    scheduleRefresh();
}

void PlotWidget::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        scheduleRefresh();
    } else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        applyTheme();
    }
}

void PlotWidget::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    applyTheme();
    bringUpToDate();
}

} // namespace nefes::ui
