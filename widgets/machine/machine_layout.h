#pragma once

#include "core/trace/step/schematic.h"

#include <QPolygonF>
#include <QRectF>

#include <map>
#include <vector>

namespace glassformer {

/** The frame around the blocks of a layer; its head has the layer's name and a ladder of all layers. */
struct MachineFrame
{
    AttentionSite site = AttentionSite::Encoder;
    QRectF rect;
    QRectF head;
};

/** A wire as it is drawn: from the edge of a block to the edge of another. */
struct MachineWire
{
    Wire wire;
    QPolygonF points;
};

/** Where everything of the machine lies: in one column, or beside an encoder with the decoder in a second one. */
struct MachineLayout
{
    std::map<StepKind, QRectF> blocks;
    std::vector<MachineFrame> frames;
    std::vector<MachineWire> wires;
    bool has_two_columns = false;
    double height = 0; ///< that it needs: more than there is, where even the smallest blocks do not fit
};

/** The measures of the font: pixels. */
struct MachineFont
{
    double line = 16; ///< height of a line in a block of one line
    double small_line = 13; ///< in a block of two
};

MachineLayout layoutMachine(const std::vector<StepKind>& steps, const ModelConfig& config, const QSizeF& room,
    const MachineFont& font);

} // namespace glassformer
