#pragma once

#include "widgets/steps/step_view.h"

#include <array>
#include <vector>

namespace glassformer {

class CardRow;
class Heatmap;
class VectorStrips;

/**
 * One of the sums of a Transformer, left + right = result, and a segment where a model adds one, for the vectors of all tokens, and for the chosen token
 * component by component.
 */
class SumView : public StepView
{
    Q_OBJECT

public:
    explicit SumView(QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    struct Part
    {
        QString heading;
        QString label; ///< short, for the strip
        std::string tensor;
    };

    /** The last one is the result. */
    std::vector<Part> parts() const;
    bool isNormed() const;

    std::array<Card*, 4> m_cards{};
    std::array<Heatmap*, 4> m_heatmaps{};
    Card* m_strips_card = nullptr;
    VectorStrips* m_strips = nullptr;
};

} // namespace glassformer
