#pragma once

#include <QString>

namespace glassformer {

/** Two probabilities as people compare them. */
struct ProbabilityTexts
{
    QString before, after; ///< the same text only where they are the same to six decimals
    bool areSame() const { return before == after; }
};

/** With as few decimals as tell them apart, two at least: "0.90", "0.69"; "0.9812", "0.9809"; "0.90", "< 0.01". */
ProbabilityTexts probabilityTexts(double before, double after);

/** "0.90", "0.0004", "3.1e−07": two decimals, or for a small one two digits. */
QString probabilityText(double probability);

} // namespace glassformer
