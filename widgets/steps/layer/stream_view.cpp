#include "widgets/steps/layer/stream_view.h"

#include "widgets/look/line_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/numbers/vector_strips.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {

StreamView::StreamView(QWidget* parent)
    : StepView(parent)
    , m_output(new Heatmap(this))
    , m_journey(new VectorStrips(this))
{
    m_output_card = addCard(3);
    m_output_card->add(m_output, 1);
    m_journey_card = addCard(2);
    m_journey_card->add(m_journey, 1);
    m_journey_card->body()->addStretch(0);
    m_journey->setSizePolicy(
        QSizePolicy::Expanding, QSizePolicy::Preferred); // in a small window it gives way
    connect(m_output, &Heatmap::cellChosen, this,
        [this](int token, int dimension) { chooseToken(token, dimension); });
    connect(m_journey, &VectorStrips::dimensionChosen, this, [this](int dimension) {
        Selection wanted = selection();
        wanted.dimension = dimension;
        emit selectionWanted(wanted);
    });
}

QString StreamView::heading() const
{
    const ModelConfig& config = trace().config;
    if (site() != AttentionSite::Encoder)
        return tr("What the decoder has made of the tokens so far");
    return config.hasDecoder() ? tr("What the encoder hands to the decoder")
                               : tr("What the encoder has made of the tokens");
}

QString StreamView::remark() const
{
    const ModelConfig& config = trace().config;
    if (site() != AttentionSite::Encoder)
        return (trace().config.has_output
                ? tr("From the row of the chosen token the word that comes after it is predicted.")
                : tr("One vector for each token; each has taken in what stands before it. This model ends "
                     "here: programs compare texts by these vectors."));
    if (config.hasDecoder())
        return tr("Still one vector for each token, but each has now taken in information from the others. "
                  "Every decoder layer reads it.");
    return config.has_output
        ? tr("Still one vector for each token, but each has now taken in information from the others. From "
             "it the word at its position is guessed.")
        : tr("One vector for each token; each has taken in information from the others. This model ends "
             "here: programs compare texts by these vectors.");
}

void StreamView::refresh()
{
    const MatrixSlice vectors = matrixOf(trace(), stackOutputTensor(site()));
    if (vectors.isEmpty())
        return;
    const int token = std::min(chosenToken(), vectors.rows - 1);
    HeatmapContent content = vectorsContent(vectors, tokens(), HeatmapColours::Signed);
    content.row = token;
    content.column = selection().dimension;
    m_output_card->setHeading(heading());
    m_output_card->setRemark(remark());
    m_output->setAccessibleName(heading());
    m_output->setContent(std::move(content));
    refreshJourney(token);
}

void StreamView::refreshJourney(int token)
{
    const int layers = layersOf(trace().config, site());
    std::vector<VectorStrip> strips;
    const auto add = [&](const QString& label, const std::string& name, bool is_strong) {
        const MatrixSlice vectors = matrixOf(trace(), name);
        if (token >= vectors.rows)
            return;
        VectorStrip strip;
        strip.label = label;
        strip.values.assign(vectors.row(token).begin(), vectors.row(token).end());
        strip.limit = sizeOfMost(strip.values);
        strip.is_strong = is_strong;
        strips.push_back(std::move(strip));
    };
    add(tr("input"), stackInputTensor(site()), false);
    for (int layer = 0; layer < layers; ++layer)
        add(tr("after layer %1").arg(layer + 1), layerTensor(site(), layer, LayerPart::Output), false);
    if (trace().config.norm_placement == NormPlacement::Before)
        add(tr("after the last norm"), stackOutputTensor(site()), true);
    m_journey_card->setHeading(tr("The path of {q:%1} through the layers")
                                   .arg(formulaEscaped(textOf(tokens()[std::size_t(token)]))));
    m_journey->setAccessibleName(tr("The chosen token layer by layer"));
    m_journey->setStrips(std::move(strips), selection().dimension);
    m_journey_card->setRemark(sentencesText(
        {tr("Each line has a colour scale of its own; the numbers belong to the marked dimension."),
            m_journey->aboutFarNumbers()}));
}

} // namespace glassformer
