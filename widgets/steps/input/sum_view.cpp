#include "widgets/steps/input/sum_view.h"

#include "core/experiment/explanation.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/heatmap.h"
#include "widgets/pictures/vector_strips.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {

SumView::SumView(QWidget* parent)
    : StepView(parent)
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
    }
    m_strips_card = addCard(1);
    m_strips = new VectorStrips(this);
    m_strips_card->add(m_strips);
    m_strips_card->body()->addStretch(1);
    connect(m_strips, &VectorStrips::dimensionChosen, this,
        [this](int dimension) { chooseToken(chosenToken(), dimension); });
}

bool SumView::isNormed() const
{
    const ModelConfig& config = trace().config;
    const StepKind kind = selection().step;
    const bool is_block = kind == StepKind::AttentionResidual || kind == StepKind::LayerOutput;
    return is_block ? config.norm_placement == NormPlacement::After : config.embedding_norm;
}

std::vector<SumView::Part> SumView::parts() const
{
    const int layer = selection().layerOf(site());
    const QString result = isNormed() ? tr("norm of the sum") : tr("sum");
    switch (selection().step) {
    case StepKind::EncoderInput:
    case StepKind::DecoderInput: {
        const bool is_target = selection().step == StepKind::DecoderInput;
        std::vector<Part> all{
            {tr("embedding"), tr("embedding"), is_target ? target_embedding_tensor : source_embedding_tensor},
            {tr("+ position"), tr("position"), is_target ? target_position_tensor : source_position_tensor}};
        if (trace().has(source_segment_tensor) && !is_target)
            all.push_back({tr("+ segment"), tr("segment"), source_segment_tensor});
        all.push_back({trace().config.hasCrossAttention()
                ? is_target ? tr("= input of the decoder") : tr("= input of the encoder")
                : tr("= input of the first layer"),
            tr("input"), stackInputTensor(site())});
        return all;
    }
    case StepKind::AttentionResidual:
        return {{tr("what went past"), tr("x"), layerInputTensor(site(), layer)},
            {tr("+ what attention found"), tr("attention"),
                attentionTensor(site(), layer, AttentionPart::Output)},
            {tr("= %1").arg(result), result, layerTensor(site(), layer, LayerPart::AttentionResidual)}};
    default:
        return {{tr("what went past"), tr("x"), layerTensor(site(), layer, LayerPart::AttentionResidual)},
            {tr("+ what the network made of it"), tr("feed-forward"),
                layerTensor(site(), layer, LayerPart::FeedForwardOutput)},
            {tr("= output of layer %1").arg(layer + 1), tr("output"),
                layerTensor(site(), layer, LayerPart::Output)}};
    }
}

void SumView::refresh()
{
    const std::vector<Part> all = parts();
    if (tokens().empty())
        return;
    const int token = chosenToken();
    std::vector<HeatmapContent> contents;
    double limit = 0;
    for (const Part& part : all) {
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
            : isNormed()    ? QStringLiteral("→")
                            : QStringLiteral("=");
        strip.values.assign(vectors.row(token).begin(), vectors.row(token).end());
        strip.is_strong = is_result;
        strips.push_back(std::move(strip));
        // One scale for all: a sum can then be read off the colours.
        content.limit = limit;
        content.row = token;
        content.column = selection().dimension;
        m_cards[i]->setHeading(all[i].heading);
        m_heatmaps[i]->setAccessibleName(all[i].heading);
        m_heatmaps[i]->setContent(std::move(content));
    }
    m_strips_card->setHeading(
        tr("The same for {q:%1}").arg(formulaEscaped(textOf(tokens()[std::size_t(token)]))));
    const StepKind kind = selection().step;
    const bool adds_nothing =
        !addsPositions(trace().config) && (kind == StepKind::EncoderInput || kind == StepKind::DecoderInput);
    m_strips_card->setRemark(adds_nothing && !isNormed() ? tr("Nothing is added to the row of the table.")
            : isNormed()                                 ? trace().config.norm_kind == NormKind::Rms
                                                ? tr("Added component by component, then divided by the root mean square.")
                                                : tr("Added component by component, then brought to mean 0 and variance 1.")
                         : tr("Added component by component; click one to follow it."));
    m_strips->setAccessibleName(tr("The sum for the chosen token"));
    m_strips->setStrips(std::move(strips), selection().dimension);
}

} // namespace glassformer
