#include "widgets/pictures/attention/heatmap.h"

#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/attention/heatmap_painter.h"
#include "widgets/paint/words/token_axis_painter.h"
#include "widgets/pictures/zoom_gesture.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace glassformer {

namespace {

constexpr double fewest_seen = 4; ///< cells a side: closer than that there is nothing to see
constexpr double found_cell = 14; ///< pixels a side of a cell that was looked for

QString nameOf(const std::vector<AxisLabel>& labels, int index)
{
    return index < int(labels.size()) ? labels[std::size_t(index)].text : QString();
}

} // namespace

Heatmap::Heatmap(QWidget* parent)
    : Picture(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    grabGesture(Qt::PinchGesture);
}

void Heatmap::setContent(HeatmapContent content)
{
    const bool has_other_shape = content.rows != m_content.rows || content.columns != m_content.columns;
    const bool is_laid_out =
        content.isLaidOutAs(m_content) && needsLegend(content) == !m_geometry.legend.isEmpty();
    m_content = std::move(content);
    m_content.shares_limit = m_shares_scale;
    m_content.cover = m_cover;
    if (has_other_shape) {
        m_seen = {};
        updateGeometry();
    }
    if (!is_laid_out)
        layOut();
    describe();
    repaintAll();
}

void Heatmap::setSharesScale(bool shares)
{
    m_shares_scale = m_content.shares_limit = shares;
    repaintAll();
}

void Heatmap::setCover(const Cover& cover)
{
    if (cover == m_cover)
        return;
    m_cover = m_content.cover = cover;
    repaintAll();
}

QString Heatmap::rowText(int row) const
{
    const QString name = nameOf(m_content.row_labels, row);
    return name.isEmpty() ? tr("row %1").arg(row) : tr("row %1 “%2”").arg(QString::number(row), name);
}

QString Heatmap::columnText(int column) const
{
    if (m_content.column_kind != ColumnKind::Tokens)
        return tr("dimension %1").arg(column);
    const QString name = nameOf(m_content.column_labels, column);
    return name.isEmpty() ? tr("column %1").arg(column)
                          : tr("column %1 “%2”").arg(QString::number(column), name);
}

QString Heatmap::cellText(int row, int column) const
{
    const float value = m_content.at(row, column);
    const QString number = isMasked(value) ? tr("masked") : numberText(value, 4);
    return QStringLiteral("%1 → %2: %3").arg(rowText(row), columnText(column), number);
}

HeatmapGeometry Heatmap::geometryNow() const
{
    HeatmapGeometry geometry = m_geometry;
    if (!isEnlarged())
        return geometry;
    const double cell_width = geometry.frame.width() / m_seen.width();
    const double cell_height = geometry.frame.height() / m_seen.height();
    geometry.cells = QRectF(geometry.frame.left() - m_seen.left() * cell_width,
        geometry.frame.top() - m_seen.top() * cell_height, cell_width * m_content.columns,
        cell_height * m_content.rows);
    return geometry;
}

bool Heatmap::isEnlarged() const
{
    return !m_seen.isNull();
}

void Heatmap::enlarge(double factor, const QPointF& centre)
{
    if (m_content.isEmpty() || m_geometry.frame.isEmpty())
        return;
    const QRectF all(0, 0, m_content.columns, m_content.rows);
    const QRectF seen = isEnlarged() ? m_seen : all;
    const QRectF& frame = m_geometry.frame;
    const QPointF share(std::clamp((centre.x() - frame.left()) / frame.width(), 0.0, 1.0),
        std::clamp((centre.y() - frame.top()) / frame.height(), 0.0, 1.0));
    const auto sized = [&](double size, double whole) {
        return std::clamp(size / factor, std::min(fewest_seen, whole), whole);
    };
    const QSizeF size(sized(seen.width(), all.width()), sized(seen.height(), all.height()));
    m_seen = size == all.size() ? QRectF() : QRectF(seen.topLeft(), size);
    // What is under the pointer stays there.
    moveTo(seen.topLeft()
        + QPointF(share.x() * (seen.width() - size.width()), share.y() * (seen.height() - size.height())));
}

void Heatmap::moveTo(QPointF corner)
{
    if (isEnlarged())
        m_seen.moveTopLeft({std::clamp(corner.x(), 0.0, m_content.columns - m_seen.width()),
            std::clamp(corner.y(), 0.0, m_content.rows - m_seen.height())});
    repaintAll();
}

void Heatmap::showAll()
{
    m_seen = {};
    repaintAll();
}

void Heatmap::showCell(int row, int column)
{
    if (isEnlarged() && !m_seen.contains(QRectF(column, row, 1, 1)))
        moveTo(QPointF(column + 0.5, row + 0.5) - QPointF(m_seen.width() / 2, m_seen.height() / 2));
}

std::vector<QString> Heatmap::placeNames() const
{
    std::vector<QString> names;
    for (const AxisLabel& label : m_content.row_labels)
        names.push_back(label.text);
    if (m_content.column_kind == ColumnKind::Tokens && m_content.column_labels != m_content.row_labels)
        for (const AxisLabel& label : m_content.column_labels)
            names.push_back(label.text);
    return names;
}

