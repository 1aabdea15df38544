#include "widgets/steps/step_entry.h"

#include <algorithm>
#include <array>
#include <vector>

namespace glassformer {

// Each in a file of its own, named after it.
extern const StepEntry sentence_step, tokens_step, embedding_step, position_step, encoder_input_step,
    query_key_value_step, weighted_sum_step, heads_joined_step, target_tokens_step, decoder_input_step,
    logits_step, next_word_step, answer_step;

// Those that differ in little stand together.
extern const std::array<StepEntry, 5> attention_steps, norm_steps, add_steps;
extern const std::array<StepEntry, 2> feed_forward_steps, stack_output_steps;

namespace {

std::vector<const StepEntry*> allEntries()
{
    std::vector<const StepEntry*> entries{
        &sentence_step,
        &tokens_step,
        &embedding_step,
        &position_step,
        &encoder_input_step,
        &query_key_value_step,
        &weighted_sum_step,
        &heads_joined_step,
        &target_tokens_step,
        &decoder_input_step,
        &logits_step,
        &next_word_step,
        &answer_step,
    };
    const auto add = [&entries](const auto& kin) {
        for (const StepEntry& entry : kin)
            entries.push_back(&entry);
    };
    add(attention_steps);
    add(norm_steps);
    add(add_steps);
    add(feed_forward_steps);
    add(stack_output_steps);
    return entries;
}

} // namespace

const StepEntry& entryOf(StepKind kind)
{
    static const std::vector<const StepEntry*> entries = allEntries();
    return **std::find_if(
        entries.begin(), entries.end(), [kind](const StepEntry* entry) { return entry->kind == kind; });
}

} // namespace glassformer
