#include "widgets/comparison/difference_view.h"

#include "core/trace/step/step_list.h"
#include "widgets/look/line_text.h"
#include "widgets/look/probability_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/numbers/bar_list.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

constexpr std::size_t most_records = 3;
constexpr int most_words = 8;

bool areAllZero(const HeatmapContent& content)
{
    return std::all_of(content.values.begin(), content.values.end(),
        [](float value) { return value == 0 || isMasked(value); });
}

/** Whether what the step shows are words, as the model's output has them. */
bool showsWords(StepKind step)
{
    return step == StepKind::Logits || step == StepKind::NextWord;
}

/** "tired/wide, it/he" of the tokens that stand for each other and are not the same. */
QStringList otherTokens(const std::vector<TokenPair>& pairs, const RunSide& here, const RunSide& there)
{
    QStringList texts;
    for (const TokenPair& pair : pairs) {
        const Token &one = here.rows()[std::size_t(pair.here)], &two = there.rows()[std::size_t(pair.there)];
        if (textOf(one) != textOf(two))
            texts << pairLabel(one, two).text;
    }
    return texts;
}

} // namespace

DifferenceView::DifferenceView(QWidget* parent)
    : StepView(parent)
    , m_maps(new MapRow(most_records, this))
    , m_words(new BarList(this))
    , m_reason(new Caption(Caption::Kind::Body, this))
{
    page()->addWidget(m_maps, 1);
    m_words_card = addCard(1);
    m_words_card->add(m_words, 1);
    m_reason_card = addCard();
    m_reason_card->add(m_reason);
    page()->addStretch(0);
    connect(m_maps, &MapRow::cellChosen, this, [this](int row, int column) {
        if (m_differences.empty() || row >= int(m_differences.front().rows.size()))
            return;
        const DifferenceMap& shown = m_differences.front();
        const int token = shown.rows[std::size_t(row)].here;
        if (!shown.keys.empty())
            chooseCell(token, shown.keys[std::size_t(column)].here);
        else
            chooseToken(token, column);
    });
    connect(m_words, &BarList::barChosen, this, [this](int bar) {
        const std::vector<WordShift> shifts =
            wordShifts(trace(), selection().position, *m_other.trace, m_other.selection.position, most_words);
        Selection wanted = selection();
        wanted.word = shifts.at(std::size_t(bar)).id;
        emit selectionWanted(wanted);
    });
}

void DifferenceView::setOther(OtherRun other)
{
    m_other = std::move(other);
}

void DifferenceView::showNothing(const QString& reason)
{
    m_reason_card->show();
    m_reason->setText(formulaEscaped(reason));
}

void DifferenceView::refresh()
{
    m_differences.clear();
    m_remark.clear();
    m_maps->setMaps({});
    m_maps->hide(); // what is said instead begins where the pictures beside it do
    m_words_card->hide();
    m_reason_card->hide();
    if (!m_other.trace)
        return;
    const StepKind step = selection().step;
    const AttentionSite site = here().site();
    if (m_other.selection.step != step || m_other.selection.layerOf(site) != selection().layerOf(site))
        return showNothing(tr("The two runs are not at the same step: there is nothing to subtract."));
    if (showsWords(step))
        return showWords();
    if (!recordsOf(trace(), selection()).empty())
        return showMaps();
    const std::vector<TokenPair> pairs = tokenPairs(here().rows(), there().rows());
    const QStringList others = otherTokens(pairs, here(), there());
    showNothing(
        tr("These are words: there is nothing to subtract. %1 of %2 and %3 tokens stand for each other; %4.")
            .arg(pairs.size())
            .arg(here().rows().size())
            .arg(there().rows().size())
            .arg(others.isEmpty() ? tr("all of them alike")
                                  : tr("they differ in %1").arg(others.join(QStringLiteral(", ")))));
}

QString DifferenceView::remarkOn(const DifferenceMap& difference, bool is_map) const
{
    QString remark = areAllZero(difference.map.content)
        ? tr("No number differs.")
        : tr("Right minus left: what is positive is more on the right.") + u' '
            + signedMapReading(Picture::colours().signed_numbers);
    if (is_map && !m_other.is_same_model)
        remark = sentencesText(
            {remark, tr("A head of one model need not do what the head of that number does in another.")});
    const std::size_t left_out = here().rows().size() + there().rows().size() - 2 * difference.rows.size();
    if (left_out > 0)
        remark = sentencesText({remark, tr("Tokens without a counterpart, left out: %1.").arg(left_out)});
    return remark;
}

void DifferenceView::showMaps()
{
    const std::vector<StepRecord> records = recordsOf(trace(), selection()),
                                  others = recordsOf(there().trace, there().selection);
    std::vector<NamedMap> maps;
    for (std::size_t i = 0; i < records.size() && i < others.size(); ++i) {
        if (!m_other.is_same_model && !records[i].isMap())
            return showNothing(tr("The vectors of two models have no common directions: a number of the one "
                                  "minus one of the other says nothing."));
        DifferenceMap difference = differenceMap(here(), records[i], there(), others[i]);
        if (difference.map.content.isEmpty())
            continue;
        if (m_remark.isEmpty())
            m_remark = remarkOn(difference, records[i].isMap());
        if (records.size() > 1)
            difference.map.heading = recordMap(here(), records[i], false).heading;
        maps.push_back(std::move(difference.map));
        m_differences.push_back({{}, std::move(difference.rows), std::move(difference.keys)});
    }
    if (maps.empty())
        return showNothing(tr("No token of one sentence stands for one of the other: there is nothing to "
                              "subtract."));
    m_maps->show();
    m_maps->setMaps(std::move(maps));
}

void DifferenceView::showWords()
{
    if (!m_other.is_same_model)
        return showNothing(tr("Two models have two vocabularies: read their words side by side."));
    const std::vector<WordShift> shifts =
        wordShifts(trace(), selection().position, *m_other.trace, m_other.selection.position, most_words);
    if (shifts.empty())
        return showNothing(tr("One of the runs has no words at this place."));
    std::vector<Bar> bars;
    for (const WordShift& shift : shifts) {
        const Token token = tokenOf(shift.id);
        const ProbabilityTexts moved = probabilityTexts(shift.here, shift.there);
        bars.push_back({textOf(token), QStringLiteral("%1 → %2").arg(moved.before, moved.after),
            std::isfinite(shift.moved()) ? shift.moved() : 0, token.is_special, false,
            selection().word == shift.id});
    }
    m_remark = tr("The words whose probabilities are furthest apart, left → right.");
    m_words_card->show();
    m_words->setAccessibleName(tr("Words whose probabilities differ most"));
    m_words->setBars(std::move(bars));
}

} // namespace glassformer
