#pragma once

#include "core/learn/grammar/chinese/chinese.h"

namespace glassformer::grammar {

/** The words between subject and verb that say tense, mood and negation. */
std::string markOf(const Clause& clause, const ChineseManner& manner);

} // namespace glassformer::grammar
