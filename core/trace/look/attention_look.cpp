#include "core/trace/look/attention_look.h"

namespace glassformer {
namespace {

constexpr std::array aggregates{
    NamedValue<MapAggregate>{MapAggregate::OneHead, "head"},
    NamedValue<MapAggregate>{MapAggregate::MeanOfHeads, "mean_heads"},
    NamedValue<MapAggregate>{MapAggregate::LargestOfHeads, "largest_heads"},
    NamedValue<MapAggregate>{MapAggregate::MeanOfLayers, "mean_layers"},
    NamedValue<MapAggregate>{MapAggregate::LargestOfLayers, "largest_layers"},
    NamedValue<MapAggregate>{MapAggregate::Rollout, "rollout"},
    NamedValue<MapAggregate>{MapAggregate::ValueLengths, "value_lengths"},
};

constexpr std::array traits{
    NamedValue<HeadTrait>{HeadTrait::Itself, "itself"},
    NamedValue<HeadTrait>{HeadTrait::Previous, "previous"},
    NamedValue<HeadTrait>{HeadTrait::Next, "next"},
    NamedValue<HeadTrait>{HeadTrait::First, "first"},
    NamedValue<HeadTrait>{HeadTrait::Punctuation, "punctuation"},
    NamedValue<HeadTrait>{HeadTrait::Special, "special"},
    NamedValue<HeadTrait>{HeadTrait::SameWord, "same_word"},
    NamedValue<HeadTrait>{HeadTrait::Distance, "distance"},
    NamedValue<HeadTrait>{HeadTrait::Spread, "spread"},
    NamedValue<HeadTrait>{HeadTrait::Likeness, "likeness"},
};

constexpr std::array pictures{
    NamedValue<AttentionPicture>{AttentionPicture::Lines, "lines"},
    NamedValue<AttentionPicture>{AttentionPicture::Arcs, "arcs"},
    NamedValue<AttentionPicture>{AttentionPicture::Text, "text"},
    NamedValue<AttentionPicture>{AttentionPicture::Heads, "heads"},
};

} // namespace

std::span<const NamedValue<MapAggregate>> allMapAggregates()
{
    return aggregates;
}

std::span<const NamedValue<HeadTrait>> namedHeadTraits()
{
    return traits;
}

std::span<const NamedValue<AttentionPicture>> allAttentionPictures()
{
    return pictures;
}

} // namespace glassformer
