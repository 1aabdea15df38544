#include "app/experiments/counterpart_selection.h"

#include "core/experiment/reading/record_difference.h"
#include "core/trace/look/place.h"
#include "core/trace/step/step_list.h"

namespace glassformer {
namespace {

/** What stands for a place, or nothing if no place is chosen or nothing stands for it. */
std::optional<int> counterpart(
    const std::vector<Token>& from, const std::vector<Token>& to, std::optional<int> place)
{
    return place ? counterpartThere(tokenPairs(from, to), *place) : std::nullopt;
}

/** The tokens that are counted by the rows of the output. */
const std::vector<Token>& outputRows(const Trace& trace)
{
    return trace.config.hasDecoder() ? trace.target : trace.source;
}

} // namespace

Selection counterpartSelection(const LookedRun& from, const LookedRun& to, bool is_one_model)
{
    Selection wanted = from.selection;
    const AttentionSite site = siteOf(wanted.step, from.trace.config);
    const StepKind step = nearestStep(wanted.step, to.trace);
    const AttentionSite other_site = siteOf(step, to.trace.config);
    const bool is_second = isDecoderStep(wanted.step, from.trace.config);
    const auto& tokens = is_second ? from.trace.target : from.trace.source;
    const auto& others = is_second ? to.trace.target : to.trace.source;
    wanted.token = counterpart(tokens, others, from.selection.token).value_or(to.selection.token);
    wanted.position = counterpart(outputRows(from.trace), outputRows(to.trace), from.selection.position)
                          .value_or(to.selection.position);
    wanted.query =
        counterpart(queriesOf(from.trace, site), queriesOf(to.trace, other_site), from.selection.query);
    wanted.key = counterpart(keysOf(from.trace, site), keysOf(to.trace, other_site), from.selection.key);
    if (!is_one_model)
        wanted.word = to.selection.word;
    return clampedTo(wanted, to.trace);
}

} // namespace glassformer
