#include "widgets/steps/input/sum_view.h"

#include "widgets/look/line_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/pictures/attention/map_row.h"
#include "widgets/pictures/card.h"

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
    : MapsView(4, 53, parent)
    , m_sum_of(sum_of)
{
    connect(maps(), &MapRow::scaleChosen, this, [this] { refresh(); });
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
    std::vector<NamedMap> shown;
    for (const SumContent::Part& part : sum.parts)
        shown.push_back({part.heading, {}, part.heading, mapOf(part.rows)});
    maps()->setMaps(std::move(shown));
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
        const QString sign = i == 0 ? QString()
            : !is_result            ? QStringLiteral("+")
            : sum.is_normed         ? QStringLiteral("→")
                                    : QStringLiteral("=");
        strips.push_back(stripOf(sum.parts[i].label, sign, rows.row(token), is_result));
        shared = std::max(shared, sizeOfMost({rows.values().begin(), rows.values().end()}));
    }
    // As the maps above: one scale for all lets a sum be read off the colours, but beside a large residual all else is white.
    if (maps()->sharesScale())
        for (VectorStrip& strip : strips)
            strip.limit = shared;
    stripsCard()->setHeading(
        tr("The same for {q:%1}").arg(formulaEscaped(textOf(tokens()[std::size_t(token)]))));
    setStrips(std::move(strips), tr("The sum for the chosen token"), remarkOf(sum));
}

QString SumView::remarkOf(const SumContent& sum) const
{
    const QString remark = sum.adds_nothing && !sum.is_normed
        ? tr("Nothing is added to the row of the table.")
        : !sum.is_normed ? tr("Added component by component; click one to follow it.")
        : trace().config.norm_kind == NormKind::Rms
        ? tr("Added component by component, then divided by the root mean square.")
        : tr("Added component by component, then brought to mean 0 and variance 1.");
    return maps()->sharesScale() ? remark
                                 : sentencesText({remark, tr("Each line in its own scale of colours.")});
}

} // namespace glassformer
