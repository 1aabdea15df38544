#pragma once

#include "core/learn/grammar/french/french_line.h"
#include "core/learn/grammar/french/french_verb.h"
#include "core/learn/grammar/meaning.h"

namespace glassformer::grammar {

/** French words for meanings. */
class French
{
public:
    explicit French(const FrenchVerbs& verbs)
        : m_verbs(verbs)
    {
    }

    void say(const Clause& clause);
    /** without_article: "pas de", or the name of a trade behind to be. */
    enum class Article
    {
        Usual,
        OnlyDe,
        Some, ///< of what is eaten or bought, not of what is liked: du lait
        None
    };
    void say(const Nominal& nominal, Article article = Article::Usual);
    void say(const Place& place);
    /** Manger une pomme. */
    void sayDeed(const Clause& deed);
    void add(std::string_view words);
    void addSign(std::string_view sign) { m_line.addSign(sign); }
    Spoken finish() { return m_line.joinSettled(); }

private:
    void sayDeterminer(
        const Nominal& nominal, Article article, const std::string& next, bool next_is_adjective);
    void sayJoined(const Nominal& nominal, Article article);
    void sayStatement(const Clause& clause);
    void sayPredicate(const Clause& clause, int person, bool feminine, bool plural);
    void sayBeing(const Clause& clause, int person, bool feminine, bool plural);
    void sayPassive(const Clause& clause, int person, bool feminine, bool plural);
    void sayRest(const Clause& clause);
    void sayVerbGroup(const Clause& clause, const std::string& clitics, const std::string& finite,
        const std::string& rest, const std::string& inner_clitics);
    /** The adverb of degree, or of comparison. */
    static const char* degreeWord(const Clause& clause);
    /** He is a doctor: no article. */
    /** Whether its manner stands before the participle or infinitive: elle a bien couru. */
    static bool standsInside(const Clause& clause);
    static std::string tailOf(const Clause& clause);
    static bool isTrade(const Clause& clause);
    std::string finiteForm(const std::string& infinitive, const Clause& clause, int person) const;

    const FrenchVerbs& m_verbs;
    FrenchLine m_line;
};

} // namespace glassformer::grammar
