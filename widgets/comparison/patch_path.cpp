#include "widgets/comparison/patch_path.h"

#include "core/experiment/reading/token_alignment.h"
#include "core/trace/look/place.h"
#include "widgets/comparison/patch_content.h"
#include "widgets/comparison/record_content.h"
#include "widgets/look/number_text.h"

#include <algorithm>

namespace glassformer {
namespace {

/** The block of the machine that puts out what is carried. */
StepKind blockOf(PatchedRecord record, AttentionSite stack, const ModelConfig& config)
{
    const bool is_second = isSecondStack(config, stack);
    switch (record) {
    case PatchedRecord::Stream:
        return is_second ? StepKind::DecoderLayerOutput : StepKind::LayerOutput;
    case PatchedRecord::Attention:
        return is_second ? StepKind::MaskedAttention : StepKind::HeadsJoined;
    case PatchedRecord::Head:
        return is_second ? StepKind::MaskedAttention : StepKind::WeightedSum;
    case PatchedRecord::CrossAttention:
        return StepKind::CrossAttention;
    case PatchedRecord::FeedForward:
        break;
    }
    return is_second ? StepKind::DecoderFeedForward : StepKind::FeedForward;
}

} // namespace

MachinePath patchPath(const PatchTable& table, PatchedRecord record, const ModelConfig& config)
{
    MachinePath path;
    path.site = isOfDecoder(table) ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
    path.block = blockOf(record, path.site, config);
    const std::vector<int> strongest = table.strongest();
    for (std::size_t row = hasInput(table) ? 1 : 0; row < strongest.size(); ++row) {
        const int column = strongest[row];
        if (column == no_counterpart) {
            path.layers.emplace_back();
            continue;
        }
        const double share = table.cells[row][std::size_t(column)]->share;
        //: tired/wide brings 72 % of the way
        path.layers.push_back(PathStop{std::clamp(share, 0.0, 1.0),
            ComparisonText::tr("%1 brings %2 of the way")
                .arg(columnLabel(table, column).text, percentText(share))});
    }
    return path;
}

} // namespace glassformer
