#include "widgets/explanation/explanation_content.h"
#include "widgets/pictures/trace_content.h"

#include <QCoreApplication>

namespace glassformer {

namespace {

const char* noticeSource(StepKind kind)
{
    switch (kind) {
    case StepKind::Sentence:
        return QT_TRANSLATE_NOOP("Notice",
            "Everything that follows is one run of a trained network on exactly this text. Change a word and "
            "every number changes with it.");
    case StepKind::Tokens:
        return QT_TRANSLATE_NOOP("Notice",
            "The model never sees letters, only these numbers. Change one letter of a known word: it falls "
            "into other pieces, with other numbers.");
    case StepKind::Embedding:
        return QT_TRANSLATE_NOOP("Notice",
            "The same word has the same row wherever it stands: before the first layer it knows nothing of "
            "its sentence. Single columns seldom have a name.");
    case StepKind::Position:
        return QT_TRANSLATE_NOOP("Notice",
            "Without this the model could not tell “dog bites man” from “man bites dog”: attention itself "
            "does not know any order.");
    case StepKind::EncoderInput:
        return QT_TRANSLATE_NOOP("Notice",
            "Word and place share one vector. No number is set apart for either; the layers learn to tell "
            "them apart.");
    case StepKind::QueryKeyValue:
        return QT_TRANSLATE_NOOP("Notice",
            "All three come from the same vector of the same token, through three different matrices. Every "
            "token has its own {q:query}, {k:key} and {v:value}.");
    case StepKind::Scores:
        return QT_TRANSLATE_NOOP("Notice",
            "A score is high where {q:query} and {k:key} point the same way. Row and column differ: what "
            "one word asks of another is not what the other asks of it.");
    case StepKind::Softmax:
        return QT_TRANSLATE_NOOP("Notice",
            "Nobody told this head which word is meant. A large weight shows where it takes its values from; "
            "it "
            "does not prove why. Switch the head off to see what it changes.");
    case StepKind::WeightedSum:
        return QT_TRANSLATE_NOOP("Notice",
            "Nothing is picked, everything is mixed: even a word with a small weight leaves a trace in the "
            "sum.");
    case StepKind::HeadsJoined:
        return QT_TRANSLATE_NOOP("Notice",
            "Each head had only its own few columns to write to. W_O lets them speak to each other for the "
            "first time.");
    case StepKind::AttentionResidual:
        return QT_TRANSLATE_NOOP("Notice",
            "The token keeps what it was and gets something added. That is why a network of many layers can "
            "still be trained.");
    case StepKind::FeedForward:
        return QT_TRANSLATE_NOOP("Notice",
            "Attention moved information between words; here each word thinks alone. Most units stay silent "
            "for most words.");
    case StepKind::LayerOutput:
        return QT_TRANSLATE_NOOP("Notice",
            "Same shape as what came in, so that the next layer can do the same again with other weights.");
    case StepKind::EncoderOutput:
        return QT_TRANSLATE_NOOP("Notice",
            "There is no single vector for the sentence: the decoder can look at every token for every word "
            "that it writes.");
    case StepKind::TargetTokens:
        return QT_TRANSLATE_NOOP("Notice",
            "Each word that was written becomes input for the next one. An early slip is therefore carried "
            "on.");
    case StepKind::DecoderInput:
        return QT_TRANSLATE_NOOP("Notice",
            "The decoder reads its own words exactly as the encoder reads yours: a row of the table plus the "
            "place.");
    case StepKind::MaskedScores:
        return QT_TRANSLATE_NOOP("Notice",
            "While writing there is no future yet. The mask is for training, where the answer stands in the "
            "input and could be copied.");
    case StepKind::MaskedAttention:
        return QT_TRANSLATE_NOOP(
            "Notice", "The first word can only look at itself, so its weight is 1 whatever the numbers are.");
    case StepKind::CrossAttention:
        return QT_TRANSLATE_NOOP("Notice",
            "{q:Queries} come from the words being written, {k:keys} and {v:values} from the sentence that "
            "was read. Where languages order words differently, the bright cells leave the diagonal.");
    case StepKind::DecoderFeedForward:
        return QT_TRANSLATE_NOOP(
            "Notice", "The same kind of network as in the encoder, with weights of its own.");
    case StepKind::DecoderOutput:
        return QT_TRANSLATE_NOOP(
            "Notice", "One row of this matrix is all that the choice of the next word is made from.");
    case StepKind::Logits:
        return QT_TRANSLATE_NOOP("Notice",
            "A score by itself says little: only the distances between scores count. Adding 5 to all of them "
            "changes nothing.");
    case StepKind::NextWord:
        return QT_TRANSLATE_NOOP("Notice",
            "The model does not write a word, it writes a distribution. Which word is taken from it is "
            "decided outside of the network.");
    case StepKind::Answer:
        return QT_TRANSLATE_NOOP("Notice", "Go back to any written word to see what it was chosen from.");
    }
    return "";
}

/** Where a family does it in another way than the model of the paper, another text; null elsewhere. */
const char* familyNotice(StepKind kind, const ModelConfig& config)
{
    if (kind == StepKind::EncoderInput && !addsPositions(config))
        return QT_TRANSLATE_NOOP(
            "Notice", "No number says yet where a word stands: that comes in where queries meet keys.");
    if (kind == StepKind::DecoderInput && !addsPositions(config))
        return QT_TRANSLATE_NOOP("Notice",
            "The decoder reads its own words exactly as the encoder reads yours: each is a row of the "
            "table.");
    if (kind == StepKind::EncoderOutput && !config.hasDecoder())
        return QT_TRANSLATE_NOOP("Notice",
            "There is no single vector for the sentence: every token has kept one of its own, and has taken "
            "in what it needs of the others.");
    if (kind == StepKind::Answer && !config.hasDecoder())
        return QT_TRANSLATE_NOOP("Notice", "Go back to any place to see what else could stand there.");
    return nullptr;
}

} // namespace

QString noticeText(StepKind kind, const ModelConfig& config)
{
    const char* own = familyNotice(kind, config);
    return QCoreApplication::translate("Notice", own ? own : noticeSource(kind));
}

} // namespace glassformer
