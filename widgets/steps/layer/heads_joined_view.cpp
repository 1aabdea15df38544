#include "widgets/steps/layer/heads_joined_view.h"

#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/card.h"

#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace glassformer {

HeadsJoinedView::HeadsJoinedView(QWidget* parent)
    : StepView(parent)
    , m_joined(new Heatmap(this))
    , m_output(new Heatmap(this))
{
    m_joined_card = addCard(1);
    m_joined_card->add(m_joined, 1);
    m_output_card = addCard(1);
    m_output_card->add(m_output, 1);
    tieScales(std::array{m_joined, m_output});
    connect(m_joined, &Heatmap::cellChosen, this, [this](int token, int column) {
        Selection wanted = withToken(selection(), trace().config, site(), token, std::nullopt);
        const int d_head = m_joined->content().block_size;
        wanted.head = column / std::max(1, d_head);
        wanted.dimension = column % std::max(1, d_head);
        emit selectionWanted(wanted);
    });
    connect(m_output, &Heatmap::cellChosen, this,
        [this](int token, int dimension) { chooseToken(token, dimension); });
}

HeatmapContent HeadsJoinedView::joined() const
{
    const std::string name = attentionTensor(site(), selection().layerOf(site()), AttentionPart::Mixed);
    HeatmapContent content;
    const int heads = trace().config.n_heads;
    const MatrixSlice first = headOf(trace(), name, 0);
    if (first.isEmpty())
        return content;
    content.rows = first.rows;
    content.columns = first.columns * heads;
    content.block_size = first.columns;
    content.values.reserve(std::size_t(content.rows) * std::size_t(content.columns));
    for (int row = 0; row < first.rows; ++row) {
        for (int head = 0; head < heads; ++head) {
            const std::span<const float> part = headOf(trace(), name, head).row(row);
            content.values.insert(content.values.end(), part.begin(), part.end());
        }
    }
    const std::vector<int> removed = removedHeads();
    for (int head = 0; head < heads; ++head) {
        const bool is_removed = std::find(removed.begin(), removed.end(), head) != removed.end();
        content.column_labels.push_back(
            {is_removed ? tr("head %1 (taken out)").arg(head + 1) : tr("head %1").arg(head + 1), is_removed});
    }
    content.row_labels = labelsOf(tokens());
    content.colours = HeatmapColours::ValueRole;
    content.column_kind = ColumnKind::Blocks;
    endColoursAtMost(content);
    content.rows_are_queries = false;
    content.row = chosenToken();
    content.block = selection().head;
    return content;
}

void HeadsJoinedView::refresh()
{
    m_joined_card->setHeading(tr("All heads side by side"));
    m_joined_card->setRemark(
        tr("Each head has put its weighted sum into its own columns. Click a cell to see how it is made."));
    m_joined->setAccessibleName(tr("Weighted sums of all heads"));
    HeatmapContent joined_heads = joined();

    const std::string name = attentionTensor(site(), selection().layerOf(site()), AttentionPart::Output);
    HeatmapContent output = vectorsContent(matrixOf(trace(), name), tokens(), HeatmapColours::Signed);
    output.row = chosenToken();
    output.column = selection().dimension;
    m_output_card->setHeading(
        (trace().config.attention_output_bias ? tr("× W_O + b = the output of attention")
                                              : tr("× W_O = the output of attention")));
    const std::size_t removed = removedHeads().size();
    m_output_card->setRemark(removed == std::size_t(trace().config.n_heads)
            ? tr("Training took out all heads of this layer: every row is the bias of W_O.")
            : removed > 0 ? tr("One matrix combines the heads: every column now has a part of every head "
                               "that training kept.")
                          : tr("One matrix combines the heads: every column now has a part of every head."));
    m_output->setAccessibleName(tr("Output of attention"));
    offerSharedScale(std::array{&joined_heads, &output});
    m_joined->setContent(std::move(joined_heads));
    m_output->setContent(std::move(output));
}

} // namespace glassformer
