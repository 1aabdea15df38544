#include "widgets/steps/maps_view.h"

#include "widgets/look/line_text.h"
#include "widgets/pictures/attention/map_row.h"
#include "widgets/pictures/card.h"

#include <QVBoxLayout>

#include <utility>

namespace glassformer {

MapsView::MapsView(std::size_t most, double narrowest, QWidget* parent)
    : StepView(parent)
    , m_maps(new MapRow(most, this))
    , m_strips(new VectorStrips(this))
{
    m_maps->setNarrowest(narrowest);
    page()->addWidget(m_maps, 4);
    m_strips_card = addCard();
    m_strips_card->add(m_strips);
    m_strips->setSizePolicy(
        QSizePolicy::Expanding, QSizePolicy::Preferred); // in a small window they give way
    connect(m_maps, &MapRow::cellChosen, this,
        [this](int token, int dimension) { chooseToken(token, dimension); });
    connect(m_strips, &VectorStrips::dimensionChosen, this,
        [this](int dimension) { chooseToken(chosenToken(), dimension); });
}

HeatmapContent MapsView::mapOf(const MatrixSlice& rows) const
{
    HeatmapContent content = vectorsContent(rows, tokens(), HeatmapColours::Signed);
    content.row = chosenToken();
    content.column = selection().dimension;
    return content;
}

VectorStrip MapsView::stripOf(
    const QString& label, const QString& sign, std::span<const float> values, bool is_result)
{
    VectorStrip strip;
    strip.label = label;
    strip.sign = sign;
    strip.values.assign(values.begin(), values.end());
    strip.limit = sizeOfMost(strip.values);
    strip.is_strong = is_result;
    return strip;
}

void MapsView::setStrips(std::vector<VectorStrip> strips, const QString& name, const QString& remark)
{
    m_strips->setAccessibleName(name);
    m_strips->setStrips(std::move(strips), selection().dimension);
    m_strips_card->setRemark(sentencesText({remark, m_strips->aboutFarNumbers()}));
}

} // namespace glassformer
