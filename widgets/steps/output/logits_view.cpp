#include "widgets/steps/output/logits_view.h"

#include "core/experiment/effect/word_ranking.h"
#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/words/token_row.h"
#include "widgets/steps/input/target_tokens_view.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace glassformer {

namespace {

constexpr int shown_words = 10;

} // namespace

LogitsView::LogitsView(QWidget* parent)
    : StepView(parent)
    , m_written(new TokenRow(this))
    , m_top(new BarList(this))
    , m_bottom(new BarList(this))
{
    addCard()->add(m_written);
    auto* row = new CardRow(this);
    row->setAligned(true);
    page()->addWidget(row, 1);
    setMainPart(row);
    m_top_card = new Card(row);
    m_bottom_card = new Card(row);
    m_top_card->add(m_top, 1);
    m_bottom_card->add(m_bottom, 1);
    row->add(m_top_card, 1);
    row->add(m_bottom_card, 1);
    m_written->setLongest(longest_row);
    connect(m_top, &BarList::barChosen, this, [this](int bar) { chooseWord(m_top_ids, bar); });
    connect(m_bottom, &BarList::barChosen, this, [this](int bar) { chooseWord(m_bottom_ids, bar); });
    connect(m_written, &TokenRow::chipChosen, this,
        [this](int chip) { chooseToken(std::min(chip, int(tokens().size()) - 1)); });
}

void LogitsView::chooseWord(const std::vector<int>& ids, int bar)
{
    Selection wanted = selection();
    wanted.word = ids[std::size_t(bar)];
    emit selectionWanted(wanted);
}

std::vector<Picture*> LogitsView::toldPictures() const
{
    return {m_top, m_bottom};
}

void LogitsView::refresh()
{
    const int position = selection().position;
    const std::vector<RankedWord> best = likeliestWords(trace(), position, shown_words);
    const std::vector<RankedWord> worst = unlikeliestWords(trace(), position, shown_words);
    double limit = 1e-9;
    for (const std::vector<RankedWord>* words : {&best, &worst}) {
        for (const RankedWord& word : *words)
            limit = std::max(limit, std::abs(word.logit));
    }
    const auto bars = [&](const std::vector<RankedWord>& words, std::vector<int>& ids) {
        std::vector<Bar> result;
        ids.clear();
        for (const RankedWord& word : words) {
            const Token token = tokenOf(word.id);
            const bool is_written = position < int(trace().written.size())
                && trace().written[std::size_t(position)].id == word.id;
            ids.push_back(word.id);
            result.push_back({textOf(token), numberText(word.logit, 2), word.logit / limit, token.is_special,
                is_written, selection().word == word.id});
        }
        return result;
    };
    const bool fills_gap = !trace().config.hasDecoder();
    m_written->setAccessibleName(fills_gap ? tr("Tokens") : tr("Written so far"));
    m_written->setChips(
        fills_gap ? chipsOf(tokens(), ChipKind::Plain, false) : writtenSoFar(trace(), position), position);
    m_top_card->setHeading(tr("The highest of %1 scores").arg(countText(trace().config.vocabulary)));
    const QString product = trace().config.output_transform
        ? tr("The last vector, transformed once more, times one column for each entry of the vocabulary.")
        : tr("The last vector times one column for each entry of the vocabulary.");
    m_top_card->setRemark(model() ? sentencesText({product, tr("Click a bar to see its sum.")}) : product);
    m_top->setAccessibleName(tr("Highest logits"));
    m_top->setBars(bars(best, m_top_ids));
    m_bottom_card->setHeading(tr("The lowest"));
    m_bottom_card->setRemark(tr("The entries that the model finds least likely here."));
    m_bottom->setAccessibleName(tr("Lowest logits"));
    m_bottom->setBars(bars(worst, m_bottom_ids));
}

} // namespace glassformer
