#include "widgets/paint/words/token_painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace glassformer {

namespace {

struct ChipColours
{
    QColor fill;
    QColor border;
};

ChipColours coloursOf(const Chip& chip, bool is_chosen, const Palette& palette)
{
    if (is_chosen)
        return {palette.chosen, palette.selected};
    switch (chip.kind) {
    case ChipKind::Plain:
        break;
    case ChipKind::Source:
        return {mixed(palette.card, palette.query, 0.08), mixed(palette.card, palette.query, 0.3)};
    case ChipKind::Written:
        return {mixed(palette.card, palette.value, 0.09), mixed(palette.card, palette.value, 0.32)};
    case ChipKind::Next:
        return {palette.card, palette.selected};
    }
    return {palette.chip, palette.border};
}

int numberLines(const std::vector<Chip>& chips)
{
    int lines = 0;
    for (const Chip& chip : chips)
        lines = std::max(lines, int(!chip.id.isEmpty()) + int(!chip.index.isEmpty()));
    return lines;
}

} // namespace

std::optional<int> ChipsGeometry::chipAt(const QPointF& position) const
{
    for (std::size_t i = 0; i < chips.size(); ++i) {
        if (chips[i].adjusted(-2, -2, 2, 2).contains(position))
            return int(i);
    }
    return std::nullopt;
}

ChipsGeometry layoutChips(const QRectF& area, const std::vector<Chip>& chips, const FigureStyle& style)
{
    ChipsGeometry geometry;
    const double em = style.em();
    const QFontMetricsF text(style.scaledFont(1.08, true));
    const QFontMetricsF small(style.scaledFont(0.78));
    const double chip_height = em * 1.85;
    const double pitch = chip_height + numberLines(chips) * small.height() + em * 0.6;
    double x = area.left();
    double y = area.top();
    for (const Chip& chip : chips) {
        const double text_width =
            std::min(text.horizontalAdvance(chip.text), std::max(em * 4, area.width() - em * 2));
        const double width =
            std::max({text_width + em * 1.1, em * 1.8, small.horizontalAdvance(chip.id) + 4});
        if (x > area.left() && x + width > area.right()) {
            x = area.left();
            y += pitch;
        }
        geometry.chips.push_back(QRectF(x, y, width, chip_height));
        x += width + (chip.joins_next ? 1 : em * 0.4);
    }
    geometry.height = chips.empty() ? 0 : y - area.top() + pitch - em * 0.3;
    return geometry;
}

void paintChips(QPainter& painter, const ChipsGeometry& geometry, const std::vector<Chip>& chips,
    std::optional<int> chosen, const FigureStyle& style)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = style.scaledFont(0.78);
    const QFontMetricsF small_metrics(small);
    for (std::size_t i = 0; i < chips.size() && i < geometry.chips.size(); ++i) {
        const Chip& chip = chips[i];
        const bool is_chosen = chosen == int(i);
        const QRectF rect = geometry.chips[i];
        const ChipColours colours = coloursOf(chip, is_chosen, style.palette);
        const bool is_dashed = chip.kind == ChipKind::Next;
        painter.setPen(
            QPen(colours.border, is_chosen || is_dashed ? 2 : 1, is_dashed ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(colours.fill);
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        const QFont font = style.scaledFont(1.08, is_chosen && !is_dashed);
        painter.setFont(font);
        painter.setPen(is_chosen || is_dashed ? style.palette.selected
                : chip.is_faint               ? style.palette.faint_ink
                                              : style.palette.ink);
        const QString shown = QFontMetricsF(font).elidedText(chip.text, Qt::ElideMiddle, rect.width() - 6);
        painter.drawText(rect, Qt::AlignCenter, shown);
        painter.setFont(small);
        double y = rect.bottom() + 3;
        for (const QString* line : {&chip.id, &chip.index}) {
            if (line->isEmpty())
                continue;
            painter.setPen(line == &chip.id ? style.palette.faint_ink
                                            : mixed(style.palette.faint_ink, style.palette.card, 0.25));
            painter.drawText(QRectF(rect.left() - 10, y, rect.width() + 20, small_metrics.height()),
                Qt::AlignCenter, *line);
            y += small_metrics.height();
        }
    }
    painter.restore();
}

} // namespace glassformer
