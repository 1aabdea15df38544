#include "widgets/pictures/attention/heatmap.h"

#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/attention/heatmap_painter.h"
#include "widgets/paint/words/token_axis_painter.h"

#include <QFocusEvent>

#include <algorithm>

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
    content.shares_limit = m_shares_scale;
    content.cover = m_cover;
    setHovered(std::nullopt);
    if (is_laid_out && chooseOther(content))
        return describe();
    m_content = std::move(content);
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

void Heatmap::setHovered(std::optional<int> row)
{
    if (row == m_hovered)
        return;
    for (const std::optional<int>& changed : {m_hovered, row})
        if (changed && !m_content.isEmpty())
            update(geometryNow().rowRect(*changed).toAlignedRect().adjusted(-1, -1, 1, 1));
    m_hovered = row;
}

QString Heatmap::rowText(int row) const
{
    if (m_content.ends_with_sum && row == m_content.rows - 1)
        return tr("sum of %n rows", nullptr, int(m_content.summed_rows.size()));
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
    return namedText(rowText(row) + QStringLiteral(" → ") + columnText(column), number);
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

void Heatmap::layOut()
{
    m_geometry = layoutHeatmap(rect(), m_content, figureStyle());
    repaintAll();
}

void Heatmap::resizeEvent(QResizeEvent* event)
{
    layOut();
    Picture::resizeEvent(event);
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

void tieScales(std::span<Heatmap* const> maps)
{
    for (Heatmap* map : maps)
        for (Heatmap* other : maps)
            QObject::connect(map, &Heatmap::scaleChosen, other, &Heatmap::setSharesScale);
}

void Heatmap::describe()
{
    QString shape = tr("%1 rows, %2 columns.").arg(m_content.rows).arg(m_content.columns);
    if (!m_content.row_title.isEmpty())
        shape += u' ' + tr("Rows: %1; columns: %2.").arg(m_content.row_title, m_content.column_title);
    const bool has_cell = m_content.row && m_content.column && *m_content.row < m_content.rows
        && *m_content.column < m_content.columns;
    setAccessibleDescription(
        has_cell ? tr("%1 Chosen: %2").arg(shape, cellText(*m_content.row, *m_content.column)) : shape);
}

} // namespace glassformer
