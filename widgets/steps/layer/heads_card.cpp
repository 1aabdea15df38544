#include "widgets/steps/layer/heads_card.h"

#include "core/experiment/attention/attention_aggregate.h"
#include "core/trace/look/place.h"
#include "core/trace/trace.h"
#include "widgets/explanation/attention_look_text.h"
#include "widgets/look/choice_list.h"
#include "widgets/look/line_text.h"
#include "widgets/look/probability_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/attention/head_gallery.h"
#include "widgets/pictures/colour_key.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/numbers/effect_list.h"
#include "widgets/pictures/trace_content.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

constexpr int most_leaders = 4;
constexpr int no_trait = -1, need_trait = -2; ///< in the list of traits

//: a head in few characters: layer 2, head 3
QString shortName(const HeadName& head)
{
    return HeadsCard::tr("L%1 · H%2").arg(head.layer + 1).arg(head.head + 1);
}

} // namespace

bool HeadsShown::isOneHead() const
{
    return showsOneHead(trace, selection);
}

bool HeadsShown::isChosen(const HeadName& head) const
{
    return isOneHead() && head.layer == selection.layerOf(site) && head.head == selection.head;
}

HeadsCard::HeadsCard(QWidget* parent)
    : Card(parent)
    , m_trait(new QComboBox(this))
    , m_sorted(new QCheckBox(this))
    , m_gallery(new HeadGallery(this)) // below these: Tab goes as one reads
    , m_leaders(new BarList(this))
    , m_needed(new EffectList(this))
    , m_key(new ColourKey(this))
{
    m_trait->setObjectName(QStringLiteral("headTrait"));
    m_sorted->setObjectName(QStringLiteral("sortHeads"));
    m_leaders->setDense(true);
    m_needed->setObjectName(QStringLiteral("neededHeads"));
    addBesideRemark(m_trait);
    addBesideRemark(m_sorted);
    auto* row = new QHBoxLayout;
    m_beside = new QWidget(this); // where there is nothing to tell, the grid has all of the width
    auto* column = new QVBoxLayout(m_beside);
    column->setContentsMargins(0, 0, 0, 0);
    body()->addLayout(row, 1);
    row->addWidget(m_gallery, 3);
    row->addWidget(m_beside, 2);
    column->addWidget(m_leaders, 1);
    column->addWidget(m_key);
    column->addWidget(m_needed);
    column->addStretch(0);
    connect(m_gallery, &HeadGallery::headChosen, this, &HeadsCard::headChosen);
    connect(m_gallery, &HeadGallery::headMarked, this, &HeadsCard::headMarked);
    const auto open = [this](int leader) {
        const HeadName& head = m_leading[std::size_t(leader)];
        emit headChosen(head.layer, head.head);
    };
    connect(m_leaders, &BarList::barChosen, this, open);
    connect(m_needed, &EffectList::rowChosen, this, open);
    connect(m_sorted, &QCheckBox::clicked, this, &HeadsCard::sortingWanted);
    connect(m_trait, &QComboBox::activated, this,
        [this](int index) { chooseTrait(m_trait->itemData(index).toInt()); });
}

void HeadsCard::chooseTrait(int trait)
{
    const bool by_need = trait == need_trait;
    if (by_need != m_shows_need)
        emit needWanted(by_need);
    emit traitChosen(trait < 0 ? std::nullopt : std::optional(HeadTrait(trait)));
}

void HeadsCard::setNeed(bool is_wanted, std::shared_ptr<const PartRanking> ranking)
{
    m_shows_need = is_wanted;
    m_ranking = std::move(ranking);
}

void HeadsCard::showHeads(const HeadsShown& shown, bool are_new)
{
    const ModelConfig& config = shown.trace.config;
    const int layers = layersOf(config, shown.site);
    if (are_new)
        m_gallery->setHeads(layers, config.n_heads,
            ThumbnailAtlas(layers, config.n_heads,
                [&shown](int layer, int head) { return thumbnailOf(shown.trace, shown.site, layer, head); }));
    std::vector<bool> is_off, is_marked;
    const std::vector<HeadName> marked = markedHeads(shown.selection, shown.site);
    for (int layer = 0; layer < layers; ++layer)
        for (int head = 0; head < config.n_heads; ++head) {
            const HeadName name{shown.site, layer, head};
            is_off.push_back(isHeadOff(shown.trace.changes, name));
            is_marked.push_back(std::find(marked.begin(), marked.end(), name) != marked.end());
        }
    refreshChoices(shown);
    const bool by_need = m_shows_need && shown.can_try;
    m_key->setVisible(by_need && m_ranking);
    m_leaders->setVisible(false);
    m_needed->setVisible(false);
    m_leading.clear();
    by_need ? showNeed(shown) : showTraits(shown);
    m_beside->setVisible(!m_leading.empty() || (by_need && m_ranking));
    m_gallery->setHeadsOff(std::move(is_off));
    m_gallery->setHeadsRemoved(shown.is_removed);
    m_gallery->setMarked(std::move(is_marked));
    m_gallery->setChosen(shown.selection.layerOf(shown.site), shown.selection.head, shown.isOneHead());
}

