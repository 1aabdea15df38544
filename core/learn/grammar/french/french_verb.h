#pragma once

#include "core/learn/grammar/words.h"

namespace glassformer::grammar {

/** The forms of French verbs: those of conjugations.tsv, and by rule those of the three regular groups. Persons: 0 je .. 5 ils. */
class FrenchVerbs
{
public:
    explicit FrenchVerbs(const std::map<std::string, Conjugation>& irregular)
        : m_irregular(irregular)
    {
    }

    std::string present(const std::string& infinitive, int person) const;
    std::string imperfect(const std::string& infinitive, int person) const;
    std::string future(const std::string& infinitive, int person) const;
    std::string conditional(const std::string& infinitive, int person) const;
    std::string participle(const std::string& infinitive) const;
    /** Chantant, of en chantant. */
    std::string gerund(const std::string& infinitive) const;
    /** To somebody who is called tu. */
    std::string imperative(const std::string& infinitive) const;

private:
    std::string futureStem(const std::string& infinitive) const;

    const std::map<std::string, Conjugation>& m_irregular;
};

} // namespace glassformer::grammar
