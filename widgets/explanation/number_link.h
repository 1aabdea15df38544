#pragma once

#include "core/trace/look/number_place.h"
#include "widgets/explanation/explanation_content.h"

namespace glassformer {

/**
 * A number as a link to where it came from, in the notation of formula_painter.h; as it is where no step of the run shows
 * the place, and where the selection is there already. The section keeps where it leads.
 */
QString numberLink(
    ExplanationSection& section, const StepContext& context, const NumberPlace& place, const QString& number);
/** The same for a place that was found otherwise. */
QString placeLink(ExplanationSection& section, const StepContext& context,
    const std::optional<Selection>& place, const QString& number);

} // namespace glassformer
