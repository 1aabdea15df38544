#include "widgets/steps/layer/feed_forward_view.h"

#include "core/experiment/reading/trace_summary.h"
#include "widgets/look/number_text.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/numbers/bar_list.h"

#include <QVBoxLayout>

#include <array>

namespace glassformer {
namespace {

constexpr std::size_t most_bars = 64; // more would be lines without names

} // namespace

FeedForwardView::FeedForwardView(QWidget* parent)
    : StepView(parent)
    , m_hidden(new Heatmap(this))
    , m_output(new Heatmap(this))
    , m_shares(new BarList(this))
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
    tieScales(std::array{m_hidden, m_output});
    connect(m_hidden, &Heatmap::cellChosen, this, [this](int token, int unit) { chooseToken(token, unit); });
    connect(m_output, &Heatmap::cellChosen, this,
        [this](int token, int dimension) { chooseToken(token, dimension); });
    connect(m_shares, &BarList::barChosen, this, [this](int token) { chooseToken(token); });
}

std::vector<Picture*> FeedForwardView::toldPictures() const
{
    return {m_hidden, m_output};
}

void FeedForwardView::refresh()
{
    const int layer = selection().layerOf(site());
    const int chosen = chosenToken();
    const MatrixSlice units = matrixOf(trace(), layerTensor(site(), layer, LayerPart::FeedForwardHidden));
    HeatmapContent hidden = vectorsContent(units, tokens(), HeatmapColours::HiddenRole);
    hidden.row = chosen;
    hidden.column = selection().dimension;
    m_hidden_card->setHeading(tr("Layer %1 · %2 hidden units").arg(layer + 1).arg(countText(units.columns)));
    m_hidden_card->setRemark(trace().config.gated_feed_forward
            ? tr("The gate, after its activation, times the other projection. Each token passes the network "
                 "by itself; none sees another here.")
            : tr("After the activation. Each token passes the same network by itself; none sees another "
                 "here."));
    m_hidden->setAccessibleName(tr("Hidden units of all tokens"));

    const MatrixSlice added = matrixOf(trace(), layerTensor(site(), layer, LayerPart::FeedForwardOutput));
    HeatmapContent output = vectorsContent(added, tokens(), HeatmapColours::Signed);
    output.row = chosen;
    output.column = selection().dimension;
    m_output_card->setHeading(tr("Back to %1 numbers for each token").arg(added.columns));
    m_output_card->setRemark(tr("This is what gets added to the residual stream of the token: the vector "
                                "that goes past every block and that every block adds to."));
    m_output->setAccessibleName(tr("Output of the feed-forward network"));
    offerSharedScale(std::array{&hidden, &output});
    m_hidden->setContent(std::move(hidden));
    m_output->setContent(std::move(output));
    refreshShares(chosen);
}

void FeedForwardView::refreshShares(int chosen)
{
    const std::vector<double> shares = activeShares(trace(), site(), selection().layerOf(site()));
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < shares.size() && i < tokens().size(); ++i) {
        bars.push_back({textOf(tokens()[i]), percentText(shares[i]), shares[i], tokens()[i].is_special,
            int(i) == chosen, false});
    }
    m_shares_card->setVisible(bars.size() <= most_bars);
    m_shares_card->setHeading(tr("Active units"));
    m_shares_card->setRemark(tr("Share of hidden units above zero."));
    m_shares->setAccessibleName(tr("Share of active units by token"));
    m_shares->setBars(std::move(bars));
}

} // namespace glassformer
