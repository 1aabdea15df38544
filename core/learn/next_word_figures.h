#pragma once

#include "core/learn/held_out_sentence.h"
#include "core/learn/language_evaluation.h"

namespace glassformer {

/** What both kinds of language model are put through. */
struct HeldOutSets
{
    HeldOutTwins pair, frame, role, clause_first, number;
    std::vector<EncodedSentence> fresh;
};

/** "en" and "zh" with everything a sum is made for. */
inline constexpr std::array<Language, 2> languages_read{Language::English, Language::Chinese};

/** Part of evaluateLanguage() for a model without encoder. */
std::vector<Figure> nextWordFigures(
    const Model& model, const Corpus& corpus, const HeldOutSets& sets, const CancelFlag& cancel);

} // namespace glassformer
