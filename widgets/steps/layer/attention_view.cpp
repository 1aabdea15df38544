#include "widgets/steps/layer/attention_view.h"

#include "core/experiment/attention/attention_aggregate.h"
#include "widgets/explanation/attention_look_text.h"
#include "widgets/look/number_text.h"
#include "widgets/look/probability_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/attention/attention_lines.h"
#include "widgets/pictures/attention/attention_sentence.h"
#include "widgets/pictures/attention/head_gallery.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/attention/shown_map_content.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/colour_key.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/numbers/effect_list.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace glassformer {
namespace {

constexpr int most_leaders = 4;
constexpr int no_trait = -1, need_trait = -2; ///< in the list of traits

} // namespace

AttentionView::AttentionView(AttentionPart part, QWidget* parent)
    : StepView(parent)
    , m_part(part)
    , m_row(new CardRow(this))
    , m_heatmap_card(new Card(this))
    , m_heatmap(new Heatmap(this))
{
    page()->addWidget(m_row, 5);
    m_row->add(m_heatmap_card, 11);
    m_heatmap_card->add(m_heatmap, 1);
    connect(m_heatmap, &Heatmap::cellChosen, this, &AttentionView::chooseShown);
    if (m_part == AttentionPart::Weights)
        buildWeights();
}

void AttentionView::buildWeights()
{
    m_lines_card = new Card(this);
    m_lines = new AttentionLines(this);
    m_sentence = new AttentionSentence(this);
    m_lines_card->add(m_lines, 1);
    m_lines_card->add(m_sentence, 1);
    m_row->add(m_lines_card, 10);
    connect(
        m_lines, &AttentionLines::queryChosen, this, [this](int query) { chooseShown(query, std::nullopt); });
    connect(m_lines, &AttentionLines::keyChosen, this,
        [this](int key) { chooseShown(m_heatmap->content().row.value_or(0), key); });
    connect(m_sentence, &AttentionSentence::queryChosen, this,
        [this](int query) { chooseCell(query, std::nullopt); });
    connect(m_sentence, &AttentionSentence::keyChosen, this,
        [this](int key) { chooseCell(chosenQuery(selection(), trace().config, site()).value_or(0), key); });
    buildGallery();
}

/** All heads; beside them, by what they are told apart, and those that do it most. */
void AttentionView::buildGallery()
{
    m_gallery_card = addCard();
    m_gallery = new HeadGallery(this);
    m_trait = new QComboBox(this);
    m_trait->setObjectName(QStringLiteral("headTrait"));
    m_leaders = new BarList(this);
    m_leaders->setDense(true);
    m_needed = new EffectList(this);
    m_needed->setObjectName(QStringLiteral("neededHeads"));
    m_key = new ColourKey(this);
    auto* row = new QHBoxLayout;
    auto* column = new QVBoxLayout;
    m_gallery_card->body()->addLayout(row, 1);
    row->addWidget(m_gallery, 3);
    row->addLayout(column, 2);
    column->addWidget(m_trait);
    column->addWidget(m_leaders, 1);
    column->addWidget(m_key);
    column->addWidget(m_needed);
    column->addStretch(0);
    connect(m_gallery, &HeadGallery::headChosen, this, &AttentionView::chooseHead);
    const auto open = [this](int leader) {
        const HeadName& head = m_leading[std::size_t(leader)];
        chooseHead(head.layer, head.head);
    };
    connect(m_leaders, &BarList::barChosen, this, open);
    connect(m_needed, &EffectList::rowChosen, this, open);
    connect(m_trait, &QComboBox::activated, this,
        [this](int index) { chooseTrait(m_trait->itemData(index).toInt()); });
}

void AttentionView::chooseTrait(int trait)
{
    const bool by_need = trait == need_trait;
    if (by_need != m_shows_need)
        emit needWanted(by_need);
    Selection wanted = selection();
    wanted.attention.trait = trait < 0 ? std::nullopt : std::optional(HeadTrait(trait));
    emit selectionWanted(wanted);
}

void AttentionView::setNeed(bool is_wanted, std::shared_ptr<const PartRanking> ranking)
{
    const bool is_other = is_wanted != m_shows_need || (is_wanted && ranking != m_ranking);
    m_shows_need = is_wanted;
    m_ranking = std::move(ranking);
    if (is_other && m_gallery)
        refreshTint();
}

