#pragma once

#include "core/learn/grammar/line.h"
#include "core/learn/grammar/meaning.h"

namespace glassformer::grammar {

/** Whether a word has "an" in front of it, and not "a". */
bool takesAn(std::string_view word);

/** English words for meanings. */
class English
{
public:
    /** is_formal: did not instead of didn't; says_who: the man who sings, where it is no thing. */
    explicit English(bool is_formal = false, bool says_who = false)
        : m_is_formal(is_formal)
        , m_says_who(is_formal || says_who)
    {
    }

    void say(const Clause& clause);
    void say(const Nominal& nominal, bool as_object = false);
    void say(const Place& place);
    /** To eat an apple without its to; eating an apple. */
    void sayDeed(const Clause& deed, bool is_ing = false);
    void add(std::string_view words) { m_line.add(words); }
    void addSign(std::string_view sign) { m_line.addSign(sign); }
    bool vary(const std::map<std::string, std::vector<std::string>>& others, std::uint32_t seed);
    /** I am -> I'm, what is -> what's, as one types. @return whether anything was so said */
    bool contract();
    /** Whether it was the man who sings, not the man that sings. */
    bool saidWho() const { return m_said_who; }
    Spoken finish() const { return m_line.join(); }

private:
    void sayHead(const Nominal& nominal);
    void sayQuality(const Clause& clause);
    void sayPredicate(const Clause& clause, bool subject_said);
    void sayRest(const Clause& clause);

    std::string negated(const std::string& helper) const;

    bool m_is_formal, m_says_who;
    bool m_said_who = false;
    Line m_line{true};
};

} // namespace glassformer::grammar
