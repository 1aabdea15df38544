#pragma once

#include "widgets/explanation/explanation_content.h"

#include "core/experiment/explanation/explanation.h"

#include <span>

namespace glassformer {

/** A query or a key of a head, with the way there from its projection. */
struct HeadVectorContent
{
    QChar role; ///< 'q' or 'k'
    const HeadVector& way;
    std::span<const float> finished; ///< [d_head] what enters q·k
};

/** "q[3] = 0.532 ÷ 1.234 × 1.020 = 0.440": one component in the norm of its head; in formula_painter.h's notation. */
QString normLine(const HeadVectorContent& vector, int dimension);

/** "q[3] = 0.440·cos 5.000 − 0.120·sin 5.000 = 0.240": one component of a pair that is turned. */
QString turnLine(const HeadVectorContent& vector, int dimension);

/**
 * Norm and turn of both, one section each, where the model has them; numbered from `number` on, which is moved on.
 * \param dimension  the component that is worked out
 */
std::vector<ExplanationSection> headVectorSections(
    const HeadVectorContent& query, const HeadVectorContent& key, int dimension, int& number);

} // namespace glassformer
