#include "core/learn/grammar/chinese.h"

#include "core/learn/grammar/numerals.h"

namespace glassformer::grammar {
namespace {

constexpr std::size_t bytes_of_character = 3; // of every character of the lexicons

/** Adjectives that stand before their noun without 的: 大狗, 红苹果. */
bool isDirect(const Adjective& adjective)
{
    static const std::set<std::string> direct{"大", "小", "老", "新", "旧", "好", "坏", "长", "短", "甜",
        "热", "冷", "圆", "方", "胖", "脏", "黑", "白", "红", "蓝", "绿", "黄", "灰"};
    return adjective.place == AdjectivePlace::Kind || direct.count(adjective.chinese) > 0;
}

std::string pronounOf(const Nominal& nominal)
{
    const bool feminine = nominal.stands_for_feminine;
    switch (*nominal.pronoun) {
    case Who::I:
        return "我";
    case Who::You:
        return "你";
    case Who::He:
        return "他";
    case Who::She:
        return "她";
    case Who::It:
        return "它";
    case Who::We:
        return "我们";
    case Who::YouAll:
        return "你们";
    case Who::They:
        return !nominal.stands_for_person ? "它们" : feminine ? "她们" : "他们";
    case Who::This:
        return nominal.plural ? "这些" : "这";
    case Who::That:
        return nominal.plural ? "那些" : "那";
    }
    return {};
}

const char* whereWord(Where where)
{
    switch (where) {
    case Where::In:
        return "里";
    case Where::On:
        return "上";
    case Where::Under:
        return "下面";
    case Where::Behind:
        return "后面";
    case Where::InFrontOf:
        return "前面";
    case Where::Near:
        return "附近";
    case Where::NextTo:
        return "旁边";
    case Where::AtHome:
    case Where::AtSchool:
        break;
    }
    return "";
}

/** The words between subject and verb that say tense, mood and negation. */
std::string markOf(const Clause& clause, const ChineseManner& manner)
{
    const Verb& verb = *clause.verb;
    const bool past = clause.tense == Tense::Past, negated = clause.negated;
    const std::string not_done = manner.is_short ? "没" : "没有";
    const bool is_still = clause.frequency != nullptr;
    const std::string now = manner.is_short || is_still ? "在" : "正在";
    const std::string then = past && clause.marks_past ? "当时" : "";
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
    if (clause.progressive)
        return then + (negated ? "没有在" : now);
    if (verb.is("state"))
        return std::string(past && clause.marks_past ? "以前" : "")
            + (negated ? (verb.english == "have" ? "没" : "不") : "");
    if (past)
        return negated ? (verb.is("ability") ? "没能" : not_done) : "";
    return negated ? "不" : "";
}

} // namespace

void Chinese::sayDeterminer(const Nominal& nominal)
{
    const Noun& noun = *nominal.noun;
    const bool many = nominal.plural || noun.isMass();
    const auto of = [&](std::string_view owner) {
        m_line.add(owner);
        // 我妈妈, but 我们的老师.
        const bool is_close =
            noun.tags.count("family") > 0 && !nominal.plural && owner.size() == bytes_of_character;
        if (!is_close || !nominal.adjectives.empty())
            m_line.add("的");
    };
    switch (nominal.determiner) {
    case Determiner::The:
        if (nominal.plural && !noun.isPerson())
            m_line.add("那些");
        return;
    case Determiner::A:
        return m_line.add(many ? (nominal.is_kind ? "" : "一些") : "一" + noun.measure);
    case Determiner::This:
        return m_line.add(many ? "这些" : "这" + noun.measure);
    case Determiner::That:
        return m_line.add(many ? "那些" : "那" + noun.measure);
    case Determiner::My:
        return of("我");
    case Determiner::Your:
        return of("你");
    case Determiner::His:
        return of("他");
    case Determiner::Her:
        return of("她");
    case Determiner::Our:
        return of("我们");
    case Determiner::Their:
        return of("他们");
    case Determiner::Owner:
        say(*nominal.owner);
        return m_line.add("的");
    case Determiner::Number:
        return m_line.add(chineseNumber(nominal.number) + noun.measure);
    case Determiner::Many:
        return m_line.add("很多");
    case Determiner::All:
        return m_line.add("所有的");
    case Determiner::Generic:
        return;
    }
}

void Chinese::say(const Nominal& nominal)
{
    if (nominal.pronoun)
        return m_line.add(pronounOf(nominal), &nominal);
    if (nominal.name) {
        m_line.add(nominal.name->chinese, &nominal);
        return sayJoined(nominal);
    }
    const Noun& noun = *nominal.noun;
    if (nominal.place) {
        sayPlace(*nominal.place, true);
        m_line.add("的");
    }
    if (nominal.relative) {
        if (nominal.relative->lacks_object)
            say(nominal.relative->subject);
        sayPredicate(*nominal.relative, true);
        m_line.add("的");
    }
    sayDeterminer(nominal);
    for (std::size_t i = 0; i < nominal.adjectives.size(); ++i) {
        const Adjective& adjective = *nominal.adjectives[i];
        const bool superlative = nominal.superlative && i == 0;
        const bool is_direct = !superlative && isDirect(adjective);
        const bool is_shade = adjective.place == AdjectivePlace::Colour && !is_direct;
        m_line.add(
            (superlative ? "最" : "") + adjective.chinese + (is_shade ? "色" : ""), &nominal.adjectives[i]);
        if (!is_direct)
            m_line.add("的");
    }
    const bool counts = nominal.determiner == Determiner::Number || nominal.determiner == Determiner::Many
        || nominal.determiner == Determiner::A || nominal.determiner == Determiner::This
        || nominal.determiner == Determiner::That || nominal.determiner == Determiner::All
        || nominal.determiner == Determiner::Generic;
    const bool has_plural =
        nominal.plural && noun.isPerson() && !counts && noun.tags.count("self_plural") == 0;
    m_line.add(noun.chinese + (has_plural ? "们" : ""), &nominal);
    sayJoined(nominal);
}

void Chinese::sayJoined(const Nominal& nominal)
{
    if (!nominal.joined)
        return;
    m_line.add(nominal.is_choice ? "还是" : "和");
    say(*nominal.joined);
}

void Chinese::sayPlace(const Place& place, bool as_attribute)
{
    if (!as_attribute)
        m_line.add("在");
    if (place.where == Where::AtHome || place.where == Where::AtSchool)
        return m_line.add(place.where == Where::AtHome ? "家" : "学校", &place);
    say(place.ground);
    m_line.add(whereWord(place.where));
}

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
            say(*clause.object);
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
}

