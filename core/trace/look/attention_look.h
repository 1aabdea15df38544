#pragma once

#include "core/model/head_name.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace glassformer {

/**
 * What a map of attention shows: one head, or what is made of several (core/experiment/attention/attention_aggregate.h). The rows
 * of those marked * sum to 1.
 */
enum class MapAggregate
{
    OneHead, ///< * as the run has it
    MeanOfHeads, ///< * of the layer
    LargestOfHeads, ///< of the layer, cell by cell
    MeanOfLayers, ///< * all heads of all layers
    LargestOfLayers, ///< all heads of all layers, cell by cell
    Rollout, ///< * through all layers up to this one
    ValueLengths, ///< * of one head: weight times length of the value
};

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
    Likeness, ///< 1 - distance to the chosen head (core/experiment/attention/head_likeness.h); no number of one head alone
};

/** Those that are a number of one head. */
inline constexpr std::array all_head_traits{HeadTrait::Itself, HeadTrait::Previous, HeadTrait::Next,
    HeadTrait::First, HeadTrait::Punctuation, HeadTrait::Special, HeadTrait::SameWord, HeadTrait::Distance,
    HeadTrait::Spread};

/** What stands beside a map of weights. */
enum class AttentionPicture
{
    Lines, ///< between two columns of tokens
    Arcs, ///< over the running sentence
    Text, ///< the running text, shaded
    Heads, ///< as Lines, of all heads of the layer, each in a colour of its own
};

/** How the user looks at maps of attention. */
struct AttentionLook
{
    MapAggregate aggregate = MapAggregate::OneHead;
    bool hides_sink =
        false; ///< tokens on which weight only rests are left out, and rows scaled to what they were
    bool merges_words = false; ///< pieces of a word are one row and one column
    std::optional<HeadTrait> trait{}; ///< by which all heads are tinted
    bool sorts_heads =
        false; ///< the grid of all heads goes by the trait, largest first, in place of layers and heads
    AttentionPicture picture = AttentionPicture::Lines;
    /** Rows whose weights are added to those of the chosen row, sorted; empty: that row is looked at alone. */
    std::vector<int> summed{};
    /** Heads of any place of attention that are shown over each other and switched together, in the order of marking. */
    std::vector<HeadName> marked{};

    bool operator==(const AttentionLook&) const = default;
};

/** A value and its name in files and links. */
template <typename Value> struct NamedValue
{
    Value value;
    std::string_view id;
};

std::span<const NamedValue<MapAggregate>> allMapAggregates();
std::span<const NamedValue<HeadTrait>> namedHeadTraits();
std::span<const NamedValue<AttentionPicture>> allAttentionPictures();

} // namespace glassformer