void Heatmap::goToPlace(int place)
{
    const auto rows = int(m_content.row_labels.size());
    const bool is_row = place < rows;
    const int row = is_row ? place : m_content.row.value_or(0);
    int column = is_row ? m_content.column.value_or(0) : place - rows;
    if (row < 0 || row >= m_content.rows || column < 0 || column >= m_content.columns)
        return;
    if (is_row && m_content.column_kind == ColumnKind::Tokens) {
        // The strongest of its row is what one wants to see there.
        const auto first = m_content.values.begin() + std::ptrdiff_t(row) * m_content.columns;
        column = int(std::max_element(first, first + m_content.columns, [](float left, float right) {
            return left < right;
        }) - first);
    }
    const double cell = std::min(geometryNow().cellWidth(), geometryNow().cellHeight());
    if (hasThinnedLabels() && cell < found_cell)
        enlarge(found_cell / std::max(0.05, cell), geometryNow().cellRect(row, column).center());
    showCell(row, column);
    emit cellChosen(row, column);
}

QSize Heatmap::sizeHint() const
{
    return naturalHeatmap(m_content, figureStyle()).toSize();
}

QSize Heatmap::minimumSizeHint() const
{
    return smallestHeatmap(m_content, figureStyle()).toSize();
}

void Heatmap::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    paintHeatmap(painter, layoutHeatmap(area, m_content, style), m_content, style);
}

void Heatmap::paintEvent(QPaintEvent*)
{
    if (m_content.isEmpty())
        return;
    QPainter painter(this);
    // Seen through a glass, it is painted in that size: no letter is made of larger pixels.
    if (std::abs(painter.deviceTransform().m11() - devicePixelRatioF()) > 0.01) {
        painter.setRenderHint(QPainter::Antialiasing);
        return paintHeatmap(painter, geometryNow(), m_content, figureStyle());
    }
    // Another screen may have other pixels.
    if (m_painted.isNull() || m_painted.devicePixelRatio() != devicePixelRatioF()) {
        m_painted = QPixmap(size() * devicePixelRatioF());
        m_painted.setDevicePixelRatio(devicePixelRatioF());
        m_painted.fill(Qt::transparent);
        QPainter once(&m_painted);
        paintHeatmap(once, geometryNow(), m_content, figureStyle());
    }
    painter.drawPixmap(QPointF(), m_painted);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(mixed(figureStyle().palette.card, figureStyle().palette.selected, 0.45), 1, Qt::DotLine));
    painter.drawRect(m_geometry.frame.adjusted(-3.5, -3.5, 3.5, 3.5)
                         .intersected(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5)));
}

void Heatmap::layOut()
{
    m_geometry = layoutHeatmap(rect(), m_content, figureStyle());
    repaintAll();
}

void Heatmap::repaintAll()
{
    m_painted = {};
    update();
}

void Heatmap::resizeEvent(QResizeEvent* event)
{
    layOut();
    Picture::resizeEvent(event);
}

bool Heatmap::event(QEvent* event)
{
    if (const auto zoom = zoomGesture(event, *this)) {
        enlarge(zoom->factor, zoom->at);
        return true;
    }
    return Picture::event(event);
}

void Heatmap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::RightButton) {
        // A menu follows: it is about the cell under the pointer.
        if (const std::optional<QPoint> cell = geometryNow().cellAt(event->position()))
            emit cellChosen(cell->y(), cell->x());
    }
    if (event->button() != Qt::LeftButton)
        return Picture::mousePressEvent(event);
    if (m_geometry.scale_name.contains(event->position()) && m_content.shared_limit > 0) {
        emit scaleChosen(!m_content.shares_limit);
        return;
    }
    const HeatmapGeometry geometry = geometryNow();
    const std::optional<QPoint> cell = geometry.cellAt(event->position());
    if (!cell)
        return Picture::mousePressEvent(event);
    if (!isEnlarged()) {
        emit cellChosen(cell->y(), cell->x());
        return;
    }
    m_pressed = event->position();
    m_corner_pressed = m_seen.topLeft();
    m_is_dragged = false;
}

void Heatmap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_pressed) {
        const QPointF way = event->position() - *m_pressed;
        m_is_dragged = m_is_dragged || way.manhattanLength() >= QApplication::startDragDistance();
        if (!m_is_dragged)
            return;
        setCursor(Qt::ClosedHandCursor);
        const HeatmapGeometry geometry = geometryNow();
        return moveTo(
            m_corner_pressed - QPointF(way.x() / geometry.cellWidth(), way.y() / geometry.cellHeight()));
    }
    const QString tip = tipAt(event->position());
    const bool is_choice = geometryNow().cellAt(event->position())
        || (m_content.shared_limit > 0 && m_geometry.scale_name.contains(event->position()));
    is_choice ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8), tipText(tip), this);
}

