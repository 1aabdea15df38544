#pragma once

#include "core/experiment/explanation/norm_place.h"
#include "widgets/explanation/explanation_content.h"

namespace glassformer {

/** A component of x·W as a section: names as they stand in formulas, in the notation of formula_painter.h. */
struct ProductNames
{
    QString result; ///< "{q:q}[3]"
    QString input; ///< "x"
    QString matrix; ///< "W_Q"
    int column = 0;
};

/** "q[3] = Σ x[i] · W_Q[i, 3] + b = 0.812 + 0.013 = 0.825", with what each component of x adds as bars. */
ExplanationSection productSection(const StepContext& context, const QString& heading,
    const ProductNames& names, const WeightedSum& product);

/** The products of a sum, times its scale, in the order of its inputs. */
std::vector<float> productsOf(const WeightedSum& sum);

/** What a block of the layer reads: the norm of the stream where norms come before, the stream itself elsewhere. */
QString blockInputName(const ModelConfig& config);

/** Negative numbers in brackets, as a summand is written. */
QString summandText(double value, int digits = 4);

} // namespace glassformer
