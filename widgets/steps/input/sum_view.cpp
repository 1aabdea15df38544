#include "widgets/steps/input/sum_view.h"

#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/heatmap.h"
#include "widgets/pictures/vector_strips.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {

SumContent inputSum(const Trace& trace, bool is_target)
{
    const ModelConfig& config = trace.config;
    const AttentionSite site = is_target ? AttentionSite::DecoderSelf : firstSiteOf(config);
    SumContent sum;
    sum.parts = {{SumView::tr("embedding"), SumView::tr("embedding"),
                     is_target ? target_embedding_tensor : source_embedding_tensor},
        {SumView::tr("+ position"), SumView::tr("position"),
            is_target ? target_position_tensor : source_position_tensor}};
    if (trace.has(source_segment_tensor) && !is_target)
        sum.parts.push_back({SumView::tr("+ segment"), SumView::tr("segment"), source_segment_tensor});
    sum.parts.push_back({!config.hasCrossAttention() ? SumView::tr("= input of the first layer")
            : is_target                              ? SumView::tr("= input of the decoder")
                                                     : SumView::tr("= input of the encoder"),
        SumView::tr("input"), stackInputTensor(site)});
    sum.is_normed = config.embedding_norm;
    sum.adds_nothing = !addsPositions(config);
    return sum;
}

SumView::SumView(SumOf sum_of, QWidget* parent)
    : StepView(parent)
    , m_sum_of(sum_of)
{
    auto* row = new CardRow(this);
    row->setNarrowest(48);
    row->setAligned(true);
    page()->addWidget(row, 4);
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i] = new Card(row);
        m_heatmaps[i] = new Heatmap(m_cards[i]);
        m_cards[i]->add(m_heatmaps[i], 1);
        row->add(m_cards[i], 1);
        connect(m_heatmaps[i], &Heatmap::cellChosen, this,
            [this](int token, int dimension) { chooseToken(token, dimension); });
        connect(m_heatmaps[i], &Heatmap::scaleChosen, this, &SumView::chooseScale);
    }
    tieScales(m_heatmaps);
    m_strips_card = addCard(1);
    m_strips = new VectorStrips(this);
    m_strips_card->add(m_strips);
    m_strips_card->body()->addStretch(1);
    connect(m_strips, &VectorStrips::dimensionChosen, this,
        [this](int dimension) { chooseToken(chosenToken(), dimension); });
}

void SumView::chooseScale(bool is_shared)
{
    m_shares_scale = is_shared;
    refresh();
}

void SumView::refresh()
{
    if (tokens().empty())
        return;
    const SumContent sum = m_sum_of(trace(), selection());
    const std::vector<SumContent::Part>& all = sum.parts;
    const int token = chosenToken();
    std::vector<HeatmapContent> contents;
    double limit = 0;
    for (const SumContent::Part& part : all) {
        contents.push_back(vectorsContent(matrixOf(trace(), part.tensor), tokens(), HeatmapColours::Signed));
        if (!contents.back().isEmpty())
            limit = std::max(limit, contents.back().limit);
    }
    std::vector<VectorStrip> strips;
    for (std::size_t i = all.size(); i < m_cards.size(); ++i)
        m_cards[i]->hide();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool is_result = i + 1 == all.size();
        HeatmapContent& content = contents[i];
        m_cards[i]->setVisible(!content.isEmpty());
        if (content.isEmpty())
            continue;
        const MatrixSlice vectors = matrixOf(trace(), all[i].tensor);
        if (token >= vectors.rows)
            continue;
        VectorStrip strip;
        strip.label = all[i].label;
        strip.sign = i == 0 ? QString()
            : !is_result    ? QStringLiteral("+")
            : sum.is_normed ? QStringLiteral("→")
                            : QStringLiteral("=");
        strip.values.assign(vectors.row(token).begin(), vectors.row(token).end());
        strip.is_strong = is_result;
        strip.limit = m_shares_scale ? limit : largestSize(strip.values);
        strips.push_back(std::move(strip));
        // One scale for all lets a sum be read off the colours, but beside a large residual all else is white.
        content.shared_limit = limit;
        content.row = token;
        content.column = selection().dimension;
        m_cards[i]->setHeading(all[i].heading);
        m_heatmaps[i]->setAccessibleName(all[i].heading);
        m_heatmaps[i]->setContent(std::move(content));
    }
    m_strips_card->setHeading(
        tr("The same for {q:%1}").arg(formulaEscaped(textOf(tokens()[std::size_t(token)]))));
    m_strips_card->setRemark(sum.adds_nothing && !sum.is_normed
            ? tr("Nothing is added to the row of the table.")
            : !sum.is_normed ? tr("Added component by component; click one to follow it.")
            : trace().config.norm_kind == NormKind::Rms
            ? tr("Added component by component, then divided by the root mean square.")
            : tr("Added component by component, then brought to mean 0 and variance 1."));
    if (!m_shares_scale)
        m_strips_card->setRemark(
            m_strips_card->remark() + u' ' + tr("Each line in its own scale of colours."));
    m_strips->setAccessibleName(tr("The sum for the chosen token"));
    m_strips->setStrips(std::move(strips), selection().dimension);
}

} // namespace glassformer
