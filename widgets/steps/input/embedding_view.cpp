#include "widgets/steps/input/embedding_view.h"

#include "core/experiment/explanation/nearest_rows.h"
#include "widgets/look/line_text.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/numbers/vector_strips.h"
#include "widgets/pictures/words/token_row.h"
#include "widgets/pictures/words/word_map.h"
#include "widgets/steps/input/embedding_content.h"

#include <QVBoxLayout>

namespace glassformer {
namespace {

constexpr std::size_t most_bars = 6;

} // namespace

EmbeddingView::EmbeddingView(QWidget* parent)
    : StepView(parent)
    , m_tokens(new TokenRow(this))
    , m_heatmap(new Heatmap(this))
    , m_map(new WordMap(this))
    , m_row(new VectorStrips(this))
    , m_nearest(new BarList(this))
{
    addCard()->add(m_tokens);
    auto* maps = new CardRow(this);
    page()->addWidget(maps, 3);
    setMainPart(maps);
    m_heatmap_card = new Card(maps);
    m_heatmap_card->add(m_heatmap, 1);
    m_map_card = new Card(maps);
    m_map_card->add(m_map, 1);
    maps->add(m_heatmap_card, 1);
    maps->add(m_map_card, 1);
    auto* row = new CardRow(this);
    page()->addWidget(row, 1);
    m_row_card = new Card(row);
    m_row_card->add(m_row);
    m_row_card->body()->addStretch(1);
    m_nearest_card = new Card(row);
    m_nearest_card->add(m_nearest, 1);
    m_directions = new Caption(Caption::Kind::Remark, this);
    m_nearest_card->add(m_directions);
    row->add(m_row_card, 3);
    row->add(m_nearest_card, 2);
    m_tokens->setLongest(longest_row);
    connect(m_tokens, &TokenRow::chipChosen, this, [this](int token) { chooseRow(token); });
    connect(m_heatmap, &Heatmap::cellChosen, this,
        [this](int token, int dimension) { chooseRow(token, dimension); });
    connect(m_row, &VectorStrips::dimensionChosen, this,
        [this](int dimension) { chooseRow(chosenToken(), dimension); });
    connect(m_nearest, &BarList::barChosen, this,
        [this](int bar) { chooseWord(m_nearest_ids[std::size_t(bar)]); });
    connect(m_map, &WordMap::wordChosen, this, &EmbeddingView::chooseWord);
}

void EmbeddingView::chooseRow(int token, std::optional<int> dimension)
{
    Selection wanted = withToken(selection(), trace().config, site(), token, dimension);
    wanted.word.reset();
    emit selectionWanted(wanted);
}

void EmbeddingView::chooseWord(int id)
{
    const std::vector<Token>& source = trace().source;
    const auto found =
        std::find_if(source.begin(), source.end(), [id](const Token& token) { return token.id == id; });
    if (found != source.end())
        return chooseRow(int(found - source.begin()));
    Selection wanted = selection();
    wanted.word = id;
    emit selectionWanted(wanted);
}

int EmbeddingView::chosenId(int token) const
{
    return selection().word.value_or(trace().source[std::size_t(token)].id);
}

void EmbeddingView::refresh()
{
    const MatrixSlice rows = matrixOf(trace(), source_embedding_tensor);
    if (rows.isEmpty())
        return;
    const int token = std::clamp(selection().token, 0, rows.rows - 1);
    m_tokens->setAccessibleName(tr("Tokens"));
    m_tokens->setChips(chipsOf(trace().source, ChipKind::Plain, true), token);

    HeatmapContent content = vectorsContent(rows, trace().source, HeatmapColours::Signed);
    content.row = token;
    content.column = selection().dimension;
    m_heatmap_card->setHeading(
        trace().config.scale_embedding ? tr("Embedding × √d_{model}") : tr("Embedding"));
    m_heatmap_card->setRemark(
        tr("One row of %1 numbers for each token. The same token has the same row, wherever it stands.")
            .arg(rows.columns));
    m_heatmap->setAccessibleName(tr("Embedding of all tokens"));
    m_heatmap->setContent(std::move(content));

    const QString name = formulaEscaped(textOf(trace().source[std::size_t(token)]));
    m_row_card->setHeading(tr("The row of {q:%1}").arg(name));
    m_row->setAccessibleName(tr("Embedding of the chosen token"));
    VectorStrip strip;
    strip.label = QStringLiteral("{q:%1}").arg(name);
    strip.values.assign(rows.row(token).begin(), rows.row(token).end());
    m_row->setStrips({std::move(strip)}, selection().dimension);
    if (measured().near)
        refreshNear();
    else
        refreshNearest(rows, token);
    refreshDirections();
    refreshMap(token);
}

void EmbeddingView::refreshNearest(const MatrixSlice& rows, int token)
{
    m_nearest_card->setHeading(tr("Nearest in this sentence"));
    m_nearest_card->setRemark(
        tr("Cosine between two rows: 1 is the same direction, 0 a right angle, −1 the opposite."));
    m_nearest->setAccessibleName(tr("Tokens of this sentence, by nearness"));
    std::vector<Bar> bars;
    m_nearest_ids.clear();
    for (const NearRow& near : nearestRows(rows, rows.row(token), rows.rows)) {
        if (near.row == token || trace().source[std::size_t(near.row)].is_special || bars.size() == 5)
            continue;
        const Token& other = trace().source[std::size_t(near.row)];
        bars.push_back({textOf(other), numberText(near.cosine, 2), near.cosine, false, bars.empty(), false});
        m_nearest_ids.push_back(other.id);
    }
    m_nearest->setBars(std::move(bars));
}

/** In the whole vocabulary, of a model whose weights are at hand. */
void EmbeddingView::refreshNear()
{
    const NearWords& near = *measured().near;
    m_nearest_card->setHeading(
        tr("Nearest to {q:%1} in the vocabulary").arg(formulaEscaped(textOf(tokenOf(near.id)))));
    m_nearest_card->setRemark(
        tr("Cosine between two rows of the table, in all %1 dimensions.")
            .arg(trace().config.d_embedding > 0 ? trace().config.d_embedding : trace().config.d_model));
    m_nearest->setAccessibleName(tr("Words of the vocabulary, by nearness"));
    std::vector<Bar> bars;
    m_nearest_ids.clear();
    for (const NearRow& word : near.words) {
        if (bars.size() == most_bars)
            break;
        bars.push_back(
            {textOf(tokenOf(word.row)), numberText(word.cosine, 2), word.cosine, false, bars.empty(), false});
        m_nearest_ids.push_back(word.row);
    }
    m_nearest->setBars(std::move(bars));
}

void EmbeddingView::refreshDirections()
{
    const std::shared_ptr<const WordDirections> directions = measured().directions;
    const bool is_known = directions && directions->best;
    m_directions->setVisible(is_known);
    if (!is_known)
        return;
    const auto name = [this](int id) { return formulaEscaped(textOf(tokenOf(id))); };
    const Analogy& best = *directions->best;
    const QString sum =
        QStringLiteral("%1 − %2 + {k:%3}").arg(name(best.plus), name(best.minus), name(best.added));
    m_directions->setText(sentencesText(
        {(directions->found.rank == 1
                 ? tr("%1 is nearest to {v:%2}, of all but these three.").arg(sum, name(best.expected))
                 : tr("%1 has {v:%2} only in place %3.")
                       .arg(sum, name(best.expected), countText(directions->found.rank))),
            tr("Of %1 such pairs, %2 lead there.").arg(directions->tried).arg(directions->held)}));
}

void EmbeddingView::refreshMap(int token)
{
    const std::shared_ptr<const PrincipalPlane> plane = measured().plane;
    m_map_card->setVisible(plane != nullptr);
    if (!plane)
        return;
    WordMapContent content = m_map->content();
    if (m_mapped != plane) {
        content = {};
        content.words = mapWordsOf(*plane, [this](int id) { return tokenOf(id); });
        m_mapped = plane;
    }
    markMap(content, trace(), measured(), chosenId(token));
    m_map_card->setHeading(tr("All %1 words in two dimensions").arg(countText(qint64(content.words.size()))));
    m_map_card->setRemark(tr("{q:The sentence}, {k:the chosen word}, {v:words near it}. Ctrl and wheel: "
                             "closer; Ctrl+F: look for one."));
    m_map->setContent(std::move(content));
}

} // namespace glassformer
