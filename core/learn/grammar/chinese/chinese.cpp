#include "core/learn/grammar/chinese/chinese.h"

#include "core/learn/grammar/chinese/chinese_mark.h"
#include "core/learn/grammar/numerals.h"

#include <set>

namespace glassformer::grammar {
namespace {

constexpr std::string_view experienced = "过";
constexpr std::size_t bytes_of_character = 3; // of every character of the lexicons

/** 没有狗: not one is had. */
bool hasNone(const Clause& clause)
{
    return clause.negated && clause.verb->chinese == "有" && clause.object->determiner == Determiner::A
        && !clause.object->plural && clause.object->adjectives.empty();
}

/** 从来没有见过狮子: of none of them. */
bool isNever(const Clause& clause)
{
    return clause.saysNever() && clause.object->determiner == Determiner::A;
}

/** What 把 takes: something that is known. */
bool isSettled(const Nominal& object)
{
    return object.determiner != Determiner::A && object.determiner != Determiner::Number
        && object.determiner != Determiner::Many;
}

/** 正在, 没有在, 当时正在 without their 在. */
std::string withoutAt(std::string mark)
{
    static constexpr std::string_view at = "在";
    if (mark.size() >= at.size() && mark.compare(mark.size() - at.size(), at.size(), at) == 0)
        mark.erase(mark.size() - at.size());
    return mark;
}

} // namespace

void Chinese::sayVerbWithObject(const Clause& clause, const std::string& done)
{
    const Verb& verb = *clause.verb;
    const bool names_object = clause.object.has_value();
    const auto say_object = [&] {
        if (clause.asking == Asking::What)
            m_line.add("什么", &*clause.object);
        else if (clause.asking == Asking::Whom)
            m_line.add("谁", &*clause.object);
        else if (clause.asking == Asking::HowMany)
            m_line.add("几" + clause.object->noun->measure + clause.object->noun->chinese, &*clause.object);
        else if (names_object && !clause.lacks_object && !clause.is_short_in_chinese)
            say(*clause.object,
                hasNone(clause) || isNever(clause) ? Determiner::Generic : clause.object->determiner);
    };
    // 给他看: who receives stands inside such a verb.
    if (clause.recipient && verb.chinese.rfind("给", 0) == 0 && verb.chinese.size() > bytes_of_character) {
        m_line.add("给");
        say(*clause.recipient);
        m_line.add(verb.chinese.substr(bytes_of_character) + done, &clause);
        return say_object();
    }
    if (clause.manner && std::string_view(clause.manner->chinese).substr(0, bytes_of_character) == "得") {
        m_line.add(verb.chinese.substr(0, bytes_of_character), &clause);
        if (!clause.than)
            return m_line.add(clause.manner->chinese, clause.manner);
        m_line.add("得比");
        say(*clause.than);
        return m_line.add(clause.manner->chinese + bytes_of_character, clause.manner);
    }
    if (clause.recipient && clause.object && clause.object->pronoun) {
        // 把它给了他
        m_line.add("把");
        say(*clause.object);
        m_line.add(verb.chinese + done, &clause);
        return say(*clause.recipient);
    }
    const std::size_t gap = verb.chinese.find('~');
    if (gap != std::string::npos) {
        m_line.add(verb.chinese.substr(0, gap));
        say_object();
        m_line.add(verb.chinese.substr(gap + 1), &clause);
        return m_line.add(verb.is("state") ? "" : done);
    }
    // 见过, not 看见过
    m_line.add(done == experienced && verb.chinese == "看见" ? "见" : verb.chinese, &clause);
    m_line.add(done);
    if (clause.recipient)
        say(*clause.recipient);
    say_object();
    if (clause.effect) {
        m_line.add(clause.negated ? "" : "很");
        m_line.add(clause.effect->chinese, &clause.effect);
    }
    if (clause.purpose)
        sayVerbWithObject(*clause.purpose, {});
}

/** 被狗吃了; of what somebody has made: 是奶奶写的. */
void Chinese::saySuffering(const Clause& clause)
{
    static const std::set<std::string_view> made{"写", "建造", "画", "煮", "做", "发明"};
    const bool is_made = clause.agent && made.count(clause.verb->chinese) > 0;
    m_line.add(is_made ? "是" : "被");
    if (clause.agent)
        say(*clause.agent);
    m_line.add(clause.verb->chinese, &clause);
    m_line.add(is_made ? "的" : clause.tense == Tense::Past && !clause.negated ? "了" : "");
}

void Chinese::sayDoing(const Clause& clause, bool in_attribute)
{
    const Verb& verb = *clause.verb;
    const bool is_plain = clause.modal == Modal::None && !clause.progressive && !clause.negated;
    const bool is_done = !verb.is("ongoing") && clause.tense == Tense::Past && is_plain && !verb.is("state")
        && !in_attribute && !clause.is_within && !clause.subject.isNobody() && !clause.effect
        && !clause.meanwhile;
    const bool is_experience =
        clause.perfect && (clause.frequency ? clause.frequency->denies : clause.negated);
    // 放不进 says both "doesn't fit" and "can't fit".
    const bool is_unable =
        clause.modal == Modal::Can || (verb.is("ability") && clause.tense == Tense::Present);
    const bool has_cannot = is_unable && clause.negated && !verb.chinese_cannot.empty();
    if (clause.frequency)
        m_line.add(clause.frequency->chinese, clause.frequency);
    // 会在公园里玩, 正在公园里玩: what says mood and time stands before the place and the company.
    const bool says_place = clause.place && clause.asking != Asking::Where;
    std::string mark = has_cannot ? "" : markOf(clause, m_manner);
    if (clause.meanwhile)
        mark = clause.tense == Tense::Future ? "会" : "";
    if (clause.progressive && says_place && !clause.company)
        mark = withoutAt(mark); // the place says 在
    m_line.add(mark);
    if (clause.passive)
        return saySuffering(clause);
    if (clause.beneficiary) {
        m_line.add("给");
        say(*clause.beneficiary);
    }
    if (clause.company) {
        m_line.add("和");
        say(*clause.company);
        m_line.add("一起");
    }
    if (says_place)
        sayPlace(*clause.place, false);
    else if (clause.asking == Asking::Where)
        m_line.add("在哪里", clause.place.get());
    if (has_cannot) {
        m_line.add(verb.chinese_cannot, &clause);
        if (clause.object && !clause.lacks_object && !clause.is_short_in_chinese)
            say(*clause.object);
        return;
    }
    if (clause.manner && std::string_view(clause.manner->chinese).substr(0, bytes_of_character) != "得")
        m_line.add(clause.manner->chinese, clause.manner);
    const bool takes_ba = m_manner.uses_ba && is_done && verb.chinese.find('~') == std::string::npos
        && verb.is("done") && !verb.is("happens") && !verb.is("in_place") && clause.object
        && !clause.lacks_object && !clause.recipient && isSettled(*clause.object)
        && clause.asking == Asking::Nothing;
    if (takes_ba) {
        m_line.add("把");
        say(*clause.object);
        m_line.add(verb.chinese, &clause);
        return m_line.add("了");
    }
    m_line.add(clause.meanwhile ? "一边" : "");
    sayVerbWithObject(clause, is_experience ? std::string(experienced) : is_done ? "了" : "");
    if (clause.meanwhile) {
        m_line.add("一边");
        sayVerbWithObject(*clause.meanwhile, {});
    }
    m_line.add(clause.modal == Modal::AboutTo ? "了" : "");
}

namespace {

const char* degreeWord(Degree degree)
{
    switch (degree) {
    case Degree::Very:
        return "非常";
    case Degree::Too:
    case Degree::So:
        return "太";
    case Degree::ABit:
        return "有点儿";
    case Degree::Enough:
        return "足够";
    case Degree::Plain:
        break;
    }
    return "很";
}

} // namespace

/** 很大, and 灰尘很多 for what the lexicon writes as 灰尘~多. */
void Chinese::sayDegree(std::string_view degree, const Adjective* const& adjective)
{
    const std::string& words = adjective->chinese;
    const std::size_t gap = words.find('~');
    if (gap != std::string::npos)
        m_line.add(words.substr(0, gap));
    m_line.add(degree);
    m_line.add(gap == std::string::npos ? words : words.substr(gap + 1), &adjective);
}

void Chinese::sayBeing(const Clause& clause)
{
    const bool past = clause.tense == Tense::Past && clause.marks_past && !clause.subject.isNobody(),
               future = clause.tense == Tense::Future;
    const std::string not_ = clause.negated ? "不" : "";
    if (clause.frequency)
        m_line.add(clause.frequency->chinese, clause.frequency);
    if (clause.asking == Asking::WhoIs) {
        m_line.add(past ? "以前是" : "是");
        return m_line.add("谁");
    }
    if (clause.kind == Clause::Kind::IsAged) {
        m_line.add(past ? "当时" : m_manner.says_year && !clause.negated ? "今年" : "");
        m_line.add(clause.negated ? "没有" : "");
        return m_line.add(chineseNumber(clause.years) + "岁", &clause);
    }
    if (clause.kind == Clause::Kind::IsAt) {
        m_line.add(past ? "当时" : "");
        m_line.add(future ? not_ + "会" : not_);
        if (clause.asking == Asking::Where)
            return m_line.add("在哪里", clause.place.get());
        return sayPlace(*clause.place, false);
    }
    if (clause.kind == Clause::Kind::IsA && clause.modal != Modal::None) {
        m_line.add(past ? "当时" : "");
        m_line.add(clause.modal == Modal::Can    ? not_ + "能"
                : clause.modal == Modal::GoingTo ? not_ + "会"
                                                 : not_ + "想");
        m_line.add(clause.object->noun->tags.count("job") ? "当" : "成为", &clause);
        const Nominal& what = *clause.object;
        const bool is_bare = what.determiner == Determiner::A && !what.plural && what.adjectives.empty();
        return say(what, is_bare ? Determiner::Generic : what.determiner);
    }
    if (clause.kind == Clause::Kind::IsA) {
        m_line.add(past ? "以前" : "");
        m_line.add(future ? not_ + "会是" : not_ + "是", &clause);
        if (m_manner.drops_one && clause.object->determiner == Determiner::A && !clause.object->plural
            && clause.object->adjectives.empty())
            return m_line.add(clause.object->noun->chinese, &*clause.object);
        return say(*clause.object);
    }
    const Adjective& adjective = *clause.adjective;
    m_line.add(past ? "当时" : "");
    m_line.add(future ? not_ + "会" : "");
    if (clause.than) {
        m_line.add(clause.negated ? "没有" : clause.equal ? "和" : "比");
        say(*clause.than);
        return sayDegree(clause.negated ? "那么" : clause.equal ? "一样" : "", clause.adjective);
    }
    if (clause.more || clause.grows)
        return sayDegree(clause.more ? "更" : "越来越", clause.adjective);
    if (adjective.place == AdjectivePlace::Predicate)
        return m_line.add(adjective.chinese, &clause.adjective);
    if (adjective.place == AdjectivePlace::Colour) {
        m_line.add(future ? "是" : not_ + "是");
        m_line.add(adjective.chinese + "色", &clause.adjective);
        return m_line.add("的");
    }
    if (clause.second) {
        sayDegree(clause.contrasts ? "很" : "又", clause.adjective);
        m_line.add(clause.contrasts ? "，但是" : "");
        return sayDegree(clause.contrasts ? "很" : "又", clause.second);
    }
    const bool bare_negation = clause.negated && clause.degree == Degree::Plain;
    sayDegree((future ? "" : not_) + (bare_negation ? "" : degreeWord(clause.degree)), clause.adjective);
    const bool is_too = clause.degree == Degree::Too || clause.degree == Degree::So;
    m_line.add(is_too && !clause.negated ? "了" : "");
    if (clause.purpose) {
        // 太累了，不能工作
        m_line.add(clause.degree == Degree::Enough ? "，能" : "，不能");
        sayVerbWithObject(*clause.purpose, {});
    }
}

void Chinese::sayExistence(const Clause& clause)
{
    if (clause.place) {
        const Where where = clause.place->where;
        if (where == Where::AtHome || where == Where::AtSchool)
            m_line.add(where == Where::AtHome ? "家里" : "学校里", clause.place.get());
        else
            sayPlace(*clause.place, true);
    }
    if (clause.time && !clause.time_first)
        m_line.add(clause.time->chinese, clause.time);
    m_line.add(clause.tense == Tense::Past && clause.marks_past ? "当时" : "");
    m_line.add(clause.tense == Tense::Future ? (clause.negated ? "不会有" : "会有")
            : clause.negated                 ? "没有"
                                             : "有",
        &clause);
    if (clause.negated && clause.object->determiner == Determiner::A && !clause.object->plural) {
        m_line.add(clause.object->noun->chinese, &*clause.object);
        return;
    }
    if (clause.asking == Asking::HowMany)
        return m_line.add(
            "几" + clause.object->noun->measure + clause.object->noun->chinese, &*clause.object);
    say(*clause.object);
}

/** In front of a noun (追猫的狗) nothing says the tense. */
void Chinese::sayPredicate(const Clause& clause, bool in_attribute)
{
    if (clause.time && !clause.time_first)
        m_line.add(clause.time->chinese, clause.time);
    if (clause.follows)
        m_line.add("就");
    if (clause.subject.determiner == Determiner::All && !clause.subject.pronoun && !clause.is_elided)
        m_line.add("都");
    if (clause.kind == Clause::Kind::Does)
        return sayDoing(clause, in_attribute);
    sayBeing(clause);
}

void Chinese::say(const Clause& clause)
{
    if (clause.time && clause.time_first)
        m_line.add(clause.time->chinese, clause.time);
    if (clause.kind == Clause::Kind::Fixed) {
        if (clause.place)
            m_line.add(groundless(clause.place->where)->chinese, clause.place.get());
        if (clause.time && !clause.time_first)
            m_line.add(clause.time->chinese, clause.time);
        // 昨天 says already what 当时 would.
        std::string_view words = clause.fixed->chinese;
        constexpr std::string_view then = "当时";
        if ((clause.time || !clause.marks_past) && words.rfind(then, 0) == 0)
            words.remove_prefix(then.size());
        return m_line.add(words);
    }
    if (clause.commanded) {
        const bool to_us = clause.subject.pronoun == Who::We;
        m_line.add(to_us ? "我们" : clause.please ? "请" : "");
        m_line.add(clause.negated ? "不要" : "");
        if (m_manner.uses_ba && clause.verb->is("done") && !clause.verb->is("happens")
            && !clause.verb->is("in_place") && clause.object && !to_us && !clause.negated
            && clause.verb->chinese.find('~') == std::string::npos && !clause.object->pronoun
            && isSettled(*clause.object)) {
            m_line.add("把");
            say(*clause.object);
            return m_line.add(clause.verb->chinese, &clause);
        }
        if (clause.place)
            sayPlace(*clause.place, false);
        if (clause.manner && std::string_view(clause.manner->chinese).substr(0, bytes_of_character) != "得")
            m_line.add(clause.manner->chinese, clause.manner);
        sayVerbWithObject(clause, {});
        return m_line.add(to_us && !clause.negated ? "吧" : "");
    }
    if (clause.kind == Clause::Kind::Exists) {
        sayExistence(clause);
    } else if (clause.kind == Clause::Kind::IsTo) {
        sayVerbWithObject(*clause.deed, {});
        sayBeing(clause);
    } else {
        if (clause.asking == Asking::Who)
            m_line.add("谁", &clause.subject);
        else if (!clause.is_elided && !clause.is_bare_in_chinese)
            say(clause.subject);
        if (clause.asking == Asking::Why)
            m_line.add("为什么");
        if (clause.asking == Asking::When)
            m_line.add("什么时候");
        sayPredicate(clause, false);
    }
    if (clause.asking == Asking::YesNo)
        m_line.add("吗");
}

} // namespace glassformer::grammar
