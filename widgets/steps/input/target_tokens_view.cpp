#include "widgets/steps/input/target_tokens_view.h"

#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/words/token_row.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {
namespace {

constexpr double largest_chips = 1.6; ///< where there is room

} // namespace

std::vector<Chip> writtenSoFar(const Trace& trace, int position)
{
    std::vector<Chip> chips = chipsOf(trace.target, ChipKind::Written, false);
    chips.resize(std::min(chips.size(), std::size_t(std::max(0, position) + 1)));
    if (!trace.config.hasEncoder())
        for (std::size_t i = 0; i < chips.size() && i < std::size_t(std::max(0, trace.given)); ++i)
            chips[i].kind = ChipKind::Plain;
    Chip next;
    next.text = QStringLiteral("?");
    next.index = QString::number(chips.size());
    next.kind = ChipKind::Next;
    chips.push_back(next);
    return chips;
}

TargetTokensView::TargetTokensView(QWidget* parent)
    : StepView(parent)
    , m_source_card(addCard(1))
    , m_source(new TokenRow(this))
    , m_written_card(addCard(1))
    , m_written(new TokenRow(this))
    , m_loop_card(addCard())
    , m_loop(new Caption(Caption::Kind::Body, this))
{
    m_source_card->add(m_source);
    m_written_card->add(m_written);
    m_loop_card->add(m_loop);
    for (Card* card : {m_source_card, m_written_card})
        card->body()->addStretch(1);
    for (TokenRow* row : {m_source, m_written})
        row->setLargest(largest_chips);
    m_source->setFocusPolicy(Qt::NoFocus);
    m_source->setLongest(longest_row);
    m_written->setLongest(longest_row);
    connect(m_written, &TokenRow::chipChosen, this, [this](int chip) {
        // The open place belongs to the word before it.
        const int last = int(trace().target.size()) - 1;
        chooseToken(std::min(chip, last));
    });
}

void TargetTokensView::refresh()
{
    const int last = int(trace().target.size()) - 1;
    const int position = std::clamp(selection().position, 0, std::max(0, last));
    m_source_card->setHeading(tr("What was read"));
    m_source->setAccessibleName(tr("Source tokens"));
    m_source->setChips(chipsOf(trace().source, ChipKind::Source, false), std::nullopt);

    std::vector<Chip> chips = chipsOf(trace().target, ChipKind::Plain, false);
    for (int i = 0; i <= position && i < int(chips.size()); ++i)
        chips[std::size_t(i)].kind = ChipKind::Written;
    for (int i = position + 1; i < int(chips.size()); ++i)
        chips[std::size_t(i)].is_faint = true;
    m_written_card->setHeading(tr("What the decoder has written"));
    m_written_card->setRemark(tr(
        "Green: written before the token of this step. Pale: written later. Click one to go to its step."));
    m_written->setAccessibleName(tr("Written tokens"));
    m_written->setChips(std::move(chips), position);

    m_loop_card->setHeading(tr("Writing token %1 of %2").arg(position + 1).arg(last + 1));
    const QString next = position < int(trace().written.size())
        ? formulaEscaped(textOf(trace().written[std::size_t(position)]))
        : QStringLiteral("?");
    m_loop->setText(position == 0
            ? tr("The decoder starts with nothing but a start token. From it and the encoded sentence it "
                 "will choose {v:%1}.")
                  .arg(next)
            : tr("It has read its own tokens up to {v:%1} and will now choose {v:%2}. That token becomes "
                 "input "
                 "for the next step: this loop is how every GPT writes.")
                  .arg(formulaEscaped(textOf(trace().target[std::size_t(position)])), next));
}

} // namespace glassformer
