#include "widgets/look/probability_text.h"

#include "widgets/look/number_text.h"

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

constexpr int fewest_decimals = 2, most_decimals = 6;

/** What these decimals would call nothing is said to be smaller than their last one. */
QString withDecimals(double probability, int decimals)
{
    const double last = std::pow(10.0, -decimals);
    return probability < last / 2 ? QStringLiteral("< ") + QString::number(last, 'f', decimals)
                                  : QString::number(probability, 'f', decimals);
}

} // namespace

ProbabilityTexts probabilityTexts(double before, double after)
{
    for (int decimals = fewest_decimals; decimals <= most_decimals; ++decimals) {
        ProbabilityTexts texts{withDecimals(before, decimals), withDecimals(after, decimals)};
        if (!texts.areSame())
            return texts;
    }
    // Smaller than all of that they may still be far apart.
    if (std::max(before, after) < std::pow(10.0, -most_decimals) && before != after)
        return {probabilityText(before), probabilityText(after)};
    return {withDecimals(before, fewest_decimals), withDecimals(before, fewest_decimals)};
}

QString probabilityText(double probability)
{
    if (!std::isfinite(probability) || probability == 0 || probability >= 0.005)
        return fixedText(probability, fewest_decimals);
    const int decimals = int(std::ceil(-std::log10(probability))) + 1;
    return decimals > most_decimals ? numberText(probability, most_decimals - 1)
                                    : QString::number(probability, 'f', decimals);
}

} // namespace glassformer
