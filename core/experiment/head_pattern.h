#pragma once

#include "core/experiment/attention_map.h"
#include "core/job.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace glassformer {

/**
 * What a head does on one text, each as one number that is a mean over the rows of its map. Shares are of a row's weight,
 * 0 .. 1, over those rows that have such a token in sight (Clark et al. 2019, "What Does BERT Look At?", section 3,
 * who take the mean over all rows). Rows that can look at one token only are left out.
 */
enum class HeadTrait
{
    Itself,
    Previous, ///< the token before
    Next,
    First, ///< the text's first token, whatever it is
    Punctuation,
    Special, ///< start, end, language, [CLS], [SEP]
    SameWord, ///< other tokens with the same id, as "duplicate token heads" do (Wang et al. 2022)
    Distance, ///< sum of weight · |i - j|, in tokens (Vig & Belinkov 2019, section 4.3)
    Spread, ///< exp of the entropy of a row: so many tokens that get equal weight are as uncertain (Hill 1973)
};

inline constexpr std::array all_head_traits{HeadTrait::Itself, HeadTrait::Previous, HeadTrait::Next,
    HeadTrait::First, HeadTrait::Punctuation, HeadTrait::Special, HeadTrait::SameWord, HeadTrait::Distance,
    HeadTrait::Spread};

/** A number for every trait, in the order of all_head_traits; nothing where it has no meaning in this text. */
using HeadPattern = std::array<std::optional<double>, all_head_traits.size()>;

/** Nothing where no row has such a token in sight, or for places in two different texts. */
std::optional<double> traitOf(const AttentionMap& map, HeadTrait trait);
HeadPattern patternOf(const AttentionMap& map);

inline const std::optional<double>& traitIn(const HeadPattern& pattern, HeadTrait trait)
{
    return pattern[static_cast<std::size_t>(trait)];
}

/** Of every head where the run attends there, layer by layer; those that the run has not recorded have no numbers. */
struct HeadPatterns
{
    AttentionSite site = AttentionSite::Encoder;
    int heads = 0; ///< in a layer
    std::vector<HeadPattern> patterns; ///< [layers · heads]
};

/** A layer in each piece, and nothing published before the last. */
std::unique_ptr<JobOf<HeadPatterns>> headPatternsJob(std::shared_ptr<const Trace> trace, AttentionSite site);

} // namespace glassformer
