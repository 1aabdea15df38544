#pragma once

#include "core/learn/grammar/line.h"
#include "core/learn/grammar/meaning.h"

namespace glassformer::grammar {

/** How a sentence is said where Chinese leaves a choice. The default is what is written as an answer. */
struct ChineseManner
{
    bool drops_one = false; ///< 我是学生 for 我是一个学生
    bool uses_ba = false; ///< 把门打开了 for 打开了门
    bool is_short = false; ///< 没 for 没有, 在 for 正在
    bool says_year = false; ///< 今年十岁 for 十岁
    bool leaves_those = false; ///< 玩具 for 那些玩具, which are known
    bool turns_will = false; ///< 将会 for 会 of what is to come, and 会 for 将会

    bool isUsual() const
    {
        return !drops_one && !uses_ba && !is_short && !says_year && !leaves_those && !turns_will;
    }
};

/** Chinese words for meanings. */
class Chinese
{
public:
    explicit Chinese(ChineseManner manner = {})
        : m_manner(manner)
    {
    }

    void say(const Clause& clause);
    void say(const Nominal& nominal) { say(nominal, nominal.determiner); }
    /** With another determiner than its own. A changed copy would be another part of the meaning: see Line. */
    void say(const Nominal& nominal, Determiner determiner);
    void sayDeed(const Clause& deed) { sayVerbWithObject(deed, {}); }
    void add(std::string_view words) { m_line.add(words); }
    bool vary(const std::map<std::string, std::vector<std::string>>& others, std::uint32_t seed)
    {
        return m_line.vary(others, seed);
    }
    Spoken finish() const { return m_line.join(); }

private:
    void sayJoined(const Nominal& nominal);
    void sayDeterminer(const Nominal& nominal, Determiner determiner);
    void sayPlace(const Place& place, bool as_attribute);
    void sayPredicate(const Clause& clause, bool in_attribute);
    void sayDoing(const Clause& clause, bool in_attribute);
    void sayBeing(const Clause& clause);
    void saySuffering(const Clause& clause);
    void sayExistence(const Clause& clause);
    void sayDegree(std::string_view degree, const Adjective* const& adjective);
    void sayVerbWithObject(const Clause& clause, const std::string& done);
    void sayAttribute(
        const Adjective& adjective, const std::string& most, const std::string& shade, const void* part);
    void sayWearing(const Nominal& worn);

    ChineseManner m_manner;
    Line m_line{false};
};

} // namespace glassformer::grammar
