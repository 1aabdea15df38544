#include "widgets/machine/machine_layout.h"

#include "core/trace/look/place.h"

#include <algorithm>
#include <optional>

namespace glassformer {
namespace {

constexpr double margin = 6; ///< around all
constexpr double lane = 9; ///< beside the blocks, for what goes past them
constexpr double sheet = 5; ///< by which the layers behind stand out of a frame
constexpr double between = 16; ///< the columns: here the encoder's output goes over to the decoder
constexpr double smallest_gap = 5, largest_gap = 24; ///< between two blocks

bool isLayer(StepPart part)
{
    return part == StepPart::EncoderLayer || part == StepPart::DecoderLayer;
}

bool isInSecondColumn(StepKind step, const ModelConfig& config)
{
    const StepPart part = partOf(step, config);
    return config.hasCrossAttention()
        && (part == StepPart::DecoderInput || part == StepPart::DecoderLayer || part == StepPart::Output);
}

/** Steps below each other. */
struct Column
{
    std::vector<StepKind> steps;
    double left = 0, width = 0;
};

class Builder
{
public:
    Builder(const ModelConfig& config, const MachineFont& font)
        : m_config(config)
        , m_font(font)
    {
    }

    MachineLayout build(const std::vector<StepKind>& steps, const QSizeF& room)
    {
        m_layout.has_two_columns = m_config.hasCrossAttention();
        std::vector<Column> columns(m_layout.has_two_columns ? 2 : 1);
        const double width =
            (room.width() - 2 * margin - (m_layout.has_two_columns ? between : 0)) / double(columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i].left = margin + double(i) * (width + between);
            columns[i].width = width;
        }
        for (const StepKind step : steps)
            columns[isInSecondColumn(step, m_config) ? 1 : 0].steps.push_back(step);
        m_pitch = smallestBlock() + smallest_gap;
        for (const Column& column : columns)
            m_layout.height = std::max(m_layout.height, heightOf(column));
        if (m_layout.height < room.height())
            spread(columns, room.height());
        for (const Column& column : columns)
            place(column);
        for (const Wire& wire : wiresBetween(steps, m_config))
            m_layout.wires.push_back({wire, way(wire)});
        return std::move(m_layout);
    }

private:
    double smallestBlock() const
    {
        return m_layout.has_two_columns ? 2 * m_font.small_line : m_font.line + 3;
    }
    double headHeight() const { return m_font.line + 12; }
    bool beginsFrame(const Column& column, std::size_t i) const
    {
        const StepPart part = partOf(column.steps[i], m_config);
        return isLayer(part) && (i == 0 || partOf(column.steps[i - 1], m_config) != part);
    }
    bool endsFrame(const Column& column, std::size_t i) const
    {
        const StepPart part = partOf(column.steps[i], m_config);
        return isLayer(part)
            && (i + 1 == column.steps.size() || partOf(column.steps[i + 1], m_config) != part);
    }
    /** Without the rows of blocks. */
    double fixedHeight(const Column& column) const
    {
        double height = 2 * margin;
        for (std::size_t i = 0; i < column.steps.size(); ++i)
            height +=
                (beginsFrame(column, i) ? headHeight() + 2 * sheet : 0) + (endsFrame(column, i) ? sheet : 0);
        return height;
    }
    double heightOf(const Column& column) const
    {
        return fixedHeight(column) + double(column.steps.size()) * m_pitch;
    }

    /** Rows take the room that there is, as far as it makes them better. */
    void spread(const std::vector<Column>& columns, double height)
    {
        double pitch = smallestBlock() * 1.7 + largest_gap;
        for (const Column& column : columns)
            pitch =
                std::min(pitch, (height - fixedHeight(column)) / std::max(1.0, double(column.steps.size())));
        m_pitch = pitch;
        m_gap = std::clamp((pitch - smallestBlock()) * 0.6, smallest_gap, largest_gap);
        m_layout.height = height;
    }

