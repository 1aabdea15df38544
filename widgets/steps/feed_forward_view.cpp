#include "widgets/steps/feed_forward_view.h"

#include "core/experiment/trace_summary.h"
#include "widgets/bar_list.h"
#include "widgets/card.h"
#include "widgets/heatmap.h"
#include "widgets/look/number_text.h"

#include <QVBoxLayout>

namespace glassformer {

FeedForwardView::FeedForwardView(AttentionSite site, QWidget* parent)
    : StepView(parent)
    , m_site(site)
    , m_hidden(new Heatmap(this))
    , m_shares(new BarList(this))
    , m_output(new Heatmap(this))
{
    m_hidden_card = addCard(1);
    m_hidden_card->add(m_hidden, 1);
    auto* row = new CardRow(this);
    page()->addWidget(row, 1);
    m_output_card = new Card(row);
    m_output_card->add(m_output, 1);
    m_shares_card = new Card(row);
    m_shares_card->add(m_shares, 1);
    row->add(m_output_card, 5);
    row->add(m_shares_card, 3);
    connect(m_hidden, &Heatmap::cellChosen, this, [this](int token, int) {
        emit selectionWanted(withToken(selection(), isTarget(), token, std::nullopt));
    });
    connect(m_output, &Heatmap::cellChosen, this, [this](int token, int dimension) {
        emit selectionWanted(withToken(selection(), isTarget(), token, dimension));
    });
    connect(m_shares, &BarList::barChosen, this,
        [this](int token) { emit selectionWanted(withToken(selection(), isTarget(), token, std::nullopt)); });
}

void FeedForwardView::refresh()
{
    const std::vector<Token>& tokens = queriesOf(trace(), m_site);
    const int layer = selection().layerOf(m_site);
    const int chosen = isTarget() ? selection().position : selection().token;
    const MatrixSlice units = matrixOf(trace(), layerTensor(m_site, layer, LayerPart::FeedForwardHidden));
    HeatmapContent hidden = vectorsContent(units, tokens, HeatmapColours::HiddenRole);
    hidden.row = chosen;
    m_hidden_card->setHeading(tr("Layer %1 · %2 hidden units").arg(layer + 1).arg(countText(units.columns)));
    m_hidden_card->setRemark(
        tr("After the activation. Each token passes the same network by itself; no word sees another here."));
    m_hidden->setAccessibleName(tr("Hidden units of all tokens"));
    m_hidden->setContent(std::move(hidden));

    const MatrixSlice added = matrixOf(trace(), layerTensor(m_site, layer, LayerPart::FeedForwardOutput));
    HeatmapContent output = vectorsContent(added, tokens, HeatmapColours::Signed);
    output.row = chosen;
    output.column = selection().dimension;
    m_output_card->setHeading(tr("Back to %1 numbers for each token").arg(added.columns));
    m_output_card->setRemark(tr("This is what gets added to the stream of the token."));
    m_output->setAccessibleName(tr("Output of the feed-forward network"));
    m_output->setContent(std::move(output));
    refreshShares(tokens, chosen);
}

void FeedForwardView::refreshShares(const std::vector<Token>& tokens, int chosen)
{
    const std::vector<double> shares = activeShares(trace(), m_site, selection().layerOf(m_site));
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < shares.size() && i < tokens.size(); ++i) {
        bars.push_back({textOf(tokens[i]), percentText(shares[i]), shares[i], tokens[i].is_special,
            int(i) == chosen, false});
    }
    m_shares_card->setHeading(tr("Units that answer"));
    m_shares_card->setRemark(tr("Share of hidden units above zero."));
    m_shares->setAccessibleName(tr("Share of active units by token"));
    m_shares->setBars(std::move(bars));
}

} // namespace glassformer
