#include "widgets/steps/input/sum_view.h"

#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/map_row.h"
#include "widgets/pictures/vector_strips.h"

#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {

SumContent inputSum(const Trace& trace, bool is_target)
{
    const ModelConfig& config = trace.config;
    const AttentionSite site = is_target ? AttentionSite::DecoderSelf : firstSiteOf(config);
    SumContent sum;
    const auto add = [&](const QString& heading, const QString& label, const std::string& tensor) {
        sum.parts.push_back({heading, label, matrixOf(trace, tensor)});
    };
    add(SumView::tr("embedding"), SumView::tr("embedding"),
        is_target ? target_embedding_tensor : source_embedding_tensor);
    add(SumView::tr("+ position"), SumView::tr("position"),
        is_target ? target_position_tensor : source_position_tensor);
    if (!is_target)
        add(SumView::tr("+ segment"), SumView::tr("segment"), source_segment_tensor);
    add(!config.hasCrossAttention() ? SumView::tr("= input of the first layer")
            : is_target             ? SumView::tr("= input of the decoder")
                                    : SumView::tr("= input of the encoder"),
        SumView::tr("input"), stackInputTensor(site));
    sum.is_normed = config.embedding_norm;
    sum.adds_nothing = !addsPositions(config);
    return sum;
}

SumView::SumView(SumOf sum_of, QWidget* parent)
    : StepView(parent)
    , m_sum_of(sum_of)
    , m_maps(new MapRow(4, this))
{
    m_maps->setNarrowest(48);
    page()->addWidget(m_maps, 4);
    connect(m_maps, &MapRow::cellChosen, this,
        [this](int token, int dimension) { chooseToken(token, dimension); });
    connect(m_maps, &MapRow::scaleChosen, this, [this] { refresh(); });
    m_strips_card = addCard();
    m_strips = new VectorStrips(this);
    m_strips->setSizePolicy(
        QSizePolicy::Expanding, QSizePolicy::Preferred); // in a small window they give way
    m_strips_card->add(m_strips);
    connect(m_strips, &VectorStrips::dimensionChosen, this,
        [this](int dimension) { chooseToken(chosenToken(), dimension); });
}

void SumView::refresh()
{
    if (tokens().empty())
        return;
    const SumContent sum = m_sum_of(trace(), selection());
    refreshMaps(sum);
    refreshStrips(sum);
}

void SumView::refreshMaps(const SumContent& sum)
{
    std::vector<NamedMap> maps;
    for (const SumContent::Part& part : sum.parts) {
        HeatmapContent content = vectorsContent(part.rows, tokens(), HeatmapColours::Signed);
        content.row = chosenToken();
        content.column = selection().dimension;
        maps.push_back({part.heading, {}, part.heading, std::move(content)});
    }
    m_maps->setMaps(std::move(maps));
}

void SumView::refreshStrips(const SumContent& sum)
{
    const int token = chosenToken();
    std::vector<VectorStrip> strips;
    double shared = 0;
    for (std::size_t i = 0; i < sum.parts.size(); ++i) {
        const MatrixSlice& rows = sum.parts[i].rows;
        const bool is_result = i + 1 == sum.parts.size();
        if (token >= rows.rows)
            continue;
        VectorStrip strip;
        strip.label = sum.parts[i].label;
        strip.sign = i == 0 ? QString()
            : !is_result    ? QStringLiteral("+")
            : sum.is_normed ? QStringLiteral("→")
                            : QStringLiteral("=");
        strip.values.assign(rows.row(token).begin(), rows.row(token).end());
        strip.is_strong = is_result;
        strip.limit = largestSize(strip.values);
        shared = std::max(shared, largestSize({rows.values().begin(), rows.values().end()}));
        strips.push_back(std::move(strip));
    }
    // As the maps above: one scale for all lets a sum be read off the colours, but beside a large residual all else is white.
    if (m_maps->sharesScale())
        for (VectorStrip& strip : strips)
            strip.limit = shared;
    m_strips_card->setHeading(
        tr("The same for {q:%1}").arg(formulaEscaped(textOf(tokens()[std::size_t(token)]))));
    m_strips_card->setRemark(remarkOf(sum));
    m_strips->setAccessibleName(tr("The sum for the chosen token"));
    m_strips->setStrips(std::move(strips), selection().dimension);
}

QString SumView::remarkOf(const SumContent& sum) const
{
    const QString remark = sum.adds_nothing && !sum.is_normed
        ? tr("Nothing is added to the row of the table.")
        : !sum.is_normed ? tr("Added component by component; click one to follow it.")
        : trace().config.norm_kind == NormKind::Rms
        ? tr("Added component by component, then divided by the root mean square.")
        : tr("Added component by component, then brought to mean 0 and variance 1.");
    return m_maps->sharesScale() ? remark : remark + u' ' + tr("Each line in its own scale of colours.");
}

} // namespace glassformer
