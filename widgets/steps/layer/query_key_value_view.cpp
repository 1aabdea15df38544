#include "widgets/steps/layer/query_key_value_view.h"

#include "widgets/pictures/attention/map_row.h"

#include <QVBoxLayout>

#include <array>

namespace glassformer {

QueryKeyValueView::QueryKeyValueView(QWidget* parent)
    : StepView(parent)
    , m_maps(new MapRow(3, this))
{
    m_maps->setNarrowest(51);
    page()->addWidget(m_maps, 1);
    connect(m_maps, &MapRow::cellChosen, this,
        [this](int token, int dimension) { chooseToken(token, dimension); });
}

/** What becomes of queries and keys behind their matrix. */
QString QueryKeyValueView::afterwards() const
{
    const ModelConfig& config = trace().config;
    const bool is_turned = config.position_kind == PositionKind::Rotary;
    return config.query_key_norm ? is_turned ? tr(", normed, turned") : tr(", normed")
        : is_turned ? tr(", turned")
                                 : QString();
}

void QueryKeyValueView::refresh()
{
    struct Role
    {
        AttentionPart part;
        HeatmapColours colours;
        QString heading;
        QString remark;
    };
    // Where norms come before, the stream itself enters nothing.
    const QString x =
        trace().config.norm_placement == NormPlacement::Before ? tr("norm(x)") : QStringLiteral("x");
    const QString bias = trace().config.attention_bias ? QStringLiteral(" + b") : QString();
    const std::array<Role, 3> roles{{
        {AttentionPart::Query, HeatmapColours::QueryRole,
            tr("{q:Query} = %1 · W_Q").arg(x) + bias + afterwards(), tr("what each token looks for")},
        {AttentionPart::Key, HeatmapColours::KeyRole, tr("{k:Key} = %1 · W_K").arg(x) + bias + afterwards(),
            tr("what each token can be found by")},
        {AttentionPart::Value, HeatmapColours::ValueRole, tr("{v:Value} = %1 · W_V").arg(x) + bias,
            tr("what each token passes on when it is looked at")},
    }};
    std::vector<NamedMap> maps;
    for (const Role& role : roles) {
        const std::string name = attentionTensor(site(), selection().layerOf(site()), role.part);
        HeatmapContent content =
            vectorsContent(headOf(trace(), name, selection().head), tokens(), role.colours);
        content.row = chosenToken();
        content.column = selection().dimension;
        maps.push_back({role.heading, role.remark, role.remark, std::move(content)});
    }
    m_maps->setMaps(std::move(maps));
}

} // namespace glassformer
