#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace glassformer {

/** "85mm", "8.5cm", "3.5in", "240pt" or a bare number of `unit`, in that unit (mm or pt). Nothing if it is no length. */
std::optional<double> lengthFrom(const QString& text, const QString& unit);

/**
 * Names of the files for so many texts: {n} is the number of the text, as wide as the last one, {words} its first words
 * without what file names don't take. @throws Error if two would be the same
 */
std::vector<QString> figureNames(const QString& pattern, const std::vector<QString>& texts);

} // namespace glassformer
