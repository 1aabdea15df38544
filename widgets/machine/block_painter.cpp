#include "widgets/machine/block_painter.h"

#include "core/trace/look/place.h"
#include "core/trace/step/schematic.h"
#include "widgets/look/scaled_font.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace glassformer {
namespace {

bool isNorm(StepKind kind)
{
    switch (kind) {
    case StepKind::AttentionNorm:
    case StepKind::FeedForwardNorm:
    case StepKind::DecoderNorm:
    case StepKind::CrossNorm:
    case StepKind::DecoderFeedForwardNorm:
        return true;
    default:
        return false;
    }
}

QColor tintOf(BlockKind kind, const Palette& colours)
{
    switch (kind) {
    case BlockKind::Attention:
        return mixed(colours.card, colours.query, 0.1);
    case BlockKind::Network:
        return mixed(colours.card, colours.hidden, 0.12);
    case BlockKind::Norm:
        return colours.ground;
    case BlockKind::Sum:
    case BlockKind::Plain:
        break;
    }
    return colours.card;
}

/** Words of Chinese names that no break tears: Chinese writes no space between words. */
const QStringList& wholeWords()
{
    static const QStringList words{QStringLiteral("解码器"), QStringLiteral("编码器"),
        QStringLiteral("层归一化"), QStringLiteral("归一化"), QStringLiteral("前馈"), QStringLiteral("网络"),
        QStringLiteral("注意力"), QStringLiteral("掩码"), QStringLiteral("词元"), QStringLiteral("位置"),
        QStringLiteral("向量"), QStringLiteral("分数"), QStringLiteral("距离"), QStringLiteral("偏置"),
        QStringLiteral("隐藏"), QStringLiteral("加权和"), QStringLiteral("部分"), QStringLiteral("一个"),
        QStringLiteral("一层"), QStringLiteral("写出"), QStringLiteral("线性")};
    return words;
}

bool tearsWord(const QString& name, qsizetype at)
{
    return std::any_of(wholeWords().begin(), wholeWords().end(), [&](const QString& word) {
        for (qsizetype begin = std::max<qsizetype>(0, at - word.size() + 1); begin < at; ++begin)
            if (QStringView(name).mid(begin).startsWith(word))
                return true;
        return false;
    });
}

/** Whether a line may end before a character: at a space, behind a hyphen, between Chinese words. */
bool mayBreak(const QString& name, qsizetype at)
{
    if (name[at] == u' ' || name[at - 1] == u'-')
        return true;
    const bool is_chinese = name[at].unicode() >= 0x2e80;
    return is_chinese && name[at] != u'的' && !tearsWord(name, at);
}

void paintFrame(QPainter& painter, const QRectF& rect, const MachineBlock& block, const Palette& colours)
{
    const bool is_marked = block.is_chosen || block.is_focused;
    const double line = is_marked || block.is_lit ? 1.6 : 1.0;
    const QRectF frame = rect.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    const double radius = block.kind == BlockKind::Sum ? frame.height() / 2 : 5;
    painter.setPen(QPen(is_marked ? colours.selected
            : block.is_lit        ? colours.positive
                                  : mixed(colours.border, colours.ink, 0.12),
        line, block.is_chosen || !block.is_focused ? Qt::SolidLine : Qt::DotLine));
    painter.setBrush(block.is_chosen ? colours.chosen
            : block.is_lit           ? mixed(colours.card, colours.positive, 0.16)
            : block.is_under_mouse   ? colours.chip
                                     : tintOf(block.kind, colours));
    painter.drawRoundedRect(frame, radius, radius);
}

void paintInTwoLines(QPainter& painter, const QRectF& inside, const QString& name, const QFont& font)
{
    QFont small = font;
    const auto narrowed = [&](double factor) {
        small = scaledFont(font, factor);
        return QFontMetricsF(small);
    };
    double factor = 1;
    const QString lines = inTwoLines(name, narrowed(factor));
    const QStringList parts = lines.split(u'\n');
    const auto fits = [&] {
        const QFontMetricsF metrics = narrowed(factor);
        for (const QString& part : parts)
            if (metrics.horizontalAdvance(part) > inside.width())
                return false;
        return metrics.ascent() + metrics.descent() + metrics.lineSpacing() * double(parts.size() - 1)
            <= inside.height() + 3;
    };
    while (!fits() && factor > 0.76)
        factor -= 0.04;
    const QFontMetricsF metrics = narrowed(factor);
    painter.setFont(small);
    const double pitch = metrics.ascent() + metrics.descent() - 1;
    double y = inside.center().y() - pitch * double(parts.size()) / 2;
    for (const QString& part : parts) {
        painter.drawText(QRectF(inside.left(), y, inside.width(), pitch), Qt::AlignCenter | Qt::TextDontClip,
            metrics.elidedText(part, Qt::ElideRight, inside.width() + 1));
        y += pitch;
    }
}

} // namespace

