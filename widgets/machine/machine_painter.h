#pragma once

#include "widgets/look/palette.h"
#include "widgets/machine/machine_layout.h"

class QPainter;

namespace glassformer {

/** Frames of layers, with the layers behind them as sheets: as many as there are, three at most. */
void paintMachineFrames(
    QPainter& painter, const MachineLayout& layout, const ModelConfig& config, const Palette& palette);

/** All wires with their arrows; some are lit. */
void paintMachineWires(
    QPainter& painter, const MachineLayout& layout, const std::vector<Wire>& lit, const Palette& palette);

/** What flows from one step to another. done: 0 .. 1 of the way. */
void paintMachineFlow(QPainter& painter, const MachineLayout& layout, const std::vector<Wire>& way,
    double done, const Palette& palette);

} // namespace glassformer
