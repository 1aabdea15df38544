#pragma once

#include <optional>
#include <span>

namespace glassformer {

/**
 * Spearman's rank correlation of two lists of equal length, equal values sharing their mean rank: 1 if both order alike,
 * -1 if they order the other way round. Nothing for fewer than two values, or where one list has only equal ones.
 */
std::optional<double> rankCorrelation(std::span<const double> one, std::span<const double> other);

} // namespace glassformer
