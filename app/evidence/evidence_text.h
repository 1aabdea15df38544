#pragma once

#include "core/experiment/effect/model_part.h"
#include "core/experiment/effect/word_trial.h"
#include "core/experiment/reading/word_votes.h"
#include "core/trace/look/place.h"

#include <QCoreApplication>
#include <QString>

namespace glassformer {

/** What parts, voters and effects are called. */
struct EvidenceText
{
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

/** "Decoder layer 2 · head 3", "Layer 1 · feed-forward", "“it” looks at “dog”". */
QString partName(const ModelPart& part, const Trace& trace);
/** Where one sees the part; the word that is asked about stays. */
Selection placeOf(const ModelPart& part, const Selection& from, const Trace& trace);

/** "Embedding", "Layer 1 · head 3", "Biases". */
QString voterName(const Vote& vote, const ModelConfig& config);
/** Nothing where no step shows just that. */
std::optional<Selection> placeOf(const Vote& vote, const Selection& from, const Trace& trace);

/** Both facts, whether the word changes and how far it moves: "“il” stays · p 0.97 → 0.71". */
QString effectFacts(const WordEffect& effect, const Token& asked, const TokenOf& token_of);

/** "+0.31", "−1.20": how far a logarithm or a logit moves. */
QString signedText(double value, int decimals = 2);

} // namespace glassformer
