#include "widgets/machine/map_block.h"

#include "widgets/look/line_text.h"
#include "widgets/look/palette.h"
#include "widgets/look/scaled_font.h"

#include <QPainter>

#include <cmath>

namespace glassformer {
namespace {

QColor tintOf(MapBlock::Kind kind, const Palette& colours)
{
    switch (kind) {
    case MapBlock::Kind::Attention:
        return mixed(colours.card, colours.query, 0.1);
    case MapBlock::Kind::Network:
        return mixed(colours.card, colours.hidden, 0.12);
    case MapBlock::Kind::Norm:
        return colours.ground;
    case MapBlock::Kind::Sum:
    case MapBlock::Kind::Plain:
        break;
    }
    return colours.card;
}

/** The name in two lines, broken where it is widest last; the same in one where it has no place to break. */
QString inTwoLines(const QString& name, const QFontMetricsF& metrics)
{
    QString best = name;
    double narrowest = metrics.horizontalAdvance(name);
    for (qsizetype i = 1; i < name.size(); ++i) {
        const bool is_space = name[i] == u' ';
        if (!is_space && name[i - 1] != u'-' && name[i].unicode() < 0x2e80)
            continue;
        // These end a Chinese word or belong to what stands before: no line begins with one.
        if (QStringLiteral("器个的").contains(name[i]))
            continue;
        const QString upper = name.left(i), lower = name.mid(is_space ? i + 1 : i);
        const double width = std::max(metrics.horizontalAdvance(upper), metrics.horizontalAdvance(lower));
        if (width < narrowest) {
            narrowest = width;
            best = upper + u'\n' + lower;
        }
    }
    return best;
}

} // namespace

MapBlock::MapBlock(QWidget* parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MapBlock::setName(const QString& name)
{
    if (name == m_name)
        return;
    m_name = name;
    m_look.reset();
    setText(literalLabel(name));
}

void MapBlock::setDetail(const QString& detail)
{
    const QString tip = tipText(detail.isEmpty() ? m_name : m_name + QStringLiteral("  ·  ") + detail);
    if (detail == m_detail && tip == toolTip())
        return;
    m_detail = detail;
    m_look.reset();
    setAccessibleDescription(detail);
    setToolTip(tip);
    update();
}

void MapBlock::setKind(Kind kind)
{
    m_kind = kind;
    m_look.reset();
    update();
}

QSize MapBlock::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(m_name + m_detail) + 3 * metrics.averageCharWidth() + 20,
        metrics.height() + 6};
}

void MapBlock::paintFrame(QPainter& painter) const
{
    const Palette& colours = paletteFor(palette());
    const bool is_lit = isChecked() || hasFocus();
    const double line = is_lit ? 1.6 : 1.0;
    const QRectF frame = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    const double radius = m_kind == Kind::Sum ? frame.height() / 2 : 5;
    painter.setPen(QPen(is_lit ? colours.selected : mixed(colours.border, colours.ink, 0.12), line,
        isChecked() || !hasFocus() ? Qt::SolidLine : Qt::DotLine));
    painter.setBrush(isChecked() ? colours.chosen : underMouse() ? colours.chip : tintOf(m_kind, colours));
    painter.drawRoundedRect(frame, radius, radius);
}

void MapBlock::paintInTwoLines(QPainter& painter, const QRectF& inside) const
{
    QFont small = font();
    const auto narrowed = [&](double factor) {
        small = scaledFont(font(), factor);
        return QFontMetricsF(small);
    };
    double factor = 1;
    const QString lines = inTwoLines(m_name, narrowed(factor));
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

void MapBlock::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const double pixels = devicePixelRatioF();
    if (std::abs(painter.deviceTransform().m11() - pixels) > 0.01) // seen through a glass
        return paintAll(painter);
    const Look look{isChecked(), hasFocus(), underMouse(), size(), pixels, font(), palette().cacheKey()};
    if (m_look != look) {
        m_look = look;
        m_painted = QPixmap(size() * pixels);
        m_painted.setDevicePixelRatio(pixels);
        m_painted.fill(Qt::transparent);
        QPainter once(&m_painted);
        paintAll(once);
    }
    painter.drawPixmap(QPointF(), m_painted);
}

void MapBlock::paintAll(QPainter& painter) const
{
    const Palette& colours = paletteFor(palette());
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);

    const QRectF inside = QRectF(rect()).adjusted(9, 0, -9, 0);
    const QFont small = scaledFont(font(), 0.9);
    const QFontMetricsF metrics(small);
    QFont name = font();
    name.setBold(isChecked());
    const auto roomBesideName = [&] {
        return inside.width() - QFontMetricsF(name).horizontalAdvance(m_name) - 6;
    };
    // The frame says already which block it is; the shape is said nowhere else.
    if (roomBesideName() < metrics.horizontalAdvance(m_detail))
        name.setBold(false);
    const double room = roomBesideName();
    painter.setPen(colours.ink);
    if (room < -6)
        return paintInTwoLines(painter, QRectF(rect()).adjusted(3, 1, -3, -1));
    painter.setFont(name);
    // A word may be cut, but half a shape would be another shape.
    const bool is_shape = m_detail.contains(QChar(0xd7));
    const bool has_detail =
        room > (is_shape ? metrics.horizontalAdvance(m_detail)
                         : std::min(metrics.horizontalAdvance(m_detail), 3 * metrics.height()));
    painter.drawText(inside,
        (has_detail && !m_detail.isEmpty() ? Qt::AlignLeft : Qt::AlignHCenter) | Qt::AlignVCenter, m_name);
    if (has_detail) {
        painter.setFont(small);
        painter.setPen(colours.faint_ink);
        painter.drawText(
            inside, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(m_detail, Qt::ElideRight, room));
    }
}

} // namespace glassformer
