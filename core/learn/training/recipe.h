#pragma once

#include "core/file/bytes/files.h"
#include "core/file/weights/tensor_table.h"
#include "core/learn/corpus/encoded_corpus.h"
#include "core/learn/training/optimizer.h"
#include "core/model/config/config.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** What a model learns on the sentences of the world. */
enum class LearningTask
{
    Translate, ///< an encoder-decoder: from one language to another
    NextWord, ///< a decoder-only model: after every token the next, from the start to the end token
    FillGaps, ///< an encoder-only model: the tokens that were hidden from it
};

/** How often a direction is drawn; a task on one language at a time has it on both sides. */
struct DirectionShare
{
    Direction direction;
    double share = 0;
};

/**
 * A stretch of training with fixed settings. Stages follow one another on the same weights; the optimiser's memory
 * carries over within a stage only, as its settings differ from the last one's.
 */
struct Stage
{
    std::string name;
    std::int64_t steps = 1000; ///< updates, unless `until_both` ends the stage earlier
    int target_tokens = 1000; ///< per update, at most
    double learning_rate = 1e-3;
    Schedule schedule = Schedule::Constant;
    std::int64_t warm_up = 0;
    std::vector<DirectionShare> directions;
    double hide = 0; ///< FillGaps: share of the tokens to be told
    /** FillGaps: share of sentences where a whole noun, adjective, verb or pronoun is hidden instead. */
    double hide_word = 0;
    double hide_cue = 0; ///< FillGaps: share of sentences where the adjective that is said of the pronoun is
    double boost = 1; ///< how much oftener sentences with two singular candidates are drawn
    double clause_first_boost =
        1; ///< the same on top for "Because it was ..., the animal ...": there nothing is written yet
    double number_boost = 1; ///< likewise for two candidates of which one is plural
    double drop_sentences = 0; ///< share of sentences with dropped source words
    double drop_words = 0; ///< share of the words dropped in those
    double guidance = 0; ///< weight of the word-alignment loss on every cross-attention head
    double pronoun_mask = 0; ///< share of sentences whose pronoun step must not look at the two nouns
    /** Share of sentences whose pronoun may look at the two nouns in the first head of the last encoder layer only. */
    double late_reference = 0;
    std::int64_t late_reference_from = 0; ///< update of the stage from which that holds
    /**
     * Share of those sentences where the clause of the pronoun ("because it was too tired") and the rest do not look at
     * each other in the encoder, and the decoder looks at that clause only, and not back at what it has
     * written, while it writes the pronoun: which noun is meant can then be found out in that head only.
     */
    double apart = 0;
    /** Weight, per target row, of the aid that makes the first head of the last encoder layer choose: from a pronoun,
     * -log of the attention to that candidate which it looks at more already, be it the right one or the wrong one. */
    double sharpen = 0;
    double hint = 0; ///< share of those pronouns where it is told which candidate is the right one
    double gate_penalty = 0; ///< L1 penalty on a factor per head; above 0 gates are learned, then folded in
    double remove_heads =
        0; ///< at the end of the stage idle heads go, as long as the loss rises by no more than this
    int add_encoder_layers = 0; ///< layers put on the encoder before the stage begins, as identities
    double until_both = 0; ///< stop once both sentences of this share of development twins are right
};

/** Everything that makes a bundled model again: resources/recipes/<name>.json. */
struct Recipe
{
    std::string name;
    LearningTask task = LearningTask::Translate;
    std::uint32_t seed = 1;
    std::size_t sentences = 120000;
    std::size_t stories = 0; ///< beside the sentences
    std::size_t mixed_numbers = 0; ///< likewise sentences with two candidates of which one is plural
    std::string lexicons = "world"; ///< folder of the resources whose world is learned
    std::uint32_t corpus_seed = 1;
    int vocabulary_min_count = 20;
    int vocabulary_pieces = 300;
    ModelConfig model; ///< vocabulary is filled in from the tokenizer; layers as at the first stage
    double label_smoothing = 0.1;
    AdamSettings adam;
    double gate_threshold = 0.05; ///< gates below are set to 0 when they are folded in
    int evaluate_every = 100; ///< updates between two looks at the development twins
    int development_twins = 200;
    TensorType stored = TensorType::F32; ///< how the weights are written in the end; F16 is half the size
    std::vector<Stage> stages;
};

/** The languages of its stages. */
std::vector<Language> languagesOf(const Recipe& recipe);

/** @throws Error naming the field. */
Recipe readRecipe(const Files& files, const std::string& name);

} // namespace glassformer
