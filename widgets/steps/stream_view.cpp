#include "widgets/steps/stream_view.h"

#include "widgets/card.h"
#include "widgets/heatmap.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/vector_strips.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {

StreamView::StreamView(bool is_decoder, QWidget* parent)
    : StepView(parent)
    , m_is_decoder(is_decoder)
    , m_output(new Heatmap(this))
    , m_journey(new VectorStrips(this))
{
    m_output_card = addCard(3);
    m_output_card->add(m_output, 1);
    m_journey_card = addCard(2);
    m_journey_card->add(m_journey, 1);
    m_journey_card->body()->addStretch(0);
    connect(m_output, &Heatmap::cellChosen, this, [this](int token, int dimension) {
        emit selectionWanted(withToken(selection(), m_is_decoder, token, dimension));
    });
    connect(m_journey, &VectorStrips::dimensionChosen, this, [this](int dimension) {
        Selection wanted = selection();
        wanted.dimension = dimension;
        emit selectionWanted(wanted);
    });
}

void StreamView::refresh()
{
    const std::vector<Token>& tokens = m_is_decoder ? trace().target : trace().source;
    const MatrixSlice vectors =
        matrixOf(trace(), m_is_decoder ? decoder_output_tensor : encoder_output_tensor);
    if (vectors.isEmpty())
        return;
    const int token =
        std::clamp(m_is_decoder ? selection().position : selection().token, 0, vectors.rows - 1);
    HeatmapContent content = vectorsContent(vectors, tokens, HeatmapColours::Signed);
    content.row = token;
    content.column = selection().dimension;
    m_output_card->setHeading(m_is_decoder ? tr("What the decoder has made of the words so far")
                                           : tr("What the encoder hands to the decoder"));
    m_output_card->setRemark(m_is_decoder
            ? tr("The row of the chosen place will choose the word that comes after it.")
            : tr("Still one vector for each token, but each now knows its neighbours. Every decoder layer "
                 "reads it."));
    m_output->setAccessibleName(m_is_decoder ? tr("Output of the decoder") : tr("Output of the encoder"));
    m_output->setContent(std::move(content));
    refreshJourney(token);
}

void StreamView::refreshJourney(int token)
{
    const auto site = m_is_decoder ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
    const int layers = m_is_decoder ? trace().config.decoder_layers : trace().config.encoder_layers;
    std::vector<VectorStrip> strips;
    const auto add = [&](const QString& label, const std::string& name, bool is_strong) {
        const MatrixSlice vectors = matrixOf(trace(), name);
        if (token >= vectors.rows)
            return;
        VectorStrip strip;
        strip.label = label;
        strip.values.assign(vectors.row(token).begin(), vectors.row(token).end());
        strip.limit = largestSize(strip.values);
        strip.is_strong = is_strong;
        strips.push_back(std::move(strip));
    };
    add(tr("input"), m_is_decoder ? decoder_input_tensor : encoder_input_tensor, false);
    for (int layer = 0; layer < layers; ++layer)
        add(tr("after layer %1").arg(layer + 1), layerTensor(site, layer, LayerPart::Output), false);
    if (trace().config.norm_placement == NormPlacement::Before)
        add(tr("after the last norm"), m_is_decoder ? decoder_output_tensor : encoder_output_tensor, true);
    const std::vector<Token>& tokens = m_is_decoder ? trace().target : trace().source;
    m_journey_card->setHeading(
        tr("The way of {q:%1} through the layers").arg(formulaEscaped(textOf(tokens[std::size_t(token)]))));
    m_journey_card->setRemark(
        tr("Each line in its own scale of colours; the numbers belong to the marked dimension."));
    m_journey->setAccessibleName(tr("The chosen token layer by layer"));
    m_journey->setStrips(std::move(strips), selection().dimension);
}

} // namespace glassformer
