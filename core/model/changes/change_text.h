#pragma once

#include "core/model/changes/change.h"

#include <string>
#include <string_view>

namespace glassformer {

/** One line, as at Change: "encoder.2.self_attention.masked[head 1, query 4, key 7] = cut". */
std::string changeText(const Change& change);

/**
 * The change that was written so; blanks between its words are free.
 *
 * \throws Error naming what is wrong: no record of that name, a head, query or dimension that such a record has not, a
 *         value that is no number, or one that the record cannot take. Whether a model has the place, requireFits says.
 */
Change changeFromText(std::string_view text);

} // namespace glassformer
