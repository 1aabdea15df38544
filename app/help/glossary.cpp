#include "app/help/glossary.h"

#include <QCoreApplication>

#include <array>

namespace glassformer {
namespace {

struct GlossaryText
{
    Q_DECLARE_TR_FUNCTIONS(GlossaryText)
};

constexpr std::array terms{
    GlossaryTerm{[] { return GlossaryText::tr("token"); },
        [] {
            return GlossaryText::tr(
                "A piece of text that the model reads at once: a word, a part of one, or a sign.");
        },
        StepKind::Tokens},
    GlossaryTerm{[] { return GlossaryText::tr("vocabulary"); },
        [] { return GlossaryText::tr("The list of all tokens that a model knows, each with a number."); },
        StepKind::Tokens},
    GlossaryTerm{[] { return GlossaryText::tr("special token"); },
        [] {
            return GlossaryText::tr(
                "A token that stands for no text, but for a beginning, an end or a task.");
        },
        StepKind::Tokens},
    GlossaryTerm{[] { return GlossaryText::tr("embedding"); },
        [] {
            return GlossaryText::tr(
                "The vector that a token has in a learned table, before anything else is known of it.");
        },
        StepKind::Embedding},
    GlossaryTerm{[] { return GlossaryText::tr("vector"); },
        [] { return GlossaryText::tr("A row of numbers; one stands for each token at every step."); },
        StepKind::Embedding},
    GlossaryTerm{[] { return GlossaryText::tr("positional encoding"); },
        [] {
            return GlossaryText::tr(
                "Numbers that say at which place a token stands, because attention itself knows no order.");
        },
        StepKind::Position},
    GlossaryTerm{[] { return GlossaryText::tr("query"); },
        [] { return GlossaryText::tr("The vector with which a token asks what it is looking for."); },
        StepKind::QueryKeyValue},
    GlossaryTerm{[] { return GlossaryText::tr("key"); },
        [] { return GlossaryText::tr("The vector by which a token is found by the queries of others."); },
        StepKind::QueryKeyValue},
    GlossaryTerm{[] { return GlossaryText::tr("value"); },
        [] { return GlossaryText::tr("The vector that a token hands over to those that look at it."); },
        StepKind::QueryKeyValue},
    GlossaryTerm{[] { return GlossaryText::tr("score"); },
        [] {
            return GlossaryText::tr("The dot product of a query and a key: the larger, the better they fit.");
        },
        StepKind::Scores},
    GlossaryTerm{[] { return GlossaryText::tr("mask"); },
        [] {
            return GlossaryText::tr(
                "The rule that no token may look at those after it, because they are not written yet.");
        },
        StepKind::MaskedAttention},
    GlossaryTerm{[] { return GlossaryText::tr("softmax"); },
        [] {
            return GlossaryText::tr("The step that makes positive shares of any numbers, which add up to 1.");
        },
        StepKind::Softmax},
    GlossaryTerm{[] { return GlossaryText::tr("attention weight"); },
        [] { return GlossaryText::tr("The share of what a token takes in that comes from another one."); },
        StepKind::Softmax},
    GlossaryTerm{[] { return GlossaryText::tr("head"); },
        [] {
            return GlossaryText::tr(
                "One of several attentions side by side, each with queries, keys and values of its own.");
        },
        StepKind::Softmax},
    GlossaryTerm{[] { return GlossaryText::tr("attention sink"); },
        [] { return GlossaryText::tr("A token on which weight rests that a head has no better place for."); },
        StepKind::Softmax},
    GlossaryTerm{[] { return GlossaryText::tr("weighted sum"); },
        [] { return GlossaryText::tr("The sum of all values, each times its attention weight."); },
        StepKind::WeightedSum},
    GlossaryTerm{[] { return GlossaryText::tr("residual"); },
        [] {
            return GlossaryText::tr(
                "The way around a block: what comes in is added to what the block puts out.");
        },
        StepKind::AttentionResidual},
    GlossaryTerm{[] { return GlossaryText::tr("layer norm"); },
        [] {
            return GlossaryText::tr("The step that brings a vector to mean 0 and variance 1, and then scales "
                                    "it by what was learned.");
        },
        StepKind::AttentionNorm},
    GlossaryTerm{[] { return GlossaryText::tr("feed-forward"); },
        [] {
            return GlossaryText::tr(
                "Two matrices with a bend between them, which work on every token by itself.");
        },
        StepKind::FeedForward},
    GlossaryTerm{[] { return GlossaryText::tr("activation"); },
        [] { return GlossaryText::tr("The bend between two matrices, without which they would be one."); },
        StepKind::FeedForward},
    GlossaryTerm{[] { return GlossaryText::tr("layer"); },
        [] {
            return GlossaryText::tr(
                "Attention and feed-forward network together; a model has many, one after the other.");
        },
        StepKind::LayerOutput},
    GlossaryTerm{[] { return GlossaryText::tr("encoder"); },
        [] { return GlossaryText::tr("The stack of layers that reads the whole text at once."); },
        StepKind::EncoderOutput},
    GlossaryTerm{[] { return GlossaryText::tr("decoder"); },
        [] { return GlossaryText::tr("The stack of layers that writes one token after the other."); },
        StepKind::DecoderInput},
    GlossaryTerm{[] { return GlossaryText::tr("cross-attention"); },
        [] { return GlossaryText::tr("Attention from what is written to what was read."); },
        StepKind::CrossAttention},
    GlossaryTerm{[] { return GlossaryText::tr("logit"); },
        [] {
            return GlossaryText::tr(
                "The number that the model gives to a token of the vocabulary before softmax.");
        },
        StepKind::Logits},
    GlossaryTerm{[] { return GlossaryText::tr("probability"); },
        [] {
            return GlossaryText::tr(
                "The share of chance that a token has to be the next one; all together have 1.");
        },
        StepKind::NextWord},
    GlossaryTerm{[] { return GlossaryText::tr("temperature"); },
        [] {
            return GlossaryText::tr(
                "What logits are divided by before softmax: above 1 chance has more to say, below 1 less.");
        },
        StepKind::NextWord},
    GlossaryTerm{[] { return GlossaryText::tr("top-k"); },
        [] { return GlossaryText::tr("The rule that only the k likeliest tokens can be drawn."); },
        StepKind::NextWord},
    GlossaryTerm{[] { return GlossaryText::tr("top-p"); },
        [] {
            return GlossaryText::tr("The rule that only the likeliest tokens can be drawn which together "
                                    "have the probability p.");
        },
        StepKind::NextWord},
    GlossaryTerm{[] { return GlossaryText::tr("dimension"); },
        [] { return GlossaryText::tr("The place of a number in a vector."); }, StepKind::Embedding},
};

/** Whether a term stands in a text as a word, in the singular or the plural. */
bool hasTerm(const QString& text, const QString& term)
{
    for (qsizetype at = text.indexOf(term, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(term, at + 1, Qt::CaseInsensitive)) {
        const bool begins = at == 0 || !text[at - 1].isLetter() || text[at - 1].script() == QChar::Script_Han;
        qsizetype end = at + term.size();
        if (end < text.size() && text[end] == u's')
            ++end;
        if (begins
            && (end >= text.size() || !text[end].isLetter() || text[end].script() == QChar::Script_Han))
            return true;
    }
    return false;
}

} // namespace

std::span<const GlossaryTerm> glossary()
{
    return terms;
}

QString termsIn(const QString& text)
{
    QStringList lines;
    for (const GlossaryTerm& entry : glossary())
        if (hasTerm(text, entry.term()))
            lines << QStringLiteral("<p><b>%1</b> — %2</p>")
                         .arg(entry.term().toHtmlEscaped(), entry.meaning().toHtmlEscaped());
    return lines.join(QString());
}

} // namespace glassformer
