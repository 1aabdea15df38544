#include "widgets/steps/sum_view.h"

#include "core/experiment/explanation.h"
#include "widgets/card.h"
#include "widgets/heatmap.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/vector_strips.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {

SumView::SumView(Kind kind, QWidget* parent)
    : StepView(parent)
    , m_kind(kind)
{
    auto* row = new CardRow(this);
    row->setNarrowest(48);
    page()->addWidget(row, 4);
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i] = new Card(row);
        m_heatmaps[i] = new Heatmap(m_cards[i]);
        m_cards[i]->add(m_heatmaps[i], 1);
        row->add(m_cards[i], 1);
        connect(m_heatmaps[i], &Heatmap::cellChosen, this, [this](int token, int dimension) {
            emit selectionWanted(withToken(selection(), isTarget(), token, dimension));
        });
    }
    m_strips_card = addCard(1);
    m_strips = new VectorStrips(this);
    m_strips_card->add(m_strips);
    m_strips_card->body()->addStretch(1);
    connect(m_strips, &VectorStrips::dimensionChosen, this, [this](int dimension) {
        emit selectionWanted(withToken(selection(), isTarget(), selection().token, dimension));
    });
}

bool SumView::isNormed() const
{
    const bool is_block = m_kind == Kind::AttentionResidual || m_kind == Kind::LayerOutput;
    return is_block && trace().config.norm_placement == NormPlacement::After;
}

std::array<SumView::Part, 3> SumView::parts() const
{
    const auto site = AttentionSite::Encoder;
    const int layer = selection().encoder_layer;
    const QString result = isNormed() ? tr("norm of the sum") : tr("sum");
    switch (m_kind) {
    case Kind::EncoderInput:
        return {{{tr("embedding"), tr("embedding"), source_embedding_tensor},
            {tr("+ position"), tr("position"), source_position_tensor},
            {tr("= input of the encoder"), tr("input"), encoder_input_tensor}}};
    case Kind::DecoderInput:
        return {{{tr("embedding"), tr("embedding"), target_embedding_tensor},
            {tr("+ position"), tr("position"), target_position_tensor},
            {tr("= input of the decoder"), tr("input"), decoder_input_tensor}}};
    case Kind::AttentionResidual:
        return {{{tr("what went past"), tr("x"), layerInputTensor(site, layer)},
            {tr("+ what attention found"), tr("attention"),
                attentionTensor(site, layer, AttentionPart::Output)},
            {tr("= %1").arg(result), result, layerTensor(site, layer, LayerPart::AttentionResidual)}}};
    case Kind::LayerOutput:
        break;
    }
    return {{{tr("what went past"), tr("x"), layerTensor(site, layer, LayerPart::AttentionResidual)},
        {tr("+ what the network made of it"), tr("feed-forward"),
            layerTensor(site, layer, LayerPart::FeedForwardOutput)},
        {tr("= output of layer %1").arg(layer + 1), tr("output"),
            layerTensor(site, layer, LayerPart::Output)}}};
}

void SumView::refresh()
{
    const std::array<Part, 3> all = parts();
    const std::vector<Token>& tokens = isTarget() ? trace().target : trace().source;
    if (tokens.empty())
        return;
    const int token =
        std::clamp(isTarget() ? selection().position : selection().token, 0, int(tokens.size()) - 1);
    std::vector<HeatmapContent> contents;
    double limit = 0;
    for (const Part& part : all) {
        contents.push_back(vectorsContent(matrixOf(trace(), part.tensor), tokens, HeatmapColours::Signed));
        if (!contents.back().isEmpty())
            limit = std::max(limit, contents.back().limit);
    }
    std::vector<VectorStrip> strips;
    for (std::size_t i = 0; i < all.size(); ++i) {
        HeatmapContent& content = contents[i];
        m_cards[i]->setVisible(!content.isEmpty());
        if (content.isEmpty())
            continue;
        const MatrixSlice vectors = matrixOf(trace(), all[i].tensor);
        VectorStrip strip;
        strip.label = all[i].label;
        strip.sign = i == 0 ? QString()
            : i == 1        ? QStringLiteral("+")
            : isNormed()    ? QStringLiteral("→")
                            : QStringLiteral("=");
        strip.values.assign(vectors.row(token).begin(), vectors.row(token).end());
        strip.is_strong = i == 2;
        strips.push_back(std::move(strip));
        // One scale for the three: a sum can then be read off the colours.
        content.limit = limit;
        content.row = token;
        content.column = selection().dimension;
        m_cards[i]->setHeading(all[i].heading);
        m_heatmaps[i]->setAccessibleName(all[i].heading);
        m_heatmaps[i]->setContent(std::move(content));
    }
    m_strips_card->setHeading(
        tr("The same for {q:%1}").arg(formulaEscaped(textOf(tokens[std::size_t(token)]))));
    m_strips_card->setRemark(isNormed()
            ? tr("Added component by component, then brought to mean 0 and variance 1.")
            : tr("Added component by component; click one to follow it."));
    m_strips->setAccessibleName(tr("The sum for the chosen token"));
    m_strips->setStrips(std::move(strips), selection().dimension);
}

} // namespace glassformer
