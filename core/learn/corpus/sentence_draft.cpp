#include "core/learn/corpus/sentence_draft.h"

#include <array>
#include <cctype>

namespace glassformer {
namespace {

constexpr Language en = Language::English, fr = Language::French, zh = Language::Chinese;

std::size_t indexOf(Language language)
{
    return static_cast<std::size_t>(language);
}

bool startsWithVowelLetter(std::string_view english_word)
{
    return !english_word.empty() && std::string_view("aeiou").find(english_word[0]) != std::string_view::npos;
}

/** Two words of the lexicon sound otherwise than they are spelt. */
bool takesAn(std::string_view english_word)
{
    if (english_word.starts_with("uni") || english_word.starts_with("use"))
        return false;
    return startsWithVowelLetter(english_word) || english_word.starts_with("hour");
}

std::string frenchArticle(const NounPhrase& phrase, const std::string& next_word)
{
    const bool feminine = phrase.noun->feminine;
    if (phrase.determiner == Determiner::A)
        return phrase.plural ? "des" : feminine ? "une" : "un";
    if (phrase.plural)
        return "les";
    return elidesBefore(next_word) ? "l'" : feminine ? "la" : "le";
}

/** The form in front of a noun: "vieil homme". */
const std::string& formBefore(const Adjective& adjective, const Noun& noun, bool plural)
{
    const bool special =
        !plural && !noun.feminine && !adjective.before_vowel.empty() && elidesBefore(noun.french);
    return special ? adjective.before_vowel : frenchForm(adjective, noun.feminine, plural);
}

std::string chineseAttribute(const Adjective& adjective)
{
    return adjective.chinese + "的";
}

} // namespace

const std::string& frenchForm(const Adjective& adjective, bool feminine, bool plural)
{
    if (plural)
        return feminine ? adjective.feminine_plural : adjective.masculine_plural;
    return feminine ? adjective.feminine : adjective.masculine;
}

bool elidesBefore(std::string_view french_word)
{
    static constexpr std::array<std::string_view, 17> beginnings{
        "a", "e", "i", "o", "u", "h", "é", "è", "ê", "â", "à", "î", "ï", "ô", "û", "œ", "y"};
    for (const std::string_view beginning : beginnings)
        if (french_word.starts_with(beginning))
            return true;
    return false;
}

TextSpan SentenceDraft::put(Language language, std::string_view word)
{
    std::string& text = m_text[indexOf(language)];
    const bool joined = language == zh || text.empty() || text.back() == '\'';
    if (!joined)
        text += ' ';
    const std::size_t begin = text.size();
    text += word;
    return {begin, text.size()};
}

void SentenceDraft::add(Language language, std::string_view word)
{
    put(language, word);
}

WordLink SentenceDraft::addNounPhrase(const NounPhrase& phrase)
{
    const Noun& noun = *phrase.noun;
    const Adjective* adjective = phrase.adjective;
    WordLink noun_link, adjective_link;
    const auto place = [](WordLink& link, Language language, TextSpan span) {
        link[indexOf(language)] = span;
    };

    const std::string& english_noun = phrase.plural ? noun.english_plural : noun.english;
    const std::string& after_article = adjective ? adjective->english : english_noun;
    if (phrase.determiner == Determiner::The)
        put(en, "the");
    else
        put(en, phrase.plural ? "some" : takesAn(after_article) ? "an" : "a");
    if (adjective)
        place(adjective_link, en, put(en, adjective->english));
    place(noun_link, en, put(en, english_noun));

    const bool before = adjective && adjective->place == AdjectivePlace::Before;
    const std::string& french_noun = phrase.plural ? noun.french_plural : noun.french;
    const std::string front = before ? formBefore(*adjective, noun, phrase.plural) : french_noun;
    // "de grands chiens": des becomes de in front of an adjective.
    const bool short_de = before && phrase.plural && phrase.determiner == Determiner::A;
    put(fr, short_de ? (elidesBefore(front) ? "d'" : "de") : frenchArticle(phrase, front));
    if (before)
        place(adjective_link, fr, put(fr, front));
    place(noun_link, fr, put(fr, french_noun));
    if (adjective && !before)
        place(adjective_link, fr, put(fr, frenchForm(*adjective, noun.feminine, phrase.plural)));

    const std::string chinese_plural = phrase.determiner == Determiner::The ? "那些" : "一些";
    const std::string chinese_one = (phrase.determiner == Determiner::The ? "那" : "一") + noun.measure;
    put(zh, phrase.plural ? chinese_plural : chinese_one);
    if (adjective)
        place(adjective_link, zh, put(zh, chineseAttribute(*adjective)));
    place(noun_link, zh, put(zh, noun.chinese));

    m_links.push_back(noun_link);
    if (adjective)
        m_links.push_back(adjective_link);
    return noun_link;
}

WordLink SentenceDraft::addPronoun(const Pronoun& pronoun)
{
    const char* english = pronoun.plural ? "they" : !pronoun.person ? "it" : pronoun.feminine ? "she" : "he";
    const char* french =
        pronoun.plural ? (pronoun.feminine ? "elles" : "ils") : (pronoun.feminine ? "elle" : "il");
    const std::string chinese = std::string(!pronoun.person ? "它"
                                        : pronoun.feminine  ? "她"
                                                            : "他")
        + (pronoun.plural ? "们" : "");
    const WordLink link{put(en, english), put(fr, french), put(zh, chinese)};
    m_links.push_back(link);
    return link;
}

void SentenceDraft::addEnglishVerb(const Verb& verb, Tense tense, bool negated, bool plural, WordLink& link)
{
    std::string form = verb.english;
    if (tense == Tense::Future)
        put(en, negated ? "won't" : "will");
    else if (negated)
        put(en, tense == Tense::Past ? "didn't" : plural ? "don't" : "doesn't");
    else
        form = tense == Tense::Past ? verb.past : plural ? verb.english : verb.third;
    link[indexOf(en)] = put(en, form);
    if (!verb.preposition.empty())
        put(en, verb.preposition);
}

void SentenceDraft::addFrenchVerb(
    const Verb& verb, Tense tense, bool negated, bool plural, bool feminine, WordLink& link)
{
    std::string helper;
    std::string form = plural ? verb.french_third_plural : verb.french_third;
    if (tense == Tense::Past) {
        helper = verb.with_etre ? (plural ? "sont" : "est") : (plural ? "ont" : "a");
        form = verb.participle;
        if (verb.with_etre)
            form += std::string(feminine ? "e" : "") + (plural ? "s" : "");
    } else if (tense == Tense::Future) {
        helper = plural ? "vont" : "va";
        form = verb.infinitive;
    }
    const std::string& first = helper.empty() ? form : helper;
    if (negated)
        put(fr, elidesBefore(first) ? "n'" : "ne");
    const TextSpan first_span = put(fr, first);
    if (negated)
        put(fr, "pas");
    link[indexOf(fr)] = helper.empty() ? first_span : put(fr, form);
    if (!verb.french_preposition.empty())
        put(fr, verb.french_preposition);
}

void SentenceDraft::addChineseVerb(const Verb& verb, Tense tense, bool negated, WordLink& link)
{
    const char* mark = "";
    if (tense == Tense::Future)
        mark = negated ? "不会" : "会";
    else if (tense == Tense::Past && verb.is_state)
        mark = negated ? "以前不" : "以前";
    else if (tense == Tense::Past && negated)
        mark = verb.is_ability ? "没能" : "没有";
    else if (tense == Tense::Present && negated)
        mark = "不";
    put(zh, mark);
    link[indexOf(zh)] = put(zh, verb.chinese);
    if (tense == Tense::Past && !negated && !verb.is_state)
        put(zh, "了");
}

void SentenceDraft::addVerb(
    const Verb& verb, Tense tense, bool negated, bool plural_subject, bool feminine_subject)
{
    WordLink link;
    addEnglishVerb(verb, tense, negated, plural_subject, link);
    addFrenchVerb(verb, tense, negated, plural_subject, feminine_subject, link);
    addChineseVerb(verb, tense, negated, link);
    m_links.push_back(link);
}

WordLink SentenceDraft::addCopula(const Adjective& adjective, Degree degree, Tense tense, bool negated,
    bool plural, bool feminine, bool mark_past)
{
    const bool past = tense == Tense::Past;
    WordLink link;
    put(en, std::string(past ? (plural ? "were" : "was") : (plural ? "are" : "is")) + (negated ? "n't" : ""));
    if (degree != Degree::Plain)
        put(en, degree == Degree::Very ? "very" : "too");
    link[indexOf(en)] = put(en, adjective.english);

    const char* etre = past ? (plural ? "étaient" : "était") : (plural ? "sont" : "est");
    if (negated)
        put(fr, elidesBefore(etre) ? "n'" : "ne");
    put(fr, etre);
    if (negated)
        put(fr, "pas");
    if (degree != Degree::Plain)
        put(fr, degree == Degree::Very ? "très" : "trop");
    link[indexOf(fr)] = put(fr, frenchForm(adjective, feminine, plural));

    if (past && mark_past)
        put(zh, "以前");
    if (adjective.place == AdjectivePlace::Colour) {
        put(zh, negated ? "不是" : "是");
        link[indexOf(zh)] = put(zh, adjective.chinese);
        put(zh, "的");
    } else {
        const char* how = degree == Degree::Very ? "非常"
            : degree == Degree::Too              ? "太"
            : negated                            ? ""
                                                 : "很";
        put(zh, std::string(negated ? "不" : "") + how);
        link[indexOf(zh)] = put(zh, adjective.chinese);
        if (degree == Degree::Too)
            put(zh, "了");
    }
    m_links.push_back(link);
    return link;
}

void SentenceDraft::addBecause(bool capital, bool before_vowel)
{
    if (!capital)
        m_text[indexOf(zh)] += "，";
    put(en, "because");
    put(fr, "parce");
    put(fr, before_vowel ? "qu'" : "que");
    put(zh, "因为");
}

void SentenceDraft::addCommaBetweenClauses()
{
    m_text[indexOf(en)] += ",";
    m_text[indexOf(fr)] += ",";
    m_text[indexOf(zh)] += "，";
}

Sentence SentenceDraft::finish(Sentence sentence)
{
    for (const Language language : {en, fr}) {
        std::string& text = m_text[indexOf(language)];
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
        text += '.';
    }
    m_text[indexOf(zh)] += "。";
    sentence.text = m_text;
    sentence.links = m_links;
    return sentence;
}

} // namespace glassformer