void AttentionView::chooseHead(int layer, int head)
{
    Selection wanted = withLayer(selection(), site(), layer);
    wanted.head = head;
    emit selectionWanted(wanted);
}

/** Whose numbers the map has: "Layer 2 · Head 3", "Layer 2 · Mean of all heads", "Rollout up to layer 2". */
QString AttentionView::placeText(MapAggregate aggregate) const
{
    const QString layer = QString::number(head().layer + 1), number = QString::number(head().head + 1);
    switch (aggregate) {
    case MapAggregate::OneHead:
        return tr("Layer %1 · Head %2").arg(layer, number);
    case MapAggregate::ValueLengths:
        return tr("Layer %1 · Head %2 · %3").arg(layer, number, aggregateName(aggregate));
    case MapAggregate::MeanOfHeads:
    case MapAggregate::LargestOfHeads:
        return tr("Layer %1 · %2").arg(layer, aggregateName(aggregate));
    case MapAggregate::Rollout:
        return tr("Rollout up to layer %1").arg(layer);
    default:
        return aggregateName(aggregate);
    }
}

QString AttentionView::weightsHeading(const ShownMap& shown) const
{
    const QString place = placeText(shown.aggregate);
    if (shown.is_rescaled)
        return tr("%1 · without the sink").arg(place);
    return shown.aggregate == MapAggregate::OneHead ? tr("%1 · attention weights").arg(place) : place;
}

/** What they mix goes nowhere, but they attend. */
bool AttentionView::countsRemovedHeads(MapAggregate aggregate) const
{
    const bool is_layer = aggregate == MapAggregate::MeanOfHeads || aggregate == MapAggregate::LargestOfHeads;
    if (aggregate == MapAggregate::OneHead || aggregate == MapAggregate::ValueLengths)
        return false;
    for (int layer = 0; layer < layersOf(trace().config, site()); ++layer)
        for (int index = 0; index < trace().config.n_heads; ++index)
            if ((!is_layer || layer == head().layer) && isRemoved({site(), layer, index}))
                return true;
    return false;
}

QString AttentionView::weightsRemark(const ShownMap& shown) const
{
    QString remark = aggregateRemark(shown.aggregate);
    if (countsRemovedHeads(shown.aggregate))
        remark += u' ' + tr("Heads that training took out count, too.");
    if (!m_query_words.empty())
        remark += u' '
            + tr("Pieces of a word are one: weights on them are summed, those from them averaged. The "
                 "inspector "
                 "explains one piece.");
    if (!shown.sink)
        return remark;
    const QString tokens = formulaEscaped(tokenList(keysOf(trace(), site()), shown.sink->keys()));
    remark += remark.isEmpty() ? QString() : QStringLiteral(" ");
    return remark
        + (shown.is_rescaled
                ? tr("%1 of the weight only rests, on %2: left out, and each row scaled to what it was.")
                : tr("%1 of the weight only rests, on %2: an attention sink."))
              .arg(percentText(shown.sink->share), tokens);
}

QString AttentionView::heading()
{
    const QString place = placeText(MapAggregate::OneHead);
    switch (m_part) {
    case AttentionPart::Weights:
        return weightsHeading(shownWeights());
    case AttentionPart::Masked:
        return tr("%1 · scores after the mask").arg(place);
    default:
        return tr("%1 · scores").arg(place);
    }
}

QString AttentionView::remark()
{
    const int window = trace().config.windowOf(selection().layerOf(site()));
    switch (m_part) {
    case AttentionPart::Weights:
        return weightsRemark(shownWeights());
    case AttentionPart::Masked:
        if (isMaskLifted(trace().changes, site(), selection().layerOf(site())))
            return tr("An experiment has lifted the mask: no cell is struck.");
        return window > 0
            ? tr("Struck cells lie in the future, or farther back than the %1 tokens that this layer "
                 "sees: no token may look there.")
                  .arg(window)
            : tr("Struck cells lie in the future: no token may look at those that come after it.");
    default:
        return scoresRemark();
    }
}

