#include "widgets/steps/layer/attention_view.h"

#include "core/experiment/attention/attention_aggregate.h"
#include "core/trace/look/place.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/attention/attention_lines.h"
#include "widgets/pictures/attention/attention_sentence.h"
#include "widgets/pictures/attention/head_gallery.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/attention/shown_map_content.h"
#include "widgets/pictures/card.h"
#include "widgets/steps/layer/heads_card.h"

#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

namespace glassformer {
namespace {

constexpr std::size_t most_named = 3;

} // namespace

AttentionView::AttentionView(AttentionPart part, QWidget* parent)
    : StepView(parent)
    , m_part(part)
    , m_row(new CardRow(this))
    , m_heatmap_card(new Card(this))
    , m_heatmap(new Heatmap(this))
{
    m_row->setNarrowest(40);
    m_heatmap_card->setTitledByPage();
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
    shareRows();
    buildHeads();
}

/** Rows of one picture are those of all: what is pointed at, and what is summed. */
void AttentionView::shareRows()
{
    m_heatmap->setSumsRows(true);
    connect(m_heatmap, &Heatmap::rowAdded, this, &AttentionView::addRow);
    connect(m_lines, &AttentionLines::queryAdded, this, &AttentionView::addRow);
    connect(m_sentence, &AttentionSentence::queryAdded, this, &AttentionView::addRow);
    connect(m_heatmap, &Heatmap::rowHovered, m_lines, &AttentionLines::setHovered);
    connect(m_heatmap, &Heatmap::rowHovered, m_sentence, &AttentionSentence::setHovered);
    connect(m_lines, &AttentionLines::queryHovered, m_heatmap, &Heatmap::setHovered);
    connect(m_sentence, &AttentionSentence::queryHovered, m_heatmap, &Heatmap::setHovered);
}

void AttentionView::addRow(int row)
{
    const bool is_sum = m_heatmap->content().ends_with_sum && row + 1 == m_heatmap->content().rows;
    if (is_sum)
        return;
    const int query = m_query_words.empty() ? row : m_query_words[std::size_t(row)].first;
    emit selectionWanted(withSummed(selection(), trace().config, site(), query));
}

void AttentionView::buildHeads()
{
    m_heads = new HeadsCard(this);
    page()->addWidget(m_heads);
    connect(m_heads, &HeadsCard::headChosen, this, &AttentionView::chooseHead);
    connect(m_heads, &HeadsCard::headMarked, this, [this](int layer, int head) {
        emit selectionWanted(withHeadMarked(selection(), {site(), layer, head}));
    });
    connect(m_heads, &HeadsCard::needWanted, this, &AttentionView::needWanted);
    connect(m_heads, &HeadsCard::traitChosen, this, [this](std::optional<HeadTrait> trait) {
        Selection wanted = selection();
        wanted.attention.trait = trait;
        emit selectionWanted(wanted);
    });
    connect(m_heads, &HeadsCard::sortingWanted, this, [this](bool is_wanted) {
        Selection wanted = selection();
        wanted.attention.sorts_heads = is_wanted;
        emit selectionWanted(wanted);
    });
}

void AttentionView::setNeed(bool is_wanted, std::shared_ptr<const PartRanking> ranking)
{
    if (!m_heads)
        return;
    const bool is_other = is_wanted != m_heads->showsNeed() || (is_wanted && ranking != m_heads->ranking());
    m_heads->setNeed(is_wanted, std::move(ranking));
    if (is_other)
        refreshHeads();
}

void AttentionView::chooseHead(int layer, int head)
{
    emit selectionWanted(withHead(withLayer(selection(), site(), layer), trace(), head));
}

std::vector<Picture*> AttentionView::toldPictures() const
{
    if (m_part != AttentionPart::Weights)
        return {m_heatmap};
    return {m_heatmap, m_lines, m_sentence, m_heads->gallery()};
}

void AttentionView::chooseShown(int row, std::optional<int> column)
{
    const HeatmapContent& shown = m_heatmap->content();
    if (shown.ends_with_sum && row + 1 == shown.rows)
        row =
            shown.row.value_or(shown.summed_rows.front()); // a sum is explained at the chosen one of its rows
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
    if (m_part != AttentionPart::Weights || !showsWholeWords(selection().attention))
        return;
    const std::set<std::string> known =
        measured().chinese_words ? *measured().chinese_words : std::set<std::string>();
    std::vector<WordGroup> queries = wordGroups(queriesOf(trace(), site()), known);
    std::vector<WordGroup> keys = wordGroups(keysOf(trace(), site()), known);
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

std::vector<int> AttentionView::summedRows() const
{
    if (m_part != AttentionPart::Weights)
        return {};
    std::vector<int> rows = summedQueries(selection(), trace().config, site());
    if (!m_query_words.empty())
        rows = wordsOfRows(rows, m_query_words);
    return rows;
}

QString AttentionView::sumName() const
{
    const std::vector<int> rows = summedRows();
    const std::vector<Token>& tokens = queriesOf(trace(), site());
    QStringList names;
    for (std::size_t i = 0; i < rows.size() && i < most_named; ++i)
        names << (m_query_words.empty() ? textOf(tokens[std::size_t(rows[i])])
                                        : QString::fromStdString(m_query_words[std::size_t(rows[i])].text));
    const QString sum = names.join(QStringLiteral(" + "));
    return rows.size() < 2          ? QString()
        : rows.size() <= most_named ? sum
                                    : tr("%1 + %n more", nullptr, int(rows.size() - most_named)).arg(sum);
}

void AttentionView::addSumOf(HeatmapContent& content) const
{
    const std::vector<int> rows = summedRows();
    const bool fits = std::all_of(rows.begin(), rows.end(), [&](int row) { return row < content.rows; });
    if (rows.size() > 1 && fits)
        addSum(content, rows);
}

void AttentionView::refresh()
{
    findWords();
    HeatmapContent content =
        attentionContent(trace(), selection(), site(), selection().layerOf(site()), selection().head, m_part);
    if (m_part == AttentionPart::Weights)
        takeNumbers(content, shownWeights());
    mergeWordsOf(content, m_query_words.empty() ? MatrixSlice() : shownWeights().map.weights);
    m_sum_name = sumName();
    addSumOf(content);
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
    const bool is_cross = site() == AttentionSite::DecoderCross;
    lines.query_title = is_cross ? rowTitle(trace(), site()) : tr("asks (query)");
    lines.key_title = is_cross ? columnTitle(trace(), site()) : tr("answers (key)");
    // A sentence in one line wants the room that the map has no use for.
    static_cast<QBoxLayout*>(m_row->layout())
        ->setStretchFactor(m_lines_card, selection().attention.picture == AttentionPicture::Arcs ? 20 : 10);
    m_lines_card->setHeading(!m_sum_name.isEmpty()
            ? tr("Where {q:%1} look, summed").arg(formulaEscaped(m_sum_name))
            : content.row && *content.row < content.rows
            ? (site() == AttentionSite::DecoderCross ? tr("Where the decoder looks: {q:%1}")
                                                     : tr("Where {q:%1} looks"))
                  .arg(formulaEscaped(content.row_labels[std::size_t(*content.row)].text))
            : tr("Where every token looks"));
    m_lines_card->setRemark(tr("Point at a token on the left; click to keep it."));
    m_lines->setAccessibleName(tr("Attention as lines between words"));
    const AttentionPicture picture = selection().attention.picture;
    if (picture == AttentionPicture::Heads) {
        lines.heads = overlaid();
        m_lines_card->setRemark(overlaidRemark(lines.heads.size()));
    }
    m_lines->setContent(std::move(lines));
    const bool has_lines = picture == AttentionPicture::Lines || picture == AttentionPicture::Heads;
    m_lines->setVisible(has_lines);
    m_sentence->setVisible(!has_lines);
    if (!has_lines)
        refreshSentence(content);
    refreshHeads();
}

std::vector<HeadLines> AttentionView::overlaid() const
{
    const bool are_marked = !markedHeads(selection(), site()).empty();
    const bool is_one_head = showsOneHead(trace(), selection());
    std::vector<HeadLines> heads;
    for (const HeadName& head : overlaidHeads(selection(), trace().config, site())) {
        HeatmapContent map =
            attentionContent(trace(), selection(), site(), head.layer, head.head, AttentionPart::Weights);
        mergeWordsOf(
            map, headOf(trace(), attentionTensor(site(), head.layer, AttentionPart::Weights), head.head));
        addSumOf(map);
        if (map.isEmpty())
            continue;
        //: a head in few characters: layer 2, head 3
        const QString name = are_marked ? tr("L%1 · H%2").arg(head.layer + 1).arg(head.head + 1)
                                        : tr("Head %1").arg(head.head + 1);
        heads.push_back({name, std::move(map.values), is_one_head && head == this->head()});
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
    const QString query =
        m_sum_name.isEmpty() ? name(sentence.map.queries, sentence.map.query) : formulaEscaped(m_sum_name);
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

void AttentionView::refreshHeads()
{
    const ModelConfig& config = trace().config;
    std::vector<bool> is_removed;
    for (int layer = 0; layer < layersOf(config, site()); ++layer)
        for (int head = 0; head < config.n_heads; ++head)
            is_removed.push_back(isRemoved({site(), layer, head}));
    m_heads->showHeads(
        {trace(), site(), selection(), measured().heads, model() != nullptr, std::move(is_removed)},
        isNewTrace(m_heads_of));
}

} // namespace glassformer
