#pragma once

#include "core/trace/step/step_list.h"
#include "widgets/look/palette.h"

#include <QFont>
#include <QFontMetricsF>
#include <QRectF>
#include <QString>

class QPainter;

namespace glassformer {

/** What a block of the machine does, by its shape and its tint. */
enum class BlockKind
{
    Plain,
    Sum, ///< two wires come together: round
    Norm,
    Attention,
    Network
};

BlockKind blockKindOf(StepKind step, const ModelConfig& config);

/** One block: its name, and at the right what it works on, such as "12×128", where there is room. */
struct MachineBlock
{
    QString name; ///< too long for a line, it is written in two where there is room
    QString detail;
    BlockKind kind = BlockKind::Plain;
    bool is_chosen = false;
    bool is_focused = false;
    bool is_under_mouse = false;
    bool is_lit = false; ///< a path leads through it
};

/** The name in two lines, broken between words where the wider line is narrowest; in one where it has no place to break. */
QString inTwoLines(const QString& name, const QFontMetricsF& metrics);

void paintMachineBlock(QPainter& painter, const QRectF& rect, const MachineBlock& block, const QFont& font,
    const Palette& palette);

} // namespace glassformer
