#pragma once

#include "core/experiment/effect/patch_table.h"
#include "widgets/explanation/explanation_content.h"
#include "widgets/paint/attention/heatmap_content.h"

#include <QPoint>

#include <optional>

namespace glassformer {

/** The table as a picture: shares, 1 as red as it gets; cells that are not known, or have no way, struck. */
HeatmapContent patchContent(const PatchTable& table);

bool isOfDecoder(const PatchTable& table);
/** Whether the first row is what enters the stack; those above are its layers. */
bool hasInput(const PatchTable& table);
/** The token of a column; with the one that stands for it on the other side, where that is another. */
AxisLabel columnLabel(const PatchTable& table, int column);

/** What is carried: "the residual stream", "the output of attention". */
QString patchedName(PatchedRecord record);

/** What is measured, and how far the two runs are apart: one sentence, plain. */
QString patchQuestion(const PatchTable& table);

/**
 * What was carried and what the answer became, told twice: whether the word changes, and how far its probability moves.
 * \param cell  x: token, y: row of the table; nothing, or one that is not known: how to read the table
 */
ExplanationContent patchExplanation(
    const PatchTable& table, PatchedRecord record, std::optional<QPoint> cell, const TokenOf& token_of);

} // namespace glassformer