void Heatmap::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_pressed)
        return Picture::mouseReleaseEvent(event);
    m_pressed.reset();
    unsetCursor();
    const std::optional<QPoint> cell = geometryNow().cellAt(event->position());
    if (!m_is_dragged && cell)
        emit cellChosen(cell->y(), cell->x());
}

void Heatmap::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!isEnlarged())
        return mousePressEvent(event);
    showAll();
}

/** The wheel is the page's, unless there is more to see in the map than it shows. */
void Heatmap::wheelEvent(QWheelEvent* event)
{
    const int turn = event->angleDelta().y();
    const bool is_wanted = event->modifiers() & Qt::ControlModifier || isEnlarged()
        || (hasThinnedLabels() && turn > 0 && geometryNow().cellAt(event->position()));
    if (turn == 0 || !is_wanted)
        return event->ignore();
    enlarge(std::pow(1.25, turn / 120.0), event->position());
    event->accept();
}

void Heatmap::keyPressEvent(QKeyEvent* event)
{
    const QPoint step = event->key() == Qt::Key_Left ? QPoint(-1, 0)
        : event->key() == Qt::Key_Right              ? QPoint(1, 0)
        : event->key() == Qt::Key_Up                 ? QPoint(0, -1)
        : event->key() == Qt::Key_Down               ? QPoint(0, 1)
                                                     : QPoint();
    if (step.isNull() || m_content.isEmpty() || event->modifiers() & ~Qt::KeypadModifier)
        return Picture::keyPressEvent(event);
    const bool had_cell = m_content.row && m_content.column;
    const QPoint from = had_cell ? QPoint(*m_content.column, *m_content.row) + step
                                 : QPoint(m_content.column.value_or(0), m_content.row.value_or(0));
    const QPoint to(
        std::clamp(from.x(), 0, m_content.columns - 1), std::clamp(from.y(), 0, m_content.rows - 1));
    showCell(to.y(), to.x());
    emit cellChosen(to.y(), to.x());
}

QVariant Heatmap::inputMethodQuery(Qt::InputMethodQuery query) const
{
    const bool has_cell = m_content.row && m_content.column;
    if (query == Qt::ImCursorRectangle && has_cell && !m_content.isEmpty())
        return geometryNow().cellRect(*m_content.row, *m_content.column).toRect();
    return Picture::inputMethodQuery(query);
}

void Heatmap::focusInEvent(QFocusEvent* event)
{
    update();
    Picture::focusInEvent(event);
}

void Heatmap::focusOutEvent(QFocusEvent* event)
{
    update();
    Picture::focusOutEvent(event);
}

void Heatmap::restyle()
{
    layOut();
    Picture::restyle();
}

void Heatmap::retranslate()
{
    layOut();
    describe();
}

bool Heatmap::hasThinnedLabels() const
{
    const bool has_tokens = m_content.column_kind == ColumnKind::Tokens;
    const HeatmapGeometry geometry = geometryNow();
    return (!m_content.row_labels.empty() && rowLabelStride(geometry, m_content, figureStyle()) > 1)
        || (has_tokens && columnLabelStride(geometry, figureStyle()) > 1);
}

QString Heatmap::thinningText(int stride) const
{
    return stride > 1
        ? u'\n' + tr("There is room for one name in %L1; turn the wheel to come closer.").arg(stride)
        : QString();
}

QString Heatmap::tipAt(const QPointF& position) const
{
    if (m_cover.open != Cover::Open::All)
        return {}; // it would tell what is to be told
    const HeatmapGeometry geometry = geometryNow();
    if (const std::optional<QPoint> cell = geometry.cellAt(position))
        return cellText(cell->y(), cell->x());
    if (m_content.shared_limit > 0 && geometry.scale_name.contains(position))
        return m_content.shares_limit
            ? tr("The colours of all maps on this page end at the same number. Click for a scale of its own "
                 "for "
                 "each.")
            : tr(
                "The colours end at the largest number of this map. Click for one scale for all maps on this "
                "page, so that they can be compared.");
    if (const std::optional<int> row = geometry.rowLabelAt(position); row && !m_content.row_labels.empty())
        return rowText(*row) + thinningText(rowLabelStride(geometry, m_content, figureStyle()));
    const std::optional<int> column = geometry.columnLabelAt(position);
    if (column && m_content.column_kind == ColumnKind::Tokens)
        return columnText(*column) + thinningText(columnLabelStride(geometry, figureStyle()));
    return {};
}

void tieScales(std::span<Heatmap* const> maps)
{
    for (Heatmap* map : maps)
        for (Heatmap* other : maps)
            QObject::connect(map, &Heatmap::scaleChosen, other, &Heatmap::setSharesScale);
}

void Heatmap::describe()
{
    const QString shape = tr("%1 rows, %2 columns.").arg(m_content.rows).arg(m_content.columns);
    const bool has_cell = m_content.row && m_content.column && *m_content.row < m_content.rows
        && *m_content.column < m_content.columns;
    setAccessibleDescription(
        has_cell ? tr("%1 Chosen: %2").arg(shape, cellText(*m_content.row, *m_content.column)) : shape);
}

} // namespace glassformer
