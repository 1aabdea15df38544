#pragma once

#include "core/learn/grammar/chinese.h"
#include "core/learn/grammar/french_verb.h"
#include "core/learn/grammar/meaning.h"

#include <deque>

namespace glassformer::grammar {

/** What stands in front of a clause: " because", ", but", ". ". A sign at the beginning follows without a blank. */
using Joint = Fixed;

/** Clauses that are said one after the other. Neither moves once it is here: their parts are known by their addresses. */
struct Utterance
{
    struct Part
    {
        const Joint* joint = nullptr; ///< null: nothing
        Clause clause{};
    };

    std::deque<Part> parts{};
    char end = '.'; ///< or '?', '!'
    ChineseManner chinese{};
    bool is_formal = false; ///< English without contractions
    SentenceKind kind = SentenceKind::Simple;
    bool clause_first = false; ///< the pronoun stands before both candidates
    // Of a pronoun whose meaning is known.
    const Nominal* pronoun = nullptr;
    const Nominal* antecedent = nullptr;
    const Nominal* rival = nullptr;
    const void* cue = nullptr;

    Clause& add(const Joint* joint, Clause clause);
};

/** The three texts and what is aligned in them. */
Sentence tell(const Utterance& utterance, const FrenchVerbs& verbs);

} // namespace glassformer::grammar