QString inTwoLines(const QString& name, const QFontMetricsF& metrics)
{
    QString best = name;
    double narrowest = metrics.horizontalAdvance(name);
    for (qsizetype i = 1; i < name.size(); ++i) {
        if (!mayBreak(name, i))
            continue;
        const QString upper = name.left(i), lower = name.mid(name[i] == u' ' ? i + 1 : i);
        const double width = std::max(metrics.horizontalAdvance(upper), metrics.horizontalAdvance(lower));
        // Of two that are as wide, the one behind 的.
        if (width < narrowest || (width == narrowest && name[i - 1] == u'的')) {
            narrowest = width;
            best = upper + u'\n' + lower;
        }
    }
    return best;
}

BlockKind blockKindOf(StepKind step, const ModelConfig& config)
{
    const std::vector<Wire> wires = wiresOf(config);
    const auto is_sum = [step](const Wire& wire) {
        return wire.to == step && (wire.kind == WireKind::Residual || wire.kind == WireKind::Added);
    };
    if (std::count_if(wires.begin(), wires.end(), is_sum) > 0
        && (showsLayer(step, config) || addsPositions(config)))
        return BlockKind::Sum;
    if (isNorm(step))
        return BlockKind::Norm;
    if (step == StepKind::FeedForward || step == StepKind::DecoderFeedForward)
        return BlockKind::Network;
    return showsLayer(step, config) ? BlockKind::Attention : BlockKind::Plain;
}

void paintMachineBlock(QPainter& painter, const QRectF& rect, const MachineBlock& block, const QFont& font,
    const Palette& palette)
{
    paintFrame(painter, rect, block, palette);
    const QRectF inside = rect.adjusted(9, 0, -9, 0);
    const QFont small = scaledFont(font, 0.9);
    const QFontMetricsF metrics(small);
    QFont name = font;
    name.setBold(block.is_chosen);
    const auto roomBesideName = [&] {
        return inside.width() - QFontMetricsF(name).horizontalAdvance(block.name) - 6;
    };
    // The frame says already which block it is; the shape is said nowhere else.
    if (roomBesideName() < metrics.horizontalAdvance(block.detail))
        name.setBold(false);
    const double room = roomBesideName();
    painter.setPen(palette.ink);
    if (room < -6)
        return paintInTwoLines(painter, rect.adjusted(3, 1, -3, -1), block.name, font);
    painter.setFont(name);
    // A word may be cut, but half a shape would be another shape.
    const bool is_shape = block.detail.contains(QChar(0xd7));
    const bool has_detail =
        room > (is_shape ? metrics.horizontalAdvance(block.detail)
                         : std::min(metrics.horizontalAdvance(block.detail), 3 * metrics.height()));
    painter.drawText(inside,
        (has_detail && !block.detail.isEmpty() ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::AlignVCenter,
        block.name);
    if (has_detail) {
        painter.setFont(small);
        painter.setPen(palette.faint_ink);
        painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter,
            metrics.elidedText(block.detail, Qt::ElideRight, room));
    }
}

} // namespace glassformer
