#include "widgets/steps/input/position_view.h"

#include "widgets/look/line_text.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/numbers/wave_plot.h"
#include "widgets/pictures/words/token_row.h"
#include "widgets/steps/input/position_content.h"

#include <QVBoxLayout>

namespace glassformer {
PositionView::PositionView(QWidget* parent)
    : StepView(parent)
    , m_tokens(new TokenRow(this))
    , m_heatmap(new Heatmap(this))
    , m_likeness(new Heatmap(this))
    , m_absent(new Caption(Caption::Kind::Body, this))
    , m_waves(new WavePlot(this))
{
    addCard()->add(m_tokens);
    auto* maps = new CardRow(this);
    page()->addWidget(maps, 3);
    setMainPart(maps);
    m_heatmap_card = new Card(maps);
    m_likeness_card = new Card(maps);
    m_likeness_card->add(m_likeness, 1);
    maps->add(m_heatmap_card, 4);
    maps->add(m_likeness_card, 3);
    m_heatmap_card->add(m_absent);
    m_heatmap_card->add(m_heatmap, 1);
    m_waves_card = addCard(2);
    m_waves_card->add(m_waves, 1);
    m_tokens->setLongest(longest_row);
    connect(m_tokens, &TokenRow::chipChosen, this, [this](int token) { chooseToken(token); });
    connect(m_heatmap, &Heatmap::cellChosen, this,
        [this](int token, int dimension) { chooseToken(token, dimension); });
    connect(
        m_likeness, &Heatmap::cellChosen, this, [this](int token, int other) { chooseCell(token, other); });
}

void PositionView::refresh()
{
    m_tokens->setAccessibleName(tr("Tokens"));
    m_tokens->setChips(chipsOf(trace().source, ChipKind::Plain, false), selection().token);
    const MatrixSlice positions = matrixOf(trace(), source_position_tensor);
    m_heatmap_card->setHeading(tr("The encoding of every position"));
    m_absent->setText(
        positions.isEmpty() ? tr("This model adds no encoding of the position to its tokens.") : QString());
    m_heatmap->setVisible(!positions.isEmpty());
    m_waves_card->setVisible(!positions.isEmpty());
    m_likeness_card->setVisible(!positions.isEmpty() && positions.rows <= most_compared);
    if (positions.isEmpty())
        return;

    HeatmapContent content = vectorsContent(positions, trace().source, HeatmapColours::Signed);
    content.row = selection().token;
    content.column = selection().dimension;
    m_heatmap_card->setRemark(sentencesText({tr("One row for each position, whatever token stands there."),
        signedMapReading(Picture::colours().signed_numbers)}));
    m_heatmap->setAccessibleName(tr("Positional encoding"));
    m_heatmap->setContent(std::move(content));
    refreshLikeness(positions);
    refreshWaves(positions);
}

/** Places near each other are alike, and how much depends on their distance: that is what the encoding is for. */
void PositionView::refreshLikeness(const MatrixSlice& positions)
{
    if (positions.rows > most_compared)
        return;
    HeatmapContent content = m_likeness->content();
    if (isNewTrace(m_likeness_of))
        content = likenessContent(positions, trace().source);
    content.row = selection().token;
    content.column = selection().key;
    m_likeness_card->setHeading(tr("How alike two positions are"));
    m_likeness_card->setRemark(
        tr("The cosine of their encodings: 1 is the same direction, 0 a right angle."));
    m_likeness->setAccessibleName(tr("Cosine of every two positions"));
    m_likeness->setContent(std::move(content));
}

void PositionView::refreshWaves(const MatrixSlice& positions)
{
    const bool is_learned = trace().config.position_kind == PositionKind::Learned;
    m_waves_card->setHeading(
        is_learned ? tr("Some dimensions over the positions") : tr("Each dimension is a wave"));
    m_waves_card->setRemark(is_learned
            ? tr("Nobody prescribed these curves: training found them. Dots: the chosen token.")
            : trace().config.position_kind == PositionKind::SinusoidalHalves
            ? tr("Sines in the left half of the matrix, cosines in the right; in each, fast waves first. "
                 "Dots: the chosen "
                 "token.")
            : tr("Fast waves on the left of the matrix, slow ones on the right. Dots: the chosen token."));
    m_waves->setWaves(wavesOf(positions, selection().dimension), selection().token);
}

} // namespace glassformer
