#include "widgets/explanation/explanation_content.h"

#include "core/experiment/effect/word_ranking.h"
#include "core/experiment/explanation/explanation.h"
#include "widgets/explanation/change_sentence.h"
#include "widgets/explanation/number_link.h"
#include "widgets/explanation/product_section.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"

#include <algorithm>

namespace glassformer {

namespace {

ExplanationContent placeholder(const QString& text)
{
    return saidContent(ExplanationContent::tr("How this number is made"), text);
}

Token tokenFrom(const StepContext& context, int id)
{
    return context.token_of ? context.token_of(id) : tokenIn(context.trace, id);
}

QString nameOf(const std::vector<Token>& tokens, int index)
{
    const bool is_inside = index >= 0 && index < int(tokens.size());
    return is_inside ? formulaEscaped(textOf(tokens[std::size_t(index)])) : QString();
}

/** What becomes of a probability where only the likeliest words may be drawn; nothing where all may. */
std::optional<ExplanationSection> cutSection(
    const StepContext& context, int position, int id, double probability, int number)
{
    if (context.decoding.kind != DecodingKind::Sample
        || (context.decoding.top_k <= 0 && context.decoding.top_p >= 1))
        return std::nullopt;
    const DrawnWords drawn =
        drawnWords(context.trace, position, context.config().vocabulary, context.decoding);
    const auto found = std::find_if(
        drawn.words.begin(), drawn.words.end(), [id](const RankedWord& word) { return word.id == id; });
    if (drawn.share >= 1 || found == drawn.words.end())
        return std::nullopt;
    ExplanationSection section;
    section.heading = ExplanationContent::tr("%1 · Only the likeliest words").arg(number);
    section.text =
        ExplanationContent::tr("%1 of %2 words may be drawn; together they have %3.")
            .arg(countText(drawn.kept), countText(context.config().vocabulary), numberText(drawn.share, 3))
        + u'\n'
        + (found->probability > 0 ? QStringLiteral("`%1 ÷ %2 =` *`%3`*")
                                        .arg(numberText(probability, 3), numberText(drawn.share, 3),
                                            numberText(found->probability, 3))
                                  : ExplanationContent::tr("This one is not among them: *`0`*"));
    return section;
}

} // namespace

ExplanationContent stackOutputExplanationContent(const StepContext& context)
{
    const Trace& trace = context.trace;
    const Selection& selection = context.selection;
    const bool is_decoder = context.site() != AttentionSite::Encoder;
    const MatrixSlice vectors = matrixOf(trace, is_decoder ? decoder_output_tensor : encoder_output_tensor);
    const int token = is_decoder ? selection.position : selection.token;
    const std::vector<Token>& tokens = is_decoder ? trace.target : trace.source;
    if (token >= vectors.rows || selection.dimension >= vectors.columns)
        return saidContent(ExplanationContent::tr("What happens here"),
            ExplanationContent::tr("Click a cell to see its number."));
    ExplanationContent content;
    content.title = ExplanationContent::tr("What this vector is");
    content.subject =
        ExplanationContent::tr("token {q:%1}, dimension %2")
            .arg(formulaEscaped(textOf(tokens[std::size_t(token)])), QString::number(selection.dimension));
    ExplanationSection section;
    section.heading = ExplanationContent::tr("The vector after the last layer");
    section.text = ExplanationContent::tr("h[%1] = `%2`")
                       .arg(selection.dimension)
                       .arg(numberText(double(vectors(token, selection.dimension))));
    section.bars.assign(vectors.row(token).begin(), vectors.row(token).end());
    section.marked_bar = selection.dimension;
    section.bars_remark = ExplanationContent::tr("all %1 numbers").arg(vectors.columns);
    content.sections.push_back(std::move(section));
    const auto norm = context.model ? explainNorm(trace, context.model->transformer,
                          {stackOutputTensor(context.site()), every, token, selection.dimension})
                                    : std::nullopt;
    if (norm) {
        content.title = ExplanationContent::tr("How this number is made");
        content.sections.front().heading = ExplanationContent::tr("The vector after the last norm");
        for (ExplanationSection& part : normSections(context, *norm, selection.dimension))
            content.sections.push_back(std::move(part));
    }
    tellChanges(content,
        changesAt(trace.changes, is_decoder ? decoder_output_tensor : encoder_output_tensor, every, token,
            selection.dimension));
    return content;
}

ExplanationContent nextWordExplanationContent(const StepContext& context)
{
    const Trace& trace = context.trace;
    const Selection& selection = context.selection;
    const int position = selection.position;
    if (position < 0 || position >= int(trace.written.size()))
        return placeholder(ExplanationContent::tr("Choose a place in the written sentence."));
    const Token word =
        selection.word ? tokenFrom(context, *selection.word) : trace.written[std::size_t(position)];
    if (word.id == no_id)
        return placeholder(
            ExplanationContent::tr("Which entry of the vocabulary was written here was not recorded."));
    const std::optional<NextWordExplanation> explanation =
        explainNextWord(trace, position, word.id, context.temperature);
    if (!explanation)
        return placeholder(ExplanationContent::tr("This run keeps no scores for words."));
    const NextWordExplanation& e = *explanation;
    const QString name = formulaEscaped(textOf(word));
    ExplanationContent content;
    content.title = ExplanationContent::tr("From vector to word");
    const bool fills_gap = !trace.config.hasDecoder();
    content.subject =
        (fills_gap ? ExplanationContent::tr("place %1: {q:%2}")
                   : ExplanationContent::tr("position %1, after {q:%2}"))
            .arg(QString::number(position), nameOf(fills_gap ? trace.source : trace.target, position));
    ExplanationSection linear;
    linear.heading = ExplanationContent::tr("1 · Linear");
    linear.text = QStringLiteral("logits = h · W_{vocab}")
        + (trace.config.scale_output ? QStringLiteral(" ÷ √%1").arg(trace.config.d_model) : QString())
        + (trace.config.output_bias ? QStringLiteral(" + b") : QString()) + u'\n'
        + ExplanationContent::tr("%1 numbers → %2 scores")
              .arg(e.state.size())
              .arg(countText(trace.config.vocabulary));
    linear.bars = e.state;
    linear.bars_remark =
        ExplanationContent::tr("%1: the last vector at this place")
            .arg(numberLink(linear, context, {lastStateTensor(trace.config), every, position, every},
                QStringLiteral("h")));
    content.sections.push_back(std::move(linear));
    const QString score = ExplanationContent::tr("2 · The score of %1").arg(name);
    const auto product = context.model
        ? explainWeightedSum(trace, context.model->transformer, {logits_tensor, every, position, word.id})
        : std::nullopt;
    if (product)
        content.sections.push_back(productSection(context, score,
            {QStringLiteral("logit"), QStringLiteral("h"), QStringLiteral("W_{vocab}"), word.id}, *product));
    else
        content.sections.push_back(
            {score, QStringLiteral("`logit =` *`%1`*").arg(numberText(e.logit)), {}, -1, {}, {}});
    const bool is_warmed = e.temperature != 1;
    const QString scaled = numberText(e.logit / e.temperature, 2);
    if (is_warmed)
        content.sections.push_back({ExplanationContent::tr("3 · Divide by the temperature"),
            QStringLiteral("`%1 ÷ %2 = %3`").arg(numberText(e.logit), numberText(e.temperature, 2), scaled),
            {}, -1, {}, {}});
    const QString exponent =
        e.shift == 0 ? scaled : QStringLiteral("%1−%2").arg(scaled, numberText(e.shift, 2));
    ExplanationSection softmax;
    softmax.heading = ExplanationContent::tr("%1 · Softmax over the vocabulary").arg(is_warmed ? 4 : 3);
    const QString logit =
        numberLink(softmax, context, {logits_tensor, every, position, word.id}, numberText(e.logit));
    softmax.text = QStringLiteral("logit `= %1`\n").arg(logit)
        + QStringLiteral("p(%1) = e^{%2} ÷ Σ e^{%3}\n`= %4 ÷ %5 =` *`%6`*")
              .arg(name, exponent, is_warmed ? QStringLiteral("logit ÷ T") : QStringLiteral("logit"),
                  numberText(e.exponential, 2), numberText(e.total, 2), numberText(e.probability, 3));
    content.sections.push_back(std::move(softmax));
    int number = is_warmed ? 5 : 4;
    if (const std::optional<ExplanationSection> cut =
            cutSection(context, position, word.id, e.probability, number)) {
        content.sections.push_back(*cut);
        ++number;
    }
    const std::vector<RankedWord> best = likeliestWords(trace, position, 2, context.temperature);
    if (best.size() == 2) {
        const RankedWord& other = best[0].id == word.id ? best[1] : best[0];
        const Token token = tokenFrom(context, other.id);
        content.sections.push_back(
            {(best[0].id == word.id ? ExplanationContent::tr("%1 · Compared with the second")
                                    : ExplanationContent::tr("%1 · Compared with the likeliest"))
                    .arg(number),
                ExplanationContent::tr("{k:%1}: `logit = %2`, p = `%3`")
                    .arg(formulaEscaped(textOf(token)), numberText(other.logit),
                        numberText(other.probability, 3)),
                {}, -1, {}, {}});
    }
    tellChanges(content, e.changes);
    return content;
}

} // namespace glassformer
