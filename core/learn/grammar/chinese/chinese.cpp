#include "core/learn/grammar/chinese/chinese.h"

#include "core/learn/grammar/numerals.h"

namespace glassformer::grammar {
namespace {

constexpr std::size_t bytes_of_character = 3; // of every character of the lexicons

/** 去, 来, 走: somebody is on the way. */
bool isGoing(const Verb& verb)
{
    return verb.chinese.rfind("去", 0) == 0 || verb.chinese.rfind("来", 0) == 0 || verb.chinese == "走"
        || verb.chinese == "回家";
}

/** The words between subject and verb that say tense, mood and negation. */
std::string markOf(const Clause& clause, const ChineseManner& manner)
{
    const Verb& verb = *clause.verb;
    const bool past = clause.tense == Tense::Past, negated = clause.negated;
    const std::string not_done = manner.is_short ? "没" : "没有";
    const bool is_still = clause.frequency != nullptr;
    const std::string now = manner.is_short || is_still ? "在" : "正在";
    // 都 would stand before 当时.
    const bool are_all = clause.subject.noun && clause.subject.determiner == Determiner::All;
    const std::string then = past && clause.marks_past && !are_all ? "当时" : "";
    switch (clause.modal) {
    case Modal::Can:
        if (past)
            return negated ? "没能" : "当时能";
        return (negated ? "不" : "") + std::string(verb.is("skill") ? "会" : "能");
    case Modal::Must:
        return negated ? "不可以" : "必须";
    case Modal::Want:
        return then + (negated ? "不想" : "想");
    case Modal::Should:
        return negated ? "不应该" : "应该";
    case Modal::Like:
        return then + (negated ? "不喜欢" : "喜欢");
    case Modal::HaveTo:
        return past ? "不得不" : negated ? "不用" : "得";
    case Modal::Need:
        return then + (negated ? "不需要" : "需要");
    case Modal::GoingTo:
        return negated ? "不打算" : "要";
    case Modal::WouldLike:
        return negated ? "不想" : "想";
    case Modal::Start:
        return "开始";
    case Modal::None:
        break;
    }
    if (clause.tense == Tense::Future)
        return verb.is("skill") ? (negated ? "将不会" : "将会") : negated ? "不会" : "会";
    if (clause.progressive && clause.time && clause.time->tense == Tense::Future)
        return negated ? "不" : "要";
    // 正要去, not 正在去: it is a change of place. 正坐在: one 在 is enough.
    if (clause.progressive && isGoing(verb))
        return negated ? not_done : then + "正要";
    // 穿着: 着 says that it goes on.
    if (verb.is("ongoing"))
        return then + (negated ? "没有" : "");
    if (clause.progressive && verb.chinese.find("在") != std::string::npos)
        return negated ? not_done : then + (is_still ? "" : "正");
    if (clause.progressive)
        return then + (negated ? "没有在" : now);
    if (verb.is("state"))
        return std::string(past && clause.marks_past ? "以前" : "")
            + (negated ? (verb.english == "have" ? "没" : "不") : "");
    if (past)
        return negated ? (verb.is("ability") ? "没能" : not_done) : "";
    // What happens to somebody is not refused: 没有赢, not 不赢.
    return negated ? (verb.is("happens") ? not_done : "不") : "";
}

/** 没有狗: not one is had. */
bool hasNone(const Clause& clause)
{
    return clause.negated && clause.verb->chinese == "有" && clause.object->determiner == Determiner::A
        && !clause.object->plural && clause.object->adjectives.empty();
}

Nominal bare(Nominal nominal)
{
    nominal.determiner = Determiner::Generic;
    return nominal;
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

void Chinese::sayVerbWithObject(const Clause& clause, bool is_done)
{
    const Verb& verb = *clause.verb;
    const std::string done = is_done ? "了" : "";
    const bool names_object = clause.object.has_value();
    const auto say_object = [&] {
        if (clause.asking == Asking::What)
            m_line.add("什么", &*clause.object);
        else if (clause.asking == Asking::Whom)
            m_line.add("谁", &*clause.object);
        else if (clause.asking == Asking::HowMany)
            m_line.add("几" + clause.object->noun->measure + clause.object->noun->chinese, &*clause.object);
        else if (names_object && !clause.lacks_object && !clause.is_short_in_chinese)
            say(hasNone(clause) ? bare(*clause.object) : *clause.object);
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
        return m_line.add(clause.manner->chinese, clause.manner);
    }
    const std::size_t gap = verb.chinese.find('~');
    if (gap != std::string::npos) {
        m_line.add(verb.chinese.substr(0, gap));
        say_object();
        m_line.add(verb.chinese.substr(gap + 1), &clause);
        return m_line.add(verb.is("state") ? "" : done);
    }
    m_line.add(verb.chinese, &clause);
    m_line.add(done);
    if (clause.recipient)
        say(*clause.recipient);
    say_object();
    if (clause.purpose)
        sayVerbWithObject(*clause.purpose, false);
}

void Chinese::sayDoing(const Clause& clause, bool in_attribute)
{
    const Verb& verb = *clause.verb;
    const bool is_plain = clause.modal == Modal::None && !clause.progressive && !clause.negated;
    const bool is_done = !verb.is("ongoing") && clause.tense == Tense::Past && is_plain && !verb.is("state")
        && !in_attribute && !clause.is_within && !clause.subject.isNobody();
    // 放不进 says both "doesn't fit" and "can't fit".
    const bool is_unable =
        clause.modal == Modal::Can || (verb.is("ability") && clause.tense == Tense::Present);
    const bool has_cannot = is_unable && clause.negated && !verb.chinese_cannot.empty();
    if (clause.frequency)
        m_line.add(clause.frequency->chinese, clause.frequency);
    // 会在公园里玩, 正在公园里玩: what says mood and time stands before the place and the company.
    const bool says_place = clause.place && clause.asking != Asking::Where;
    std::string mark = has_cannot ? "" : markOf(clause, m_manner);
    if (clause.progressive && says_place && !clause.company)
        mark = withoutAt(mark); // the place says 在
    m_line.add(mark);
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
    sayVerbWithObject(clause, is_done);
}

void Chinese::sayBeing(const Clause& clause)
{
    const bool past = clause.tense == Tense::Past && clause.marks_past,
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
        Nominal what = *clause.object;
        if (what.determiner == Determiner::A && !what.plural && what.adjectives.empty())
            what.determiner = Determiner::Generic;
        return say(what);
    }
    if (clause.kind == Clause::Kind::IsA) {
        m_line.add(past ? "以前" : "");
        m_line.add(future ? not_ + "会是" : not_ + "是", &clause);
        if (m_manner.drops_one && clause.object->determiner == Determiner::A && !clause.object->plural
            && clause.object->adjectives.empty()) {
            Nominal bare = *clause.object;
            bare.determiner = Determiner::Generic;
            return m_line.add(bare.noun->chinese, &*clause.object);
        }
        return say(*clause.object);
    }
    const Adjective& adjective = *clause.adjective;
    m_line.add(past ? "当时" : "");
    m_line.add(future ? not_ + "会" : "");
    if (clause.than) {
        m_line.add(clause.negated ? "没有" : clause.equal ? "和" : "比");
        say(*clause.than);
        m_line.add(clause.negated ? "那么" : clause.equal ? "一样" : "");
        return m_line.add(adjective.chinese, &clause.adjective);
    }
    if (clause.more) {
        m_line.add("更");
        return m_line.add(adjective.chinese, &clause.adjective);
    }
    if (adjective.place == AdjectivePlace::Predicate)
        return m_line.add(adjective.chinese, &clause.adjective);
    if (adjective.place == AdjectivePlace::Colour) {
        m_line.add(future ? "是" : not_ + "是");
        m_line.add(adjective.chinese + "色", &clause.adjective);
        return m_line.add("的");
    }
    if (clause.second) {
        m_line.add("又");
        m_line.add(adjective.chinese, &clause.adjective);
        m_line.add("又");
        return m_line.add(clause.second->chinese, &clause.second);
    }
    const char* degree = clause.degree == Degree::Very ? "非常" : clause.degree == Degree::Too ? "太" : "很";
    const bool bare_negation = clause.negated && clause.degree == Degree::Plain;
    if (!future)
        m_line.add(not_);
    if (!bare_negation)
        m_line.add(degree);
    m_line.add(adjective.chinese, &clause.adjective);
    if (clause.degree == Degree::Too && !clause.negated)
        m_line.add("了");
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
        sayVerbWithObject(clause, false);
        return m_line.add(to_us && !clause.negated ? "吧" : "");
    }
    if (clause.kind == Clause::Kind::Exists) {
        sayExistence(clause);
    } else if (clause.kind == Clause::Kind::IsTo) {
        sayVerbWithObject(*clause.deed, false);
        sayBeing(clause);
    } else {
        if (clause.asking == Asking::Who)
            m_line.add("谁", &clause.subject);
        else if (!clause.is_elided)
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
