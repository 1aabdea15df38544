#include "widgets/explanation/attention_look_text.h"

#include "widgets/look/number_text.h"
#include "widgets/pictures/trace_content.h"

#include <QStringList>

namespace glassformer {
namespace {

constexpr qsizetype most_named = 3;

} // namespace

QString aggregateName(MapAggregate aggregate)
{
    switch (aggregate) {
    case MapAggregate::MeanOfHeads:
        return AttentionLookText::tr("Mean of all heads");
    case MapAggregate::LargestOfHeads:
        return AttentionLookText::tr("Largest of all heads");
    case MapAggregate::MeanOfLayers:
        return AttentionLookText::tr("Mean of all layers and heads");
    case MapAggregate::LargestOfLayers:
        return AttentionLookText::tr("Largest of all layers and heads");
    case MapAggregate::Rollout:
        return AttentionLookText::tr("Rollout up to this layer");
    case MapAggregate::ValueLengths:
        return AttentionLookText::tr("Weight × length of value");
    case MapAggregate::OneHead:
        break;
    }
    return AttentionLookText::tr("One head");
}

QString aggregateRemark(MapAggregate aggregate)
{
    switch (aggregate) {
    case MapAggregate::MeanOfHeads:
        return AttentionLookText::tr(
            "The mean of this layer's heads; a single one may look quite different.");
    case MapAggregate::LargestOfHeads:
        return AttentionLookText::tr("The largest weight of this layer's heads; rows do not add up to 1.");
    case MapAggregate::MeanOfLayers:
        return AttentionLookText::tr("The mean of all heads of all layers.");
    case MapAggregate::LargestOfLayers:
        return AttentionLookText::tr("The largest weight of all heads; rows do not add up to 1.");
    case MapAggregate::Rollout:
        return AttentionLookText::tr(
            "An estimate of what arrives here from each token, through all layers so far.");
    case MapAggregate::ValueLengths:
        return AttentionLookText::tr(
            "Weight times length of the {v:value} it brings, as a share of the row.");
    case MapAggregate::OneHead:
        break;
    }
    return {};
}

QString aggregateTip(MapAggregate aggregate)
{
    switch (aggregate) {
    case MapAggregate::Rollout:
        return AttentionLookText::tr(
            "Attention rollout (Abnar and Zuidema 2020): half of every layer is the mean of its heads, half "
            "passes by, and layers are multiplied. Values and feed-forward networks are left out.");
    case MapAggregate::ValueLengths:
        return AttentionLookText::tr("A large weight on a short value moves little (after Kobayashi et al. "
                                     "2020, who measure the value "
                                     "behind W_O).");
    case MapAggregate::OneHead:
        return AttentionLookText::tr("The weights of the chosen head, as the model has them.");
    default:
        return AttentionLookText::tr("What single heads do disappears in it: open them one by one, too.");
    }
}

QString pictureName(AttentionPicture picture)
{
    return picture == AttentionPicture::Arcs ? AttentionLookText::tr("Arcs")
        : picture == AttentionPicture::Text  ? AttentionLookText::tr("Shaded text")
        : picture == AttentionPicture::Heads ? AttentionLookText::tr("Heads in colours")
                                             : AttentionLookText::tr("Lines");
}

QString traitName(HeadTrait trait)
{
    switch (trait) {
    case HeadTrait::Itself:
        return AttentionLookText::tr("looks at itself");
    case HeadTrait::Previous:
        return AttentionLookText::tr("looks at the token before");
    case HeadTrait::Next:
        return AttentionLookText::tr("looks at the next token");
    case HeadTrait::First:
        return AttentionLookText::tr("looks at the first token");
    case HeadTrait::Punctuation:
        return AttentionLookText::tr("looks at punctuation");
    case HeadTrait::Special:
        return AttentionLookText::tr("looks at special tokens");
    case HeadTrait::SameWord:
        return AttentionLookText::tr("looks at the same word elsewhere");
    case HeadTrait::Distance:
        return AttentionLookText::tr("how far it looks");
    case HeadTrait::Spread:
        return AttentionLookText::tr("over how many tokens it spreads");
    case HeadTrait::Likeness:
        break;
    }
    return AttentionLookText::tr("looks like the chosen head");
}

QString traitText(HeadTrait trait, double value)
{
    return trait == HeadTrait::Distance || trait == HeadTrait::Spread
        ? AttentionLookText::tr("%1 tokens").arg(fixedText(value, 1))
        : percentText(value);
}

QString tokenList(const std::vector<Token>& tokens, std::span<const int> indices)
{
    QStringList names;
    for (const int index : indices) {
        //: a token's text in quotation marks
        const QString name = AttentionLookText::tr("“%1”").arg(textOf(tokens[std::size_t(index)]));
        if (!names.contains(name))
            names.push_back(name);
    }
    const qsizetype others = names.size() - most_named;
    //: between the names of tokens in a list
    const QString list = names.first(std::min(names.size(), most_named)).join(AttentionLookText::tr(", "));
    return others > 0 ? AttentionLookText::tr("%1 and %n more", nullptr, int(others)).arg(list) : list;
}

} // namespace glassformer