QString AttentionView::scoresRemark() const
{
    const ModelConfig& config = trace().config;
    const bool has_bias = config.position_kind == PositionKind::Relative;
    const QString made = config.scale_scores ? has_bias
            ? tr("{q:query} · {k:key} ÷ √d_k for every pair of tokens; a bias for their distance is added.")
            : tr("{q:query} · {k:key} ÷ √d_k for every pair of tokens.")
        : has_bias
        ? tr("{q:query} · {k:key} for every pair of tokens, without ÷ √d_k; a bias for their distance is "
             "added.")
        : tr("{q:query} · {k:key} for every pair of tokens, without ÷ √d_k.");
    return made + u' ' + tr("Blue is negative, red is positive. Rows do not add up to 1 yet.");
}

std::vector<Picture*> AttentionView::toldPictures() const
{
    return {m_heatmap};
}

void AttentionView::chooseShown(int row, std::optional<int> column)
{
    if (m_query_words.empty())
        return chooseCell(row, column);
    const WordGroup& query = m_query_words[std::size_t(row)];
    if (!column)
        return chooseCell(query.first, std::nullopt);
    const WordGroup& key = m_key_words[std::size_t(*column)];
    const MatrixSlice& weights = shownWeights().map.weights;
    int heaviest = key.first;
    for (int piece = key.first; piece < key.first + key.count; ++piece)
        if (weights(query.first, piece) > weights(query.first, heaviest))
            heaviest = piece;
    chooseCell(query.first, heaviest);
}

void AttentionView::findWords()
{
    m_query_words.clear();
    m_key_words.clear();
    const AttentionPicture picture = selection().attention.picture;
    const bool has_words = picture == AttentionPicture::Lines || picture == AttentionPicture::Heads;
    if (m_part != AttentionPart::Weights || !selection().attention.merges_words || !has_words)
        return;
    std::vector<WordGroup> queries = wordGroups(queriesOf(trace(), site()));
    std::vector<WordGroup> keys = wordGroups(keysOf(trace(), site()));
    const MatrixSlice& weights = shownWeights().map.weights;
    const auto covers = [](const std::vector<WordGroup>& words, int tokens) {
        return !words.empty() && words.back().first + words.back().count == tokens;
    };
    if (!covers(queries, weights.rows) || !covers(keys, weights.columns))
        return;
    m_query_words = std::move(queries);
    m_key_words = std::move(keys);
}

void AttentionView::mergeWordsOf(HeatmapContent& content, const MatrixSlice& weights) const
{
    if (!m_query_words.empty())
        mergeWords(content, weights, m_query_words, m_key_words);
}

void AttentionView::refresh()
{
    findWords();
    HeatmapContent content =
        attentionContent(trace(), selection(), site(), selection().layerOf(site()), selection().head, m_part);
    if (m_part == AttentionPart::Weights)
        takeNumbers(content, shownWeights());
    mergeWordsOf(content, m_query_words.empty() ? MatrixSlice() : shownWeights().map.weights);
    m_heatmap_card->setHeading(heading());
    m_heatmap_card->setRemark(remark());
    m_heatmap->setAccessibleName(heading());
    m_heatmap->setContent(content);
    if (m_part == AttentionPart::Weights)
        refreshWeights(content);
}

void AttentionView::refreshWeights(const HeatmapContent& content)
{
    AttentionLinesContent lines = linesContent(content);
    lines.query_title = site() == AttentionSite::DecoderCross ? tr("read → written") : tr("asks (query)");
    lines.key_title = tr("answers (key)");
    // A sentence in one line wants the room that the map has no use for.
    static_cast<QBoxLayout*>(m_row->layout())
        ->setStretchFactor(m_lines_card, selection().attention.picture == AttentionPicture::Arcs ? 20 : 10);
    m_lines_card->setHeading(content.row && *content.row < content.rows
            ? (site() == AttentionSite::DecoderCross ? tr("Where the decoder looks: {q:%1}")
                                                     : tr("Where {q:%1} looks"))
                  .arg(formulaEscaped(content.row_labels[std::size_t(*content.row)].text))
            : tr("Where every token looks"));
    m_lines_card->setRemark(tr("Point at a token on the left; click to keep it."));
    m_lines->setAccessibleName(tr("Attention as lines between words"));
    const AttentionPicture picture = selection().attention.picture;
    if (picture == AttentionPicture::Heads) {
        lines.heads = headsOfLayer();
        m_lines_card->setRemark(tr("All heads of layer %1, each in a colour; the heatmap shows one of them.")
                                    .arg(selection().layerOf(site()) + 1));
    }
    m_lines->setContent(std::move(lines));
    const bool has_lines = picture == AttentionPicture::Lines || picture == AttentionPicture::Heads;
    m_lines->setVisible(has_lines);
    m_sentence->setVisible(!has_lines);
    if (!has_lines)
        refreshSentence(content);
    refreshGallery();
}