    void place(const Column& column)
    {
        double y = margin;
        MachineFrame frame;
        for (std::size_t i = 0; i < column.steps.size(); ++i) {
            const StepKind step = column.steps[i];
            if (beginsFrame(column, i)) {
                y += 2 * sheet;
                frame.site = partOf(step, m_config) == StepPart::DecoderLayer ? AttentionSite::DecoderSelf
                                                                              : firstSiteOf(m_config);
                frame.rect = QRectF(column.left, y - m_gap / 2, column.width - sheet, 0);
                frame.head =
                    QRectF(column.left + 3, y - m_gap / 2 + 1, column.width - sheet - 6, headHeight());
                y += headHeight();
            }
            m_layout.blocks[step] =
                QRectF(column.left + lane, y, column.width - 2 * lane - sheet, m_pitch - m_gap)
                    .toAlignedRect();
            y += m_pitch;
            if (endsFrame(column, i)) {
                frame.rect.setBottom(y - m_gap + 4);
                m_layout.frames.push_back(frame);
                y += sheet;
            }
        }
    }

    const MachineFrame* frameOf(StepKind step) const
    {
        for (const MachineFrame& frame : m_layout.frames)
            if (frame.rect.contains(m_layout.blocks.at(step).center()))
                return &frame;
        return nullptr;
    }

    /** Whether a block stands between two of one column, the upper one first. */
    bool areNeighbours(const QRectF& upper, const QRectF& lower) const
    {
        return std::none_of(m_layout.blocks.begin(), m_layout.blocks.end(), [&](const auto& entry) {
            const QPointF at = entry.second.center();
            return at.x() == upper.center().x() && at.y() > upper.bottom() && at.y() < lower.top();
        });
    }

    QPolygonF way(const Wire& wire) const
    {
        const QRectF from = m_layout.blocks.at(wire.from), to = m_layout.blocks.at(wire.to);
        if (from.center().x() != to.center().x())
            return across(from, to);
        if (wire.kind == WireKind::Written || from.top() > to.top())
            return back(from, to);
        if (wire.kind == WireKind::Residual)
            return past(wire, from, to);
        if (areNeighbours(from, to))
            return {QPointF(from.center().x(), from.bottom()), QPointF(to.center().x(), to.top())};
        const double x = from.right() + lane / 2;
        return {QPointF(from.right(), from.center().y()), {x, from.center().y()}, {x, to.center().y()},
            {to.right(), to.center().y()}};
    }

    /** Leaves the flow above the block, or where it enters the layer, and comes back at the sum. */
    QPolygonF past(const Wire& wire, const QRectF& from, const QRectF& to) const
    {
        const MachineFrame* frame = frameOf(wire.to);
        const bool enters = frame && frame != frameOf(wire.from);
        const double y = enters ? frame->head.bottom() - 1 : from.bottom() + m_gap / 2;
        const double x = to.left() - lane / 2;
        return {QPointF(from.center().x(), y), {x, y}, {x, to.center().y()}, {to.left(), to.center().y()}};
    }

    QPolygonF across(const QRectF& from, const QRectF& to) const
    {
        const bool goes_right = from.center().x() < to.center().x();
        const double x =
            goes_right ? from.right() + lane + sheet + between / 2 : from.left() - lane - between / 2;
        return {QPointF(goes_right ? from.right() : from.left(), from.center().y()), {x, from.center().y()},
            {x, to.center().y()}, {goes_right ? to.left() : to.right(), to.center().y()}};
    }

    /** Outside of all frames. */
    QPolygonF back(const QRectF& from, const QRectF& to) const
    {
        const double x = from.right() + lane + sheet + 1;
        return {QPointF(from.right(), from.center().y()), {x, from.center().y()}, {x, to.center().y()},
            {to.right(), to.center().y()}};
    }

    const ModelConfig& m_config;
    const MachineFont m_font;
    MachineLayout m_layout;
    double m_pitch = 0;
    double m_gap = smallest_gap;
};

} // namespace

MachineLayout layoutMachine(const std::vector<StepKind>& steps, const ModelConfig& config, const QSizeF& room,
    const MachineFont& font)
{
    return Builder(config, font).build(steps, room);
}

} // namespace glassformer