void Chinese::sayDoing(const Clause& clause, bool in_attribute)
{
    const Verb& verb = *clause.verb;
    const bool is_plain = clause.modal == Modal::None && !clause.progressive && !clause.negated;
    const bool is_done = clause.tense == Tense::Past && is_plain && !verb.is("state") && !in_attribute;
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
        mark = clause.negated ? "没有" : mark == "正在" ? "正" : mark == "在" ? "" : mark;
    m_line.add(mark);
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
        && verb.is("done") && clause.object && !clause.lacks_object && !clause.recipient
        && clause.object->determiner != Determiner::A && clause.asking == Asking::Nothing;
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
        m_line.add(past ? "当时" : "");
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
        if (clause.place->where == Where::AtHome || clause.place->where == Where::AtSchool)
            m_line.add(clause.place->where == Where::AtHome ? "家里" : "学校里", clause.place.get());
        else
            sayPlace(*clause.place, true);
    }
    if (clause.time)
        m_line.add(clause.time->chinese, clause.time);
    m_line.add(clause.tense == Tense::Past && clause.marks_past ? "以前" : "");
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
    if (clause.time)
        m_line.add(clause.time->chinese, clause.time);
    if (clause.follows)
        m_line.add("就");
    if (clause.kind == Clause::Kind::Does)
        return sayDoing(clause, in_attribute);
    sayBeing(clause);
}

void Chinese::say(const Clause& clause)
{
    if (clause.kind == Clause::Kind::Fixed) {
        if (clause.time)
            m_line.add(clause.time->chinese, clause.time);
        return m_line.add(clause.fixed->chinese);
    }
    if (clause.commanded) {
        const bool to_us = clause.subject.pronoun == Who::We;
        m_line.add(to_us ? "我们" : clause.please ? "请" : "");
        m_line.add(clause.negated ? "不要" : "");
        if (m_manner.uses_ba && clause.verb->is("done") && clause.object && !to_us && !clause.negated
            && clause.verb->chinese.find('~') == std::string::npos && !clause.object->pronoun
            && clause.object->determiner != Determiner::A) {
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