std::vector<HeadLines> AttentionView::headsOfLayer() const
{
    std::vector<HeadLines> heads;
    for (int index = 0; index < trace().config.n_heads; ++index) {
        HeatmapContent map = attentionContent(
            trace(), selection(), site(), selection().layerOf(site()), index, AttentionPart::Weights);
        mergeWordsOf(map,
            headOf(trace(), attentionTensor(site(), selection().layerOf(site()), AttentionPart::Weights),
                index));
        if (!map.isEmpty())
            heads.push_back({tr("Head %1").arg(index + 1), std::move(map.values), index == selection().head});
    }
    return heads;
}

void AttentionView::refreshSentence(const HeatmapContent& content)
{
    AttentionSentenceContent sentence =
        sentenceContent(content, trace(), site(), selection().attention.picture == AttentionPicture::Arcs);
    const auto name = [](const std::vector<AxisLabel>& labels, std::optional<int> index) {
        return index && *index < int(labels.size()) ? formulaEscaped(labels[std::size_t(*index)].text)
                                                    : QString();
    };
    const QString query = name(sentence.map.queries, sentence.map.query);
    const QString key = name(sentence.map.keys, sentence.map.key);
    if (sentence.is_self && !query.isEmpty()) {
        sentence.looks_at = tr("{q:%1} looks at …").arg(query);
        sentence.looked_at = tr("{k:Who looks at} {q:%1}").arg(query);
    } else if (!sentence.is_self) {
        sentence.looks_at =
            query.isEmpty() ? tr("Read") : tr("Read: where it looks to write {q:%1}").arg(query);
        sentence.looked_at = key.isEmpty() ? tr("Written") : tr("Written: what looked at {k:%1}").arg(key);
    }
    m_lines_card->setRemark(tr("Point at a word; click to keep it."));
    m_sentence->setContent(std::move(sentence));
}

void AttentionView::refreshGallery()
{
    const ModelConfig& config = trace().config;
    const int layers = layersOf(config, site());
    if (isNewTrace(m_gallery_of))
        m_gallery->setHeads(layers, config.n_heads,
            ThumbnailAtlas(layers, config.n_heads,
                [this](int layer, int head) { return thumbnailOf(trace(), site(), layer, head); }));
    std::vector<bool> is_off(std::size_t(layers * config.n_heads));
    for (int i = 0; i < layers * config.n_heads; ++i)
        is_off[std::size_t(i)] = isHeadOff(trace().changes, {site(), i / config.n_heads, i % config.n_heads});
    refreshTint();
    m_gallery->setHeadsOff(std::move(is_off));
    std::vector<bool> is_removed;
    for (int layer = 0; layer < layers; ++layer)
        for (int head = 0; head < config.n_heads; ++head)
            is_removed.push_back(isRemoved({site(), layer, head}));
    m_gallery->setHeadsRemoved(std::move(is_removed));
    m_gallery->setChosen(selection().layerOf(site()), selection().head);
}

void AttentionView::refreshTint()
{
    refreshTraits();
    m_key->setVisible(showsNeed() && m_ranking);
    m_leaders->setVisible(false);
    m_needed->setVisible(false);
    showsNeed() ? showNeed() : showTraits();
}

void AttentionView::refreshTraits()
{
    const std::optional<HeadTrait> trait = selection().attention.trait;
    m_trait->clear();
    m_trait->addItem(tr("Compare heads by …"), no_trait);
    if (model())
        m_trait->addItem(tr("how much the word needs it"), need_trait);
    for (const NamedValue<HeadTrait>& known : namedHeadTraits())
        m_trait->addItem(traitName(known.value), int(known.value));
    const int chosen = showsNeed() ? need_trait : trait ? int(*trait) : no_trait;
    m_trait->setCurrentIndex(std::max(0, m_trait->findData(chosen)));
    m_trait->setAccessibleName(tr("By what heads are told apart"));
}

