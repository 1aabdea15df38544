#include "core/trace/look/attention_look_text.h"

#include <algorithm>

namespace glassformer {
namespace {

template <typename Value> std::string idOf(Value value, std::span<const NamedValue<Value>> names)
{
    const auto found = std::find_if(
        names.begin(), names.end(), [&](const NamedValue<Value>& named) { return named.value == value; });
    return std::string(found->id);
}

template <typename Value> Value valueOf(const JsonField& field, std::span<const NamedValue<Value>> names)
{
    std::string known;
    for (const NamedValue<Value>& named : names) {
        if (named.id == field.text())
            return named.value;
        known += (known.empty() ? "" : ", ") + std::string(named.id);
    }
    field.refuse(Message::tr("one of %1", known));
}

} // namespace

std::string mapName(const AttentionLook& look)
{
    return idOf(look.aggregate, allMapAggregates());
}

std::string sinkName(const AttentionLook& look)
{
    return look.hides_sink ? "hidden" : "shown";
}

std::string wordsName(const AttentionLook& look)
{
    return look.merges_words ? "whole" : "pieces";
}

std::string traitName(const AttentionLook& look)
{
    return look.trait ? idOf(*look.trait, namedHeadTraits()) : std::string();
}

std::string orderName(const AttentionLook& look)
{
    return look.sorts_heads ? "sorted" : "layers";
}

std::string pictureName(const AttentionLook& look)
{
    return idOf(look.picture, allAttentionPictures());
}

void takeMap(AttentionLook& look, const JsonField& field)
{
    look.aggregate = valueOf(field, allMapAggregates());
}

void takeSink(AttentionLook& look, const JsonField& field)
{
    look.hides_sink = field.oneOf({"shown", "hidden"}) == "hidden";
}

void takeWords(AttentionLook& look, const JsonField& field)
{
    look.merges_words = field.oneOf({"pieces", "whole"}) == "whole";
}

void takeTrait(AttentionLook& look, const JsonField& field)
{
    look.trait = field.text().empty() ? std::optional<HeadTrait>() : valueOf(field, namedHeadTraits());
}

void takeOrder(AttentionLook& look, const JsonField& field)
{
    look.sorts_heads = field.oneOf({"layers", "sorted"}) == "sorted";
}

void takePicture(AttentionLook& look, const JsonField& field)
{
    look.picture = valueOf(field, allAttentionPictures());
}

} // namespace glassformer
