#pragma once

#include "core/learn/grammar/meaning.h"

namespace glassformer::grammar {

/** "was", "were": the present form and the past one of to be. */
std::string formOfBe(const Nominal& subject, Tense tense);

/** The verb group: a helper, which comes before the subject in questions, and what follows. */
struct VerbGroup
{
    std::string helper, rest;
};

/** As it stands in a clause of any kind that has a subject. */
VerbGroup verbGroupOf(const Clause& clause, bool likes_doing = false);

} // namespace glassformer::grammar
