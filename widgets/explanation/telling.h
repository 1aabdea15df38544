#pragma once

#include "widgets/explanation/explanation_content.h"
#include "widgets/paint/attention/heatmap_content.h"

#include <vector>

namespace glassformer {

/** One moment while it is shown how a number is made. */
struct TellingStage
{
    enum class Part
    {
        Enter, ///< the vectors that go in
        Bars, ///< the first `count` terms
        Strips, ///< the first `count` vectors of a sum
        Text, ///< the arithmetic, with its result
        Picture ///< all is said; the number takes its place in the picture
    };

    std::size_t section = 0; ///< those before it are there whole
    Part part = Part::Enter;
    int count = 0;
    Cover cover{}; ///< what of the picture is not to be seen yet
};

/**
 * How a number is made, moment after moment: what enters, term by term what it adds, the arithmetic, then its cell, its
 * row and the others. Empty where the explanation has no terms to tell.
 */
std::vector<TellingStage> tellingOf(const ExplanationContent& content);

/** What of the explanation is said at a moment. */
ExplanationContent toldContent(const ExplanationContent& content, const TellingStage& stage);

} // namespace glassformer
