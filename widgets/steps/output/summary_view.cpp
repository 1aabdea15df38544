#include "widgets/steps/output/summary_view.h"

#include "core/experiment/effect/word_ranking.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/words/token_row.h"

#include <QVBoxLayout>

namespace glassformer {
namespace {

constexpr int shown_words = 4;

} // namespace

SummaryView::SummaryView(QWidget* parent)
    : StepView(parent)
    , m_tokens_card(addCard())
    , m_tokens(new TokenRow(this))
    , m_answer_card(addCard())
    , m_answer(new Caption(Caption::Kind::Body, this))
    , m_words(new BarList(this))
    , m_head_card(addCard(1))
    , m_head(new Heatmap(this))
{
    m_tokens_card->add(m_tokens);
    m_answer_card->add(m_answer);
    m_answer_card->add(m_words);
    m_head_card->add(m_head, 1);
    m_words->setDense(true); // the head needs the room more
    m_tokens->setLongest(longest_row);
    connect(m_tokens, &TokenRow::chipChosen, this, [this](int chip) {
        emit selectionWanted(
            withCell(selection(), trace().config, firstSiteOf(trace().config), chip, std::nullopt));
    });
    connect(m_head, &Heatmap::cellChosen, this, [this](int row, int column) {
        emit selectionWanted(withCell(selection(), trace().config, firstSiteOf(trace().config), row, column));
    });
}

void SummaryView::refresh()
{
    const AttentionSite site = firstSiteOf(trace().config);
    const std::vector<Token>& shown = queriesOf(trace(), site);
    m_tokens_card->setHeading(tr("Tokens: %1").arg(shown.size()));
    m_tokens->setAccessibleName(tr("Tokens"));
    m_tokens->setChips(
        chipsOf(shown, ChipKind::Source, false), chosenQuery(selection(), trace().config, site));
    refreshWords();
    refreshHead();
}

void SummaryView::refreshWords()
{
    const int position = selection().position;
    const bool writes = position < int(trace().written.size());
    m_answer_card->setVisible(writes || !trace().answer.empty());
    m_answer_card->setHeading(tr("Answer"));
    m_answer->setText(formulaEscaped(QString::fromStdString(trace().answer)));
    std::vector<Bar> bars;
    for (const RankedWord& word : likeliestWords(trace(), position, shown_words)) {
        const Token token = tokenOf(word.id);
        const bool is_written = writes && trace().written[std::size_t(position)].id == word.id;
        bars.push_back({textOf(token), percentText(word.probability), word.probability, token.is_special,
            is_written, false});
    }
    m_words->setVisible(!bars.empty());
    m_words->setAccessibleName(tr("Probabilities of the next word"));
    m_words->setBars(std::move(bars));
}

void SummaryView::refreshHead()
{
    const AttentionSite site = firstSiteOf(trace().config);
    const int layer = selection().layerOf(site);
    HeatmapContent content =
        attentionContent(trace(), selection(), site, layer, selection().head, AttentionPart::Weights);
    m_head_card->setVisible(!content.isEmpty());
    m_head_card->setHeading(tr("Attention of layer %1, head %2").arg(layer + 1).arg(selection().head + 1));
    m_head->setAccessibleName(tr("Attention"));
    m_head->setContent(std::move(content));
}

} // namespace glassformer
