#include "core/experiment/attention/attention_aggregate.h"
#include "core/experiment/attention/word_groups.h"
#include "widgets/look/palette.h"
#include "widgets/steps/layer/attention_view.h"
#include "widgets/steps/layer/role_text.h"
#include "widgets/steps/step_entry.h"

#include <QStringList>

#include <array>
#include <set>
#include <string>

namespace glassformer {
namespace {

constexpr qsizetype most_askers = 3; ///< that the title names

/** One row for each token that asks, one column for each that answers. */
template <StepKind step> QString mapShape(const StepContext& context)
{
    const AttentionSite site = siteOf(step, context.config());
    return shapeText(queriesOf(context.trace, site).size(), int(keysOf(context.trace, site).size()));
}

template <AttentionPart part> StepView* mapView(QWidget* parent)
{
    return new AttentionView(part, parent);
}

template <AttentionPart part> ExplanationContent explainCell(const StepContext& context)
{
    return attentionExplanationContent(context, part);
}

/** The chosen rows as the map names them: tokens, or the words that they are pieces of. */
QStringList askersOf(const StepContext& context)
{
    const AttentionSite site = context.site();
    const std::vector<Token>& tokens = queriesOf(context.trace, site);
    const std::vector<int> rows = summedQueries(context.selection, context.config(), site);
    QStringList names;
    if (showsWholeWords(context.selection.attention)) {
        const std::vector<WordGroup> words =
            wordGroups(tokens, context.chinese_words ? *context.chinese_words : std::set<std::string>());
        for (const int word : wordsOfRows(rows, words))
            names << QString::fromStdString(words[std::size_t(word)].text);
        return names;
    }
    for (const int row : rows)
        if (row >= 0 && row < int(tokens.size()))
            names << textOf(tokens[std::size_t(row)]);
    return names;
}

QString chosenAsker(const StepContext& context, const Palette& colours)
{
    const QStringList askers = askersOf(context);
    QStringList names;
    for (qsizetype i = 0; i < askers.size() && i < most_askers; ++i)
        names << colouredText(askers[i], colours.query);
    if (askers.size() > most_askers)
        names << QStringLiteral("…");
    return names.join(QStringLiteral(" + "));
}

QString readingOfScores(const StepContext& context)
{
    const ModelConfig& config = context.config();
    const bool has_bias = config.position_kind == PositionKind::Relative;
    if (!config.scale_scores)
        return has_bias ? StepText::tr("Each query times each key, plus a learned number for their distance.")
                        : StepText::tr("Each query times each key.");
    return has_bias ? StepText::tr(
               "Each query times each key, divided by √d_k, plus a learned number for their distance.")
                    : StepText::tr("Each query times each key, divided by √d_k.");
}

QString readingOfMask(const StepContext& context)
{
    return context.isMaskLifted()
        ? StepText::tr("An experiment has lifted the mask: tokens may look at what comes after them.")
        : context.config().hasEncoder()
        ? StepText::tr("A written token must not look at what comes after it: those scores become −∞.")
        : StepText::tr("A token must not look at what comes after it: those scores become −∞.");
}

QString headsText(const StepContext& context)
{
    const ModelConfig& config = context.config();
    return config.keyValueHeads() == config.n_heads
        ? StepText::tr("%1 heads").arg(config.n_heads)
        : StepText::tr("%1 heads, %2 k/v").arg(config.n_heads).arg(config.keyValueHeads());
}

/** Of a map that is no head's own. */
bool showsAggregate(const StepContext& context)
{
    return shownAggregate(context.trace, context.site(), context.selection.attention.aggregate)
        != MapAggregate::OneHead;
}

QString readingOfAggregate()
{
    return StepText::tr(
        "Each row is a token that asks, each column one that answers; what the numbers are is said "
        "below. Click a cell to see how its number is made.");
}

QString readingOfSoftmax(const StepContext& context)
{
    return showsAggregate(context)
        ? readingOfAggregate()
        : StepText::tr("Each row is a token that asks, each column one that answers; every row adds up to "
                       "1. Click a cell to see how its number is made.");
}

QString readingOfCrossAttention(const StepContext& context)
{
    return showsAggregate(context)
        ? readingOfAggregate()
        : StepText::tr("Each row is named after the token read last and the one being written: where in "
                       "the source the decoder looks at that moment. Every row adds up to 1.");
}

QString questionOfSoftmax(const StepContext& context, const Palette& colours)
{
    const QString token = chosenAsker(context, colours);
    return token.isEmpty() ? QString() : StepText::tr(" — which tokens does %1 look at?").arg(token);
}

/** What a large weight of a head tells, and what it doesn't. */
QString meaningOfWeights(const StepContext& context, const HeadName& head)
{
    return context.pointing_head == head
        ? NoticeText::tr(
            "Training let “it” see the two nouns mainly in this head, and told it in some sentences which "
            "noun "
            "is meant. The pairs of nouns that it is judged by were not among them. Switch the head off to "
            "see what it changes.")
        : context.trace.recorded.is_file
        ? NoticeText::tr("A large weight shows where this head takes its values from; it does not prove why.")
        : NoticeText::tr("A large weight shows where this head takes its values from; it does not prove why. "
                         "Switch the head off to see what it changes.");
}

QString noticeOfSoftmax(const StepContext& context)
{
    const HeadName head{context.site(), context.layer(), context.selection.head};
    if (showsAggregate(context))
        return NoticeText::tr(
            "What single heads do disappears in a map that is made of several numbers: open them one by one, "
            "too. And weight is not yet effect.");
    if (context.model && isRemoved(context.model->transformer, head))
        return NoticeText::tr(
            "Training took this head out: it still attends, but W_O multiplies what it mixes by 0. Its "
            "pattern has no part in the answer.");
    const QString roles = context.roles ? measuredRolesText(*context.roles, head) : QString();
    const QString meaning = meaningOfWeights(context, head);
    return roles.isEmpty() ? meaning : NoticeText::tr("%1 %2").arg(roles, meaning);
}

QString questionOfMaskedAttention(const StepContext& context, const Palette& colours)
{
    const QString token = chosenAsker(context, colours);
    return token.isEmpty() || context.isMaskLifted()
        ? questionOfSoftmax(context, colours)
        : StepText::tr(" — which tokens up to itself does %1 look at?").arg(token);
}

QString readingOfMaskedAttention(const StepContext& context)
{
    if (showsAggregate(context))
        return readingOfAggregate();
    return context.isMaskLifted()
        ? StepText::tr("How much each written token looks at every other: an experiment has lifted the mask. "
                       "Every row adds up to 1.")
        : StepText::tr(
            "How much each written token looks at itself and at those before it; every row adds up to 1.");
}

QString noticeOfMaskedAttention(const StepContext& context)
{
    return context.isMaskLifted()
        ? NoticeText::tr("Training never let a token see those after it: what the model makes of them now, "
                         "it has not learned.")
        : NoticeText::tr(
            "The first token can only look at itself, so its weight is 1 whatever the numbers are.");
}

QString questionOfCrossAttention(const StepContext& context, const Palette& colours)
{
    const std::optional<int> row = chosenQuery(context.selection, context.config(), context.site());
    const QString read = colouredToken(context.trace.target, row, colours.query);
    const QString written = colouredToken(context.trace.written, row, colours.value);
    return written.isEmpty()
        ? QString()
        : StepText::tr(" — after %1, where does it look to write %2?").arg(read, written);
}

} // namespace

extern const std::array<StepEntry, 5> attention_steps{{
    {.kind = StepKind::Scores,
        .title = [](const ModelConfig&) { return StepText::tr("Scores"); },
        .block =
            [](const ModelConfig& config) {
                return config.position_kind == PositionKind::Relative ? StepText::tr("Scores + distance")
                    : config.scale_scores                             ? StepText::tr("Scores ÷ √d")
                                                                      : StepText::tr("Scores");
            },
        .detail = mapShape<StepKind::Scores>,
        .reading = readingOfScores,
        .view = mapView<AttentionPart::Scores>,
        .explain = explainCell<AttentionPart::Scores>,
        .notice =
            [](const StepContext&) {
                return NoticeText::tr(
                    "A score is high where {q:query} and {k:key} point in similar directions, and the "
                    "higher the longer they are. Row and column differ: what one token asks of another "
                    "is not what the other asks of it.");
            }},
    {.kind = StepKind::MaskedScores,
        .title =
            [](const ModelConfig& config) {
                return config.hasEncoder() ? StepText::tr("Scores and mask") : StepText::tr("Mask");
            },
        .block =
            [](const ModelConfig& config) {
                return config.hasEncoder() ? StepText::tr("Masked scores") : StepText::tr("Causal mask");
            },
        .detail = mapShape<StepKind::MaskedScores>,
        .reading = readingOfMask,
        .view = mapView<AttentionPart::Masked>,
        .explain = explainCell<AttentionPart::Masked>,
        .notice =
            [](const StepContext&) {
                return NoticeText::tr(
                    "Training asks for the next token at every position of a text at once; without the "
                    "mask the model could copy it. Whoever writes has nothing after the last token, "
                    "so there the mask hides nothing.");
            }},
    {.kind = StepKind::Softmax,
        .title = [](const ModelConfig&) { return StepText::tr("Softmax"); },
        .block = [](const ModelConfig&) { return StepText::tr("Softmax"); },
        .detail = headsText,
        .question = questionOfSoftmax,
        .reading = readingOfSoftmax,
        .view = mapView<AttentionPart::Weights>,
        .explain = weightExplanationContent,
        .notice = noticeOfSoftmax},
    {.kind = StepKind::MaskedAttention,
        .title = [](const ModelConfig&) { return StepText::tr("Masked attention"); },
        .block = [](const ModelConfig&) { return StepText::tr("Masked attention"); },
        .detail = mapShape<StepKind::MaskedAttention>,
        .question = questionOfMaskedAttention,
        .reading = readingOfMaskedAttention,
        .view = mapView<AttentionPart::Weights>,
        .explain = weightExplanationContent,
        .notice = noticeOfMaskedAttention},
    {.kind = StepKind::CrossAttention,
        .title = [](const ModelConfig&) { return StepText::tr("Cross-attention"); },
        .block = [](const ModelConfig&) { return StepText::tr("Cross-attention"); },
        .detail = mapShape<StepKind::CrossAttention>,
        .question = questionOfCrossAttention,
        .reading = readingOfCrossAttention,
        .view = mapView<AttentionPart::Weights>,
        .explain = weightExplanationContent,
        .notice =
            [](const StepContext&) {
                return NoticeText::tr(
                    "{q:Queries} come from the tokens that were written, {k:keys} and {v:values} from "
                    "the text that was read. Where the two order their words differently, the large "
                    "weights leave the diagonal.");
            }},
}};

} // namespace glassformer
