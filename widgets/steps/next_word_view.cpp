#include "widgets/steps/next_word_view.h"

#include "core/experiment/word_ranking.h"
#include "widgets/bar_list.h"
#include "widgets/caption.h"
#include "widgets/card.h"
#include "widgets/heatmap.h"
#include "widgets/look/number_text.h"
#include "widgets/steps/target_tokens_view.h"
#include "widgets/token_row.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {

namespace {

constexpr int shown_words = 7;

} // namespace

NextWordView::NextWordView(QWidget* parent)
    : StepView(parent)
    , m_written(new TokenRow(this))
    , m_bars(new BarList(this))
    , m_rest(new Caption(Caption::Kind::Remark, this))
    , m_cross(new Heatmap(this))
{
    m_written_card = addCard();
    m_written_card->add(m_written);
    auto* row = new CardRow(this);
    page()->addWidget(row, 1);
    m_bars_card = new Card(row);
    m_bars_card->add(m_bars, 1);
    m_bars_card->add(m_rest);
    m_cross_card = new Card(row);
    m_cross_card->add(m_cross, 1);
    row->add(m_bars_card, 1);
    row->add(m_cross_card, 1);
    connect(m_written, &TokenRow::chipChosen, this, [this](int chip) {
        const int last = int(trace().target.size()) - 1;
        emit selectionWanted(withToken(selection(), true, std::min(chip, last), std::nullopt));
    });
    connect(m_bars, &BarList::barChosen, this,
        [this](int bar) { emit wordWanted(selection().position, m_ids[std::size_t(bar)]); });
    connect(m_cross, &Heatmap::cellChosen, this, [this](int query, int key) {
        emit selectionWanted(withCell(selection(), AttentionSite::DecoderCross, query, key));
    });
}

void NextWordView::refresh()
{
    const int position = selection().position;
    m_written_card->setHeading(tr("Written so far"));
    m_written->setAccessibleName(tr("Written so far"));
    m_written->setChips(writtenSoFar(trace(), position), position);
    refreshBars();
    HeatmapContent content = attentionContent(trace(), selection(), AttentionSite::DecoderCross,
        selection().decoder_layer, selection().head, AttentionPart::Weights);
    m_cross_card->setVisible(!content.isEmpty());
    m_cross_card->setHeading(tr("Where the decoder looks in the source"));
    m_cross_card->setRemark(tr("Cross-attention of layer %1, head %2.")
                                .arg(selection().decoder_layer + 1)
                                .arg(selection().head + 1));
    m_cross->setAccessibleName(tr("Cross-attention"));
    m_cross->setContent(std::move(content));
}

void NextWordView::refreshBars()
{
    const int position = selection().position;
    std::vector<Bar> bars;
    m_ids.clear();
    double shown = 0;
    for (const RankedWord& word : likeliestWords(trace(), position, shown_words)) {
        const Token token = tokenOf(word.id);
        const bool is_written =
            position < int(trace().written.size()) && trace().written[std::size_t(position)].id == word.id;
        bars.push_back({textOf(token), percentText(word.probability), word.probability, token.is_special,
            is_written, false});
        m_ids.push_back(word.id);
        shown += word.probability;
    }
    const int others = std::max(0, trace().config.vocabulary - int(bars.size()));
    m_bars_card->setHeading(tr("Next word"));
    m_bars_card->setRemark(tr("Click another word to see how the sentence would go on with it."));
    m_bars->setAccessibleName(tr("Probabilities of the next word"));
    m_bars->setBars(std::move(bars));
    m_rest->setText(
        tr("+ %1 other words share %2").arg(countText(others), percentText(std::max(0.0, 1 - shown))));
}

} // namespace glassformer
