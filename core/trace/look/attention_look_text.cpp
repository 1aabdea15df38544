#include "core/trace/look/attention_look_text.h"

#include "core/error.h"

#include <algorithm>
#include <limits>

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

std::vector<std::string> markedNames(const AttentionLook& look)
{
    std::vector<std::string> names;
    for (const HeadName& head : look.marked)
        names.push_back(headText(head));
    return names;
}

void takeMarked(AttentionLook& look, const JsonField& field)
{
    constexpr std::size_t most_marked = 1024;
    if (field.size() > most_marked)
        field.refuse(Message::tr("at most %1 heads", most_marked));
    // Which heads there are is asked where the model is known.
    ModelConfig any;
    any.encoder_layers = any.decoder_layers = any.n_heads = std::numeric_limits<int>::max();
    look.marked.clear();
    for (std::size_t i = 0; i < field.size(); ++i) {
        HeadName head;
        try {
            head = headFromText(field.at(i).text(), any);
        } catch (const Error&) {
            field.at(i).refuse(Message::tr("the name of a head, such as encoder.0.head.2"));
        }
        if (std::find(look.marked.begin(), look.marked.end(), head) == look.marked.end())
            look.marked.push_back(head);
    }
}

} // namespace glassformer