void HeadsCard::refreshChoices(const HeadsShown& shown)
{
    const std::optional<HeadTrait> trait = shown.selection.attention.trait;
    QList<Choice> choices{{tr("Compare heads by …"), no_trait}};
    if (shown.can_try)
        choices.append({tr("how much the word needs it"), need_trait});
    for (const NamedValue<HeadTrait>& known : namedHeadTraits())
        choices.append({traitName(known.value), int(known.value)});
    const bool by_need = m_shows_need && shown.can_try;
    const int chosen = by_need ? need_trait : trait ? int(*trait) : no_trait;
    int index = 0;
    for (int i = 0; i < int(choices.size()); ++i)
        index = choices[i].data.toInt() == chosen ? i : index;
    setChoices(*m_trait, choices, index);
    m_trait->setAccessibleName(tr("By what heads are told apart"));
    m_sorted->setVisible(chosen != no_trait);
    m_sorted->setChecked(shown.selection.attention.sorts_heads);
    m_sorted->setText(tr("Sorted"));
    m_sorted->setToolTip(
        tipText(tr("The grid goes by this number, the largest first, in place of layers and heads.")));
}

void HeadsCard::order(const std::vector<std::optional<double>>& values, bool is_sorted)
{
    std::vector<int> order;
    for (int i = 0; is_sorted && i < int(values.size()); ++i)
        order.push_back(i);
    const auto value = [&](int i) { return values[std::size_t(i)].value_or(-HUGE_VAL); };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return value(a) > value(b); });
    m_gallery->setOrder(std::move(order));
}

/** Red: without the head the word is less likely. */
void HeadsCard::showNeed(const HeadsShown& shown)
{
    const ModelConfig& config = shown.trace.config;
    const int layers = layersOf(config, shown.site);
    std::vector<std::optional<double>> shares(std::size_t(layers * config.n_heads));
    std::vector<QString> texts(shares.size(), tr("not tried yet"));
    std::vector<EffectRow> rows;
    double limit = 1e-6;
    std::vector<PartEffect> found_here;
    for (const PartEffect& found : m_ranking ? m_ranking->single : std::vector<PartEffect>()) {
        const ModelPart& part = found.parts.front();
        if (part.kind != PartKind::Head || part.site != shown.site || part.layer >= layers)
            continue;
        limit = std::max(limit, std::abs(found.effect.moved()));
        found_here.push_back(found);
    }
    for (const PartEffect& found : found_here) {
        const HeadName name{shown.site, found.parts.front().layer, found.parts.front().head};
        const double share = -found.effect.moved() / limit;
        const auto index = std::size_t(name.layer * config.n_heads + name.head);
        const ProbabilityTexts p =
            probabilityTexts(std::exp(found.effect.before), std::exp(found.effect.after));
        shares[index] = share;
        texts[index] = (found.effect.changesWord() ? tr("without it another word is written; p %1 → %2")
                                                   : tr("without it the word stays; p %1 → %2"))
                           .arg(p.before, p.after);
        if (rows.size() == std::size_t(most_leaders))
            continue;
        const bool is_chosen = shown.isChosen(name);
        m_leading.push_back(name);
        rows.push_back({shortName(name), QStringLiteral("p %1 → %2").arg(p.before, p.after), {}, share,
            found.effect.changesWord(), is_chosen});
    }
    const QString word = m_ranking ? textOf(m_ranking->asked.token).trimmed() : QString();
    order(shares, shown.selection.attention.sorts_heads);
    m_gallery->setTint(std::move(shares), std::move(texts), true);
    m_key->setScale(limit, tr("By how much ln p of “%1” falls without it").arg(word));
    m_needed->setVisible(!rows.empty());
    m_needed->setAccessibleName(tr("Heads that move the word most"));
    m_needed->setEffects(std::move(rows));
    setRemark(m_ranking ? tr("Red: “%1” needs the head; blue: it is likelier without. In this one sentence.")
                              .arg(formulaEscaped(word))
                        : tr("Not tried yet for this word."));
}

void HeadsCard::showTraits(const HeadsShown& shown)
{
    const std::optional<HeadTrait> trait = shown.selection.attention.trait;
    const std::shared_ptr<const HeadFigures>& figures = shown.figures;
    const bool is_known = trait && figures && figures->trait == *trait && figures->site == shown.site;
    const bool is_sorted = is_known && shown.selection.attention.sorts_heads;
    std::vector<std::optional<double>> shares;
    std::vector<QString> texts;
    std::vector<Bar> bars;
    if (is_known) {
        for (const std::optional<double>& value : figures->values) {
            shares.push_back(value ? std::optional<double>(*value / figures->limit()) : std::nullopt);
            texts.push_back(
                namedText(traitName(*trait), value ? traitText(*trait, *value) : tr("no such token here")));
        }
        m_leading = figures->largest(most_leaders);
        for (const HeadName& name : m_leading) {
            const double value = *figures->of(name.layer, name.head);
            const bool is_chosen = shown.isChosen(name);
            bars.push_back({shortName(name), traitText(*trait, value), value / figures->limit(), false,
                is_chosen, false});
        }
    }
    order(shares, is_sorted);
    m_gallery->setTint(std::move(shares), std::move(texts));
    m_leaders->setVisible(is_known);
    m_leaders->setAccessibleName(tr("Heads that do it most"));
    m_leaders->setBars(std::move(bars));
    const QString rows = is_sorted
        ? tr("All heads, the largest first; 2·3 is layer 2, head 3. Click one to open it.")
        : tr("All heads: rows are layers, columns are heads. Click one to open it.");
    setRemark(!is_known ? rows
            : m_leading.empty()
            ? sentencesText({rows, tr("None of them: %1.").arg(traitName(*trait))})
            : sentencesText({rows, tr("Bars and strong colours: %1.").arg(traitName(*trait))}));
}

} // namespace glassformer
