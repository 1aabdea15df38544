#include "widgets/steps/layer/weighted_sum_view.h"

#include "core/experiment/explanation/explanation.h"
#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/numbers/vector_strips.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {

namespace {

constexpr std::size_t most_strips = 5; // the others together are one more line

} // namespace

WeightedSumView::WeightedSumView(QWidget* parent)
    : StepView(parent)
    , m_weights(new Heatmap(this))
    , m_sum(new VectorStrips(this))
    , m_mixed(new Heatmap(this))
{
    m_weights_card = addCard();
    m_weights_card->add(m_weights);
    m_weights_card->body()->addStretch(1);
    m_sum_card = addCard(3);
    m_sum_card->add(m_sum, 1);
    m_mixed_card = addCard(4);
    m_mixed_card->add(m_mixed, 1);
    m_weights->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_sum->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // in a small window it gives way
    connect(m_weights, &Heatmap::cellChosen, this,
        [this](int, int key) { chooseCell(selection().query.value_or(selection().token), key); });
    connect(m_sum, &VectorStrips::dimensionChosen, this, [this](int dimension) {
        Selection wanted = selection();
        wanted.dimension = dimension;
        emit selectionWanted(wanted);
    });
    connect(m_mixed, &Heatmap::cellChosen, this,
        [this](int token, int dimension) { chooseToken(token, dimension); });
}

std::vector<Picture*> WeightedSumView::toldPictures() const
{
    return {m_mixed};
}

void WeightedSumView::refresh()
{
    if (tokens().empty())
        return;
    const int last = int(tokens().size()) - 1;
    const int query = std::clamp(selection().query.value_or(selection().token), 0, last);
    refreshWeights(query);
    refreshSum(query);
    const int layer = selection().layerOf(site());
    const std::string name = attentionTensor(site(), layer, AttentionPart::Mixed);
    HeatmapContent mixed =
        vectorsContent(headOf(trace(), name, selection().head), tokens(), HeatmapColours::ValueRole);
    mixed.row = query;
    mixed.column = selection().dimension;
    m_mixed_card->setHeading(tr("The weighted sums of all tokens"));
    m_mixed->setAccessibleName(tr("The weighted sums of all tokens"));
    m_mixed->setContent(std::move(mixed));
}

void WeightedSumView::refreshWeights(int query)
{
    HeatmapContent content = attentionContent(
        trace(), selection(), site(), selection().layerOf(site()), selection().head, AttentionPart::Weights);
    if (content.isEmpty())
        return;
    const auto row = content.values.begin() + std::ptrdiff_t(query) * content.columns;
    content.values = std::vector<float>(row, row + content.columns);
    content.row_labels = {content.row_labels[std::size_t(query)]};
    content.rows = 1;
    content.row = 0;
    content.column = selection().query == query ? selection().key : std::nullopt;
    content.has_colour_bar = false;
    m_weights_card->setHeading(
        tr("The weights of {q:%1}").arg(formulaEscaped(textOf(tokens()[std::size_t(query)]))));
    m_weights->setAccessibleName(tr("Attention weights of the chosen token"));
    m_weights->setContent(std::move(content));
}

void WeightedSumView::refreshSum(int query)
{
    const AttentionCell cell{
        site(), selection().layerOf(site()), selection().head, query, selection().key.value_or(0)};
    const std::optional<AttentionExplanation> explanation = explainAttention(trace(), cell);
    if (!explanation)
        return;
    std::vector<VectorStrip> strips;
    VectorStrip rest;
    double rest_weight = 0;
    for (const ValuePart& part : explanation->parts) {
        const bool is_shown = strips.size() < most_strips || explanation->parts.size() == most_strips + 1;
        VectorStrip strip;
        for (const float value : part.value)
            strip.values.push_back(float(part.weight) * value);
        if (!is_shown) {
            rest.values.resize(strip.values.size());
            for (std::size_t i = 0; i < strip.values.size(); ++i)
                rest.values[i] += strip.values[i];
            rest_weight += part.weight;
            continue;
        }
        strip.label =
            QStringLiteral("%1 · {v:%2}")
                .arg(weightText(part.weight), formulaEscaped(textOf(tokens()[std::size_t(part.key)])));
        strip.sign = strips.empty() ? QString() : QStringLiteral("+");
        strip.colours = HeatmapColours::ValueRole;
        strips.push_back(std::move(strip));
    }
    if (!rest.values.empty()) {
        rest.label = tr("%1 · {f:all others}").arg(weightText(rest_weight));
        rest.sign = QStringLiteral("+");
        rest.colours = HeatmapColours::ValueRole;
        strips.push_back(std::move(rest));
    }
    VectorStrip result;
    result.label = QStringLiteral("z_{%1}").arg(formulaEscaped(textOf(tokens()[std::size_t(query)])));
    result.sign = QStringLiteral("=");
    result.values = explanation->mixed;
    result.colours = HeatmapColours::ValueRole;
    result.is_strong = true;
    strips.push_back(std::move(result));
    m_sum_card->setHeading(tr("weight × {v:value}, added up"));
    m_sum_card->setRemark(explanation->head_is_off
            ? tr("This head is switched off: its sum does not go on.")
            : tr("Heaviest first. A token with weight 0.5 gives half of its value to the sum."));
    m_sum->setAccessibleName(tr("Weighted values and their sum"));
    m_sum->setStrips(std::move(strips), selection().dimension);
}

} // namespace glassformer
