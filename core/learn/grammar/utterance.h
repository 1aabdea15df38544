#pragma once

#include "core/learn/grammar/chinese/chinese.h"
#include "core/learn/grammar/french/french_verb.h"
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
    bool turns_in_chinese = false; ///< of two clauses Chinese says the second one first
    ChineseManner chinese{};
    bool is_formal = false; ///< English without contractions; likes swimming
    bool is_casual = false; ///< I'm for I am
    bool is_usual_english = true, is_usual_chinese = true; ///< as one writes it as an answer
    std::uint32_t synonyms_seed = 0; ///< which words are said in another way; 0: none
    SentenceKind kind = SentenceKind::Simple;
    bool clause_first = false; ///< the pronoun stands before both candidates
    // Of a pronoun whose meaning is known.
    const Nominal* pronoun = nullptr;
    const Nominal* antecedent = nullptr;
    const Nominal* rival = nullptr;
    const void* cue = nullptr;

    Clause& add(const Joint* joint, Clause clause);
};

/** The three texts and what is aligned in them; with `synonyms` and a seed some words are said in another way. */
Sentence tell(const Utterance& utterance, const FrenchVerbs& verbs, const Synonyms* synonyms = nullptr);

} // namespace glassformer::grammar
