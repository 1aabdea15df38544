#pragma once

#include "widgets/steps/step_view.h"

#include <QString>

#include <array>
#include <vector>

namespace glassformer {

class CardRow;
class Heatmap;
class VectorStrips;

/** What is added, and what comes out. */
struct SumContent
{
    struct Part
    {
        QString heading;
        QString label; ///< short, for the strip
        std::string tensor;
    };

    std::vector<Part> parts; ///< the last one is the result
    bool is_normed = false; ///< a norm makes the result of the sum
    bool adds_nothing = false; ///< one summand only: the result is the same again
};

/** Embedding, position and, where there is one, segment of the tokens that enter a stack. */
SumContent inputSum(const Trace& trace, bool is_target);

/**
 * One of the sums of a Transformer, left + right = result, for the vectors of all tokens, and for the chosen token
 * component by component.
 */
class SumView : public StepView
{
    Q_OBJECT

public:
    using SumOf = SumContent (*)(const Trace& trace, const Selection& selection);

    explicit SumView(SumOf sum_of, QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    void chooseScale(bool is_shared);

    SumOf m_sum_of;
    std::array<Card*, 4> m_cards{};
    std::array<Heatmap*, 4> m_heatmaps{};
    Card* m_strips_card = nullptr;
    VectorStrips* m_strips = nullptr;
    bool m_shares_scale = false;
};

} // namespace glassformer
