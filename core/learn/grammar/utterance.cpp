#include "core/learn/grammar/utterance.h"

#include "core/learn/grammar/english/english.h"
#include "core/learn/grammar/french/french.h"
#include "core/learn/grammar/relations.h"

#include <algorithm>
#include <utility>

namespace glassformer::grammar {
namespace {

/** A joint that begins with a sign: the sign stands without a blank, the rest is words. */
template <typename Realizer> void sayJoint(Realizer& language, std::string_view text)
{
    if (!text.empty() && std::string_view(",.;").find(text[0]) != std::string_view::npos) {
        language.addSign(text.substr(0, 1));
        text.remove_prefix(text.size() > 1 && text[1] == ' ' ? 2 : 1);
    }
    language.add(text);
}

/** 我们到的时候，他们在打牌: the joint stands behind what comes first then. */
void sayParts(Chinese& chinese, const Utterance& utterance)
{
    if (utterance.turns_in_chinese) {
        chinese.say(utterance.parts[1].clause);
        chinese.add(utterance.parts[1].joint->chinese);
        return chinese.say(utterance.parts[0].clause);
    }
    for (const Utterance::Part& part : utterance.parts) {
        if (part.joint)
            chinese.add(part.joint->chinese);
        chinese.say(part.clause);
    }
}

WordLink linkOf(const void* part, const std::array<Spoken, language_count>& said)
{
    WordLink link{};
    for (std::size_t language = 0; language < language_count; ++language) {
        const auto found = said[language].spans.find(part);
        if (found != said[language].spans.end())
            link[language] = found->second;
    }
    return link;
}

} // namespace

Clause& Utterance::add(const Joint* joint, Clause clause)
{
    parts.push_back({joint, std::move(clause)});
    return parts.back().clause;
}

Sentence tell(const Utterance& utterance, const FrenchVerbs& verbs, const Synonyms* synonyms)
{
    English english(utterance.is_formal, utterance.is_casual);
    French french(verbs);
    Chinese chinese(utterance.chinese);
    for (const Utterance::Part& part : utterance.parts) {
        if (part.joint) {
            sayJoint(english, part.joint->english);
            sayJoint(french, part.joint->french);
        }
        english.say(part.clause);
        french.say(part.clause);
    }
    sayParts(chinese, utterance);
    const bool asks = utterance.end == '?', calls = utterance.end == '!';
    const char end[] = {utterance.end, 0};
    english.addSign(end);
    if (asks || calls)
        french.add(end);
    else
        french.addSign(end);
    chinese.add(asks ? "？" : calls ? "！" : "。");
    const bool varies = synonyms && utterance.synonyms_seed > 0;
    const bool is_contracted = utterance.is_casual && english.contract();
    const bool english_varied = varies && english.vary((*synonyms)[0], utterance.synonyms_seed);
    const bool chinese_varied = varies && chinese.vary((*synonyms)[2], utterance.synonyms_seed);
    const std::array<Spoken, language_count> said{english.finish(), french.finish(), chinese.finish()};

    Sentence sentence;
    for (std::size_t language = 0; language < language_count; ++language)
        sentence.text[language] = said[language].text;
    // What English alone says is nothing to align.
    for (const auto& [part, span] : said[0].spans)
        if (said[1].spans.count(part) || said[2].spans.count(part))
            sentence.links.push_back(linkOf(part, said));
    // In the order of the text: addresses come as they may.
    std::sort(sentence.links.begin(), sentence.links.end(), [](const WordLink& one, const WordLink& other) {
        return std::pair(one[0].begin, one[0].end) < std::pair(other[0].begin, other[0].end);
    });
    sentence.relations = relationsOf(utterance, said[0]);
    sentence.kind = utterance.kind;
    sentence.clause_first = utterance.clause_first;
    sentence.is_usual = {!utterance.is_formal && !is_contracted && !english.saidWho()
            && utterance.is_usual_english && !english_varied,
        true, utterance.chinese.isUsual() && utterance.is_usual_chinese && !chinese_varied};
    if (utterance.antecedent && utterance.rival) {
        const Nominal &meant = *utterance.antecedent, &other = *utterance.rival;
        sentence.both_singular = !meant.isPlural() && !other.isPlural();
        sentence.numbers_differ = meant.isPlural() != other.isPlural();
        sentence.genders_differ = meant.isFeminine() != other.isFeminine();
    }
    if (utterance.pronoun)
        sentence.pronoun = linkOf(utterance.pronoun, said);
    if (utterance.antecedent) {
        sentence.antecedent = linkOf(utterance.antecedent, said);
        sentence.feminine = utterance.antecedent->isFeminine();
    }
    if (utterance.rival)
        sentence.rival = linkOf(utterance.rival, said);
    if (utterance.cue)
        sentence.cue = linkOf(utterance.cue, said);
    return sentence;
}

} // namespace glassformer::grammar
