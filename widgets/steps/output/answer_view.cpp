#include "widgets/steps/output/answer_view.h"

#include "core/experiment/reading/trace_summary.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/attention/attention_lines.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/words/token_row.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {

AnswerView::AnswerView(QWidget* parent)
    : StepView(parent)
    , m_answer_card(addCard())
    , m_source_text(new Caption(Caption::Kind::Body, this))
    , m_answer_text(new Caption(Caption::Kind::Large, this))
    , m_written(new TokenRow(this))
    , m_lines_card(addCard(1))
    , m_lines(new AttentionLines(this))
{
    m_answer_card->add(m_source_text);
    m_answer_card->add(m_answer_text);
    m_answer_card->add(m_written);
    m_lines_card->add(m_lines, 1);
    const auto choose = [this](int position) { chooseToken(position); };
    m_written->setLongest(longest_row);
    connect(m_written, &TokenRow::chipChosen, this, choose);
    connect(m_lines, &AttentionLines::queryChosen, this, choose);
}

void AnswerView::refresh()
{
    const int last = int(trace().written.size()) - 1;
    const int position = std::clamp(selection().position, 0, std::max(0, last));
    const ModelConfig& config = trace().config;
    m_answer_card->setHeading(!config.hasDecoder() ? tr("The sentence, its gaps filled")
            : !trace().recorded.end                ? tr("The sentence; whether it ends here was not recorded")
            : trace().ended                        ? tr("The finished sentence")
                                                   : tr("The sentence so far: nothing has ended it yet"));
    m_source_text->setText(
        QStringLiteral("{f:%1}").arg(formulaEscaped(QString::fromStdString(trace().source_text))));
    m_answer_text->setText(formulaEscaped(QString::fromStdString(trace().answer)));
    m_written->setAccessibleName(tr("Written tokens"));
    m_written->setChips(chipsOf(trace().written, ChipKind::Written, false), position);
    m_written->setVisible(
        config.hasCrossAttention()); // where there is one stack, the text holds them already
    refreshLines(position);
}

void AnswerView::refreshLines(int position)
{
    const ModelConfig& config = trace().config;
    const AttentionSite looks = config.hasCrossAttention() ? AttentionSite::DecoderCross : site();
    const int layer = layersOf(config, looks) - 1;
    AttentionLinesContent content;
    content.weights = averageWeights(trace(), looks, std::max(0, layer));
    m_lines_card->setVisible(!content.weights.empty());
    if (content.weights.empty())
        return;
    content.queries = rowLabelsOf(trace(), looks);
    content.keys = labelsOf(keysOf(trace(), looks));
    markMasked(content.weights, int(content.keys.size()), maskRuleOf(config, looks, std::max(0, layer)));
    content.query = position;
    content.query_title = config.hasCrossAttention() ? tr("read → written") : tr("asks (query)");
    content.key_title = config.hasCrossAttention() ? tr("source token") : tr("answers (key)");
    m_lines_card->setHeading(config.hasCrossAttention()
            ? tr("Which source tokens were looked at when each token was written")
            : tr("Which tokens each token looked at"));
    m_lines_card->setRemark(
        (config.hasCrossAttention() ? tr("Cross-attention of layer %1, the last; mean of its %2 heads.")
                                    : tr("Attention of layer %1, the last; mean of its %2 heads."))
            .arg(layer + 1)
            .arg(config.n_heads));
    m_lines->setAccessibleName(tr("Words and the words they looked at"));
    m_lines->setContent(std::move(content));
}

} // namespace glassformer
