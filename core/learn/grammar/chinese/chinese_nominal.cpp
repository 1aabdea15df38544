#include "core/learn/grammar/chinese/chinese.h"
#include "core/learn/grammar/numerals.h"

#include <algorithm>

// Somebody or something in Chinese: measure words, 的, places.

namespace glassformer::grammar {
namespace {

constexpr std::size_t bytes_of_character = 3; // of every character of the lexicons

/** Adjectives that stand before their noun without 的: 大狗, 红苹果. */
bool isDirect(const Adjective& adjective)
{
    static const std::set<std::string> direct{"大", "小", "老", "新", "旧", "好", "坏", "长", "短", "甜",
        "热", "冷", "圆", "方", "胖", "脏", "黑", "白", "红", "蓝"};
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
        // Trousers are one thing.
        if (nominal.stands_for_other_number)
            return "它";
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
    case Where::Above:
        return "上方";
    case Where::Opposite:
        return "对面";
    case Where::Around:
        return "周围";
    default:
        return "";
    }
}

} // namespace

void Chinese::sayDeterminer(const Nominal& nominal, Determiner determiner)
{
    const Noun& noun = *nominal.noun;
    const bool many = nominal.plural || (noun.isMass() && !noun.tags.count("english_many"));
    const auto of = [&](std::string_view owner) {
        m_line.add(owner);
        // 我妈妈, but 我们的老师.
        const bool is_close =
            noun.tags.count("family") > 0 && !nominal.plural && owner.size() == bytes_of_character;
        // 我们安静的老师: one 的 does for both.
        const bool says_later = !nominal.adjectives.empty() && !nominal.superlative
            && std::none_of(nominal.adjectives.begin(), nominal.adjectives.end(),
                [](const Adjective* adjective) { return isDirect(*adjective); });
        if (!says_later && (!is_close || !nominal.adjectives.empty()))
            m_line.add("的");
    };
    switch (determiner) {
    case Determiner::The:
        if (nominal.plural && !noun.isPerson() && !m_manner.leaves_those)
            m_line.add("那些");
        return;
    case Determiner::A:
        return m_line.add(many ? (nominal.is_kind ? "" : "一些") : "一" + noun.measure);
    case Determiner::This:
        return m_line.add(many ? "这些" : "这" + noun.measure);
    case Determiner::That:
        return m_line.add(many ? "那些" : "那" + noun.measure);
    case Determiner::Which:
        return m_line.add(many ? "哪些" : "哪" + noun.measure);
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

/** 大, 最大, 灰尘很多 for what the lexicon writes as 灰尘~多. */
void Chinese::sayAttribute(
    const Adjective& adjective, const std::string& most, const std::string& shade, const void* part)
{
    const std::size_t gap = adjective.chinese.find('~');
    if (gap == std::string::npos)
        return m_line.add(most + adjective.chinese + shade, part);
    m_line.add(
        adjective.chinese.substr(0, gap) + (most.empty() ? "很" : most) + adjective.chinese.substr(gap + 1),
        part);
}

/** 戴红帽子的, 穿红裙子的, 拿着雨伞的, 长头发的. */
void Chinese::sayWearing(const Nominal& worn)
{
    const Noun& noun = *worn.noun;
    const bool is_hung = noun.tags.count("hung") || noun.tags.count("wearable") || noun.english == "glasses";
    if (noun.word_class != "body")
        m_line.add(is_hung ? "戴" : noun.word_class == "clothes" ? "穿" : "拿着");
    say(worn, Determiner::Generic);
    m_line.add("的");
}

void Chinese::say(const Nominal& nominal, Determiner determiner)
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
    if (nominal.wearing)
        sayWearing(*nominal.wearing);
    if (nominal.among)
        m_line.add(nominal.among->chinese);
    sayDeterminer(nominal, determiner);
    // 美丽的大房子: what stands without 的 is next to the noun.
    const bool turns = nominal.adjectives.size() == 2 && !nominal.superlative
        && isDirect(*nominal.adjectives[0]) && !isDirect(*nominal.adjectives[1]);
    for (std::size_t at = 0; at < nominal.adjectives.size(); ++at) {
        const std::size_t i = turns ? 1 - at : at;
        const Adjective& adjective = *nominal.adjectives[i];
        const bool superlative = nominal.superlative && i == 0;
        const bool is_direct = !superlative && isDirect(adjective);
        const bool is_shade = adjective.place == AdjectivePlace::Colour && !is_direct;
        sayAttribute(adjective, superlative ? "最" : "", is_shade ? "色" : "", &nominal.adjectives[i]);
        // 巨大的粉色小屋: the last of two says no 的, if it is no single character.
        const bool is_second = at > 0 && adjective.chinese.size() > bytes_of_character;
        if (!is_direct && !is_second)
            m_line.add("的");
    }
    const bool counts = determiner == Determiner::Number || determiner == Determiner::Many
        || determiner == Determiner::A || determiner == Determiner::This || determiner == Determiner::That
        || determiner == Determiner::All || determiner == Determiner::Generic;
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
    if (const Fixed* said = groundless(place.where))
        return m_line.add(said->chinese, &place);
    if (place.where == Where::In && place.ground.noun && place.ground.noun->english == "sky")
        return m_line.add("天上", &place.ground);
    say(place.ground);
    m_line.add(whereWord(place.where));
}

} // namespace glassformer::grammar