/** Red: without the head the word is less likely. */
void AttentionView::showNeed()
{
    const ModelConfig& config = trace().config;
    const int layers = layersOf(config, site());
    std::vector<std::optional<double>> shares(std::size_t(layers * config.n_heads));
    std::vector<QString> texts(shares.size(), tr("not tried yet"));
    std::vector<EffectRow> rows;
    m_leading.clear();
    double limit = 1e-6;
    const auto isHere = [this](const PartEffect& found) {
        return found.parts.front().kind == PartKind::Head && found.parts.front().site == site();
    };
    for (const PartEffect& found : m_ranking ? m_ranking->single : std::vector<PartEffect>())
        if (isHere(found))
            limit = std::max(limit, std::abs(found.effect.moved()));
    for (const PartEffect& found : m_ranking ? m_ranking->single : std::vector<PartEffect>()) {
        const ModelPart& part = found.parts.front();
        if (!isHere(found) || part.layer >= layers)
            continue;
        const double share = -found.effect.moved() / limit;
        const auto index = std::size_t(part.layer * config.n_heads + part.head);
        const ProbabilityTexts p =
            probabilityTexts(std::exp(found.effect.before), std::exp(found.effect.after));
        shares[index] = share;
        texts[index] = (found.effect.changesWord() ? tr("without it another word is written; p %1 → %2")
                                                   : tr("without it the word stays; p %1 → %2"))
                           .arg(p.before, p.after);
        if (rows.size() == std::size_t(most_leaders))
            continue;
        const HeadName name{site(), part.layer, part.head};
        m_leading.push_back(name);
        //: a head in few characters: layer 2, head 3
        rows.push_back({tr("L%1 · H%2").arg(part.layer + 1).arg(part.head + 1),
            QStringLiteral("p %1 → %2").arg(p.before, p.after), {}, share, found.effect.changesWord(),
            name == head()});
    }
    const QString word = m_ranking ? textOf(m_ranking->asked.token).trimmed() : QString();
    m_gallery->setTint(std::move(shares), std::move(texts), true);
    m_key->setScale(limit, tr("By how much ln p of “%1” falls without it").arg(word));
    m_needed->setVisible(!rows.empty());
    m_needed->setAccessibleName(tr("Heads that move the word most"));
    m_needed->setEffects(std::move(rows));
    m_gallery_card->setRemark(m_ranking
            ? tr("Red: “%1” needs the head; blue: it is likelier without. In this one sentence.")
                  .arg(formulaEscaped(word))
            : tr("Not tried yet for this word."));
}

void AttentionView::showTraits()
{
    const std::optional<HeadTrait> trait = selection().attention.trait;
    const std::shared_ptr<const HeadFigures> figures = measured().heads;
    const bool is_known = trait && figures && figures->trait == *trait && figures->site == site();
    std::vector<std::optional<double>> shares;
    std::vector<QString> texts;
    std::vector<Bar> bars;
    m_leading.clear();
    if (is_known) {
        for (const std::optional<double>& value : figures->values) {
            shares.push_back(value ? std::optional<double>(*value / figures->limit()) : std::nullopt);
            texts.push_back(traitName(*trait) + QStringLiteral(": ")
                + (value ? traitText(*trait, *value) : tr("no such token here")));
        }
        m_leading = figures->largest(most_leaders);
        for (const HeadName& name : m_leading) {
            const double value = *figures->of(name.layer, name.head);
            //: a head in few characters: layer 2, head 3
            bars.push_back({tr("L%1 · H%2").arg(name.layer + 1).arg(name.head + 1), traitText(*trait, value),
                value / figures->limit(), false, name == head(), false});
        }
    }
    m_gallery->setTint(std::move(shares), std::move(texts));
    m_leaders->setVisible(is_known);
    m_leaders->setAccessibleName(tr("Heads that do it most"));
    m_leaders->setBars(std::move(bars));
    const QString rows = tr("All heads: rows are layers, columns are heads. Click one to open it.");
    m_gallery_card->setRemark(!is_known ? rows
            : m_leading.empty()         ? rows + u' ' + tr("None of them: %1.").arg(traitName(*trait))
                                : rows + u' ' + tr("Bars and strong colours: %1.").arg(traitName(*trait)));
}

} // namespace glassformer
