#include "widgets/machine/machine_painter.h"

#include "core/trace/look/place.h"

#include <QPainter>
#include <QPainterPath>
#include <QRegion>

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

constexpr int most_sheets = 3;
constexpr double sheet_step = 2.5;

QColor wireColour(WireKind kind, const Palette& palette)
{
    switch (kind) {
    case WireKind::Memory:
        return palette.key;
    case WireKind::Values:
        return palette.value;
    case WireKind::Residual:
        return mixed(palette.faint_ink, palette.selected, 0.6);
    case WireKind::Flow:
    case WireKind::Added:
    case WireKind::Written:
        break;
    }
    return mixed(palette.card, palette.faint_ink, 0.85);
}

QPainterPath rounded(const QPolygonF& points)
{
    QPainterPath path(points.front());
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const QLineF in(points[i], points[i - 1]), out(points[i], points[i + 1]);
        const double radius = std::min({4.0, in.length() / 2, out.length() / 2});
        if (radius > 0.5) {
            path.lineTo(in.pointAt(radius / in.length()));
            path.quadTo(points[i], out.pointAt(radius / out.length()));
        }
    }
    path.lineTo(points.back());
    return path;
}

void paintArrow(QPainter& painter, const QPolygonF& points)
{
    const QLineF last(points[points.size() - 2], points.back());
    if (last.length() < 2)
        return;
    const QPointF along = (last.p2() - last.p1()) / last.length();
    const QPointF beside(-along.y(), along.x());
    const double size = std::min(4.0, last.length());
    painter.drawPolygon(QPolygonF{
        last.p2(), last.p2() - along * size + beside * 2.6, last.p2() - along * size - beside * 2.6});
}

} // namespace

void paintMachineFrames(
    QPainter& painter, const MachineLayout& layout, const ModelConfig& config, const Palette& palette)
{
    const QColor line = mixed(palette.border, palette.ink, 0.15);
    for (const MachineFrame& frame : layout.frames) {
        const int behind = std::min(most_sheets, layersOf(config, frame.site)) - 1;
        for (int i = behind; i >= 0; --i) {
            painter.setPen(QPen(i > 0 ? mixed(palette.card, line, 0.8) : line, 1));
            painter.setBrush(mixed(palette.card, palette.ground, 0.7));
            painter.drawRoundedRect(
                frame.rect.translated(i * sheet_step, -i * sheet_step).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
    }
}

void paintMachineWires(
    QPainter& painter, const MachineLayout& layout, const std::vector<Wire>& lit, const Palette& palette)
{
    // What enters a layer goes on below its name.
    QRegion room = QRegion(painter.window());
    for (const MachineFrame& frame : layout.frames)
        room -= frame.head.adjusted(0, 0, 0, -2).toRect();
    painter.save();
    painter.setClipRegion(room, Qt::IntersectClip);
    for (const MachineWire& wire : layout.wires) {
        const bool is_lit = std::find(lit.begin(), lit.end(), wire.wire) != lit.end();
        const QColor colour = is_lit ? palette.positive : wireColour(wire.wire.kind, palette);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour,
            is_lit                                   ? 2.6
                : wire.wire.kind == WireKind::Memory ? 1.8
                                                     : 1.2,
            wire.wire.kind == WireKind::Written ? Qt::DashLine : Qt::SolidLine));
        painter.drawPath(rounded(wire.points));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        paintArrow(painter, wire.points);
    }
    painter.restore();
}

void paintMachineFlow(QPainter& painter, const MachineLayout& layout, const std::vector<Wire>& way,
    double done, const Palette& palette)
{
    QPainterPath path;
    for (const Wire& step : way)
        for (const MachineWire& wire : layout.wires)
            if (wire.wire == step)
                path.isEmpty() ? path.addPolygon(wire.points) : path.connectPath(rounded(wire.points));
    if (path.isEmpty())
        return;
    constexpr int dots = 5;
    constexpr double apart = 7; // pixels
    const double length = path.length();
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < dots; ++i) {
        const double at = done * length - i * apart;
        if (at < 0 || at > length)
            continue;
        QColor colour = palette.selected;
        colour.setAlphaF(float(1.0 - double(i) / dots));
        painter.setBrush(colour);
        const double radius = 3.2 - 0.4 * i;
        painter.drawEllipse(path.pointAtPercent(path.percentAtLength(at)), radius, radius);
    }
}

} // namespace glassformer
