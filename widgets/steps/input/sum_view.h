#pragma once

#include "core/trace/record/tensor_slice.h"
#include "widgets/steps/maps_view.h"

#include <QString>

#include <vector>

namespace glassformer {

/** What is added, and what comes out. */
struct SumContent
{
    struct Part
    {
        QString heading;
        QString label; ///< short, for the strip
        MatrixSlice rows; ///< empty: the run does not tell
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
class SumView : public MapsView
{
    Q_OBJECT

public:
    using SumOf = SumContent (*)(const Trace& trace, const Selection& selection);

    explicit SumView(SumOf sum_of, QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    void refreshMaps(const SumContent& sum);
    void refreshStrips(const SumContent& sum);
    QString remarkOf(const SumContent& sum) const;

    SumOf m_sum_of;
};

} // namespace glassformer
