#include "widgets/steps/step_entry.h"

#include <algorithm>
#include <array>

namespace glassformer {

// Each in a file of its own, named after it.
extern const StepEntry sentence_step, tokens_step, embedding_step, position_step, encoder_input_step,
    attention_norm_step, query_key_value_step, scores_step, softmax_step, weighted_sum_step,
    heads_joined_step, attention_residual_step, feed_forward_norm_step, feed_forward_step, layer_output_step,
    encoder_output_step, target_tokens_step, decoder_input_step, decoder_norm_step, masked_scores_step,
    masked_attention_step, cross_norm_step, cross_attention_step, decoder_feed_forward_norm_step,
    decoder_feed_forward_step, decoder_output_step, logits_step, next_word_step, answer_step;

const StepEntry& entryOf(StepKind kind)
{
    static const std::array entries{
        &sentence_step,
        &tokens_step,
        &embedding_step,
        &position_step,
        &encoder_input_step,
        &attention_norm_step,
        &query_key_value_step,
        &scores_step,
        &softmax_step,
        &weighted_sum_step,
        &heads_joined_step,
        &attention_residual_step,
        &feed_forward_norm_step,
        &feed_forward_step,
        &layer_output_step,
        &encoder_output_step,
        &target_tokens_step,
        &decoder_input_step,
        &decoder_norm_step,
        &masked_scores_step,
        &masked_attention_step,
        &cross_norm_step,
        &cross_attention_step,
        &decoder_feed_forward_norm_step,
        &decoder_feed_forward_step,
        &decoder_output_step,
        &logits_step,
        &next_word_step,
        &answer_step,
    };
    return **std::find_if(
        entries.begin(), entries.end(), [kind](const StepEntry* entry) { return entry->kind == kind; });
}

} // namespace glassformer
