#include "core/learn/grammar/composer/told_frames.h"

#include <algorithm>

namespace glassformer::grammar {
namespace {

constexpr Joint because{"because", "parce que", "，因为"};
constexpr Joint because_first{"because", "parce que", "因为"};
constexpr Joint comma{",", ",", "，"};

const std::string& formOf(const Noun& noun, bool plural, Language language)
{
    if (language == Language::Chinese)
        return noun.chinese;
    if (language == Language::French)
        return plural ? noun.french_plural : noun.french;
    return plural ? noun.english_plural : noun.english;
}

bool isFormOf(const std::string& word, const Adjective& adjective, Language language)
{
    if (language == Language::English)
        return word == adjective.english || word == adjective.comparative || word == adjective.superlative;
    if (language == Language::Chinese)
        return word == adjective.chinese;
    return word == adjective.masculine || word == adjective.feminine || word == adjective.masculine_plural
        || word == adjective.feminine_plural
        || (!word.empty() && (word == adjective.before_vowel || word == adjective.feeling));
}

/** Every noun whose form stands in the text, be it as a part of another word: who tells the sentence finds out. */
std::vector<Nominal> nounsIn(const Words& words, std::string_view text, Language language)
{
    std::vector<Nominal> found;
    for (const Noun& noun : words.nouns)
        for (const bool plural : {false, true}) {
            const std::string& form = formOf(noun, plural, language);
            if (!form.empty() && text.find(form) != std::string_view::npos)
                found.push_back({.noun = &noun, .plural = plural});
        }
    return found;
}

/** All that a frame says of these two, in either order of its clauses. */
void addTellings(ToldFrame told, const FrenchVerbs& verbs, const std::string& beginning, Language language,
    std::map<std::string, double>& sums)
{
    for (const bool clause_first : {false, true})
        for (const bool subject_is_meant : {false, true})
            for (const Tense tense : {Tense::Past, Tense::Present}) {
                told.clause_first = clause_first;
                told.subject_is_meant = subject_is_meant;
                told.tense = tense;
                const auto& cues = subject_is_meant ? told.frame->subject_cues : told.frame->object_cues;
                for (const Adjective* cue : cues)
                    for (const Degree degree : {Degree::Too, Degree::Very, Degree::Plain}) {
                        if (told.frame->negated && degree != Degree::Too)
                            continue;
                        told.cue = cue;
                        told.degree = degree;
                        const std::string text =
                            tell(utteranceOf(told), verbs).text[static_cast<std::size_t>(language)];
                        if (text.rfind(beginning, 0) == 0)
                            sums[text] += 1.0 / static_cast<double>(cues.size());
                    }
            }
}

} // namespace

Nominal pronounFor(const Nominal& meant)
{
    Nominal nominal;
    nominal.stands_for_person = meant.isPerson();
    nominal.stands_for_feminine = meant.isFeminine();
    nominal.stands_for_other_number = !meant.pronoun && meant.isPlural() != meant.isFrenchPlural();
    nominal.pronoun = meant.isPlural() ? Who::They
        : !meant.isPerson()            ? Who::It
        : meant.isFeminine()           ? Who::She
                                       : Who::He;
    return nominal;
}

Utterance utteranceOf(const ToldFrame& told)
{
    const bool subject_is_meant = told.subject_is_meant;
    Clause main;
    main.verb = told.frame->verb;
    main.subject = told.subject;
    main.object = told.object;
    main.negated = told.frame->negated;
    main.tense = told.tense;
    main.modal = told.could ? Modal::Can : Modal::None;
    main.marks_past = false;
    Clause reason;
    reason.kind = Clause::Kind::Is;
    reason.subject = pronounFor(subject_is_meant ? told.subject : told.object);
    reason.adjective = told.cue;
    reason.degree = told.degree;
    reason.tense = told.tense;
    reason.marks_past = false;

    Utterance said;
    if (told.clause_first)
        said.add(&because_first, std::move(reason));
    Clause& what = said.add(told.clause_first ? &comma : nullptr, std::move(main));
    Clause& why = told.clause_first ? said.parts.front().clause : said.add(&because, std::move(reason));
    said.kind = told.frame->kind == FrameKind::Role ? SentenceKind::RoleTwin : SentenceKind::ClassTwin;
    said.pronoun = &why.subject;
    said.cue = &why.adjective;
    said.antecedent = subject_is_meant ? &what.subject : &*what.object;
    said.rival = subject_is_meant ? &*what.object : &what.subject;
    said.clause_first = told.clause_first;
    return said;
}

std::map<std::string, double> sayings(const Words& words, const std::string& beginning, Language language)
{
    const std::vector<Nominal> nouns = nounsIn(words, beginning, language);
    const FrenchVerbs verbs(words.conjugations);
    std::map<std::string, double> texts;
    for (const Frame& frame : words.frames)
        for (const Nominal& subject : nouns) {
            if (!isOf(*subject.noun, frame.subject) || (frame.use == FrameUse::PluralOnly && !subject.plural))
                continue;
            for (const Nominal& object : nouns)
                if (object.noun != subject.noun && isOf(*object.noun, frame.object))
                    addTellings({&frame, subject, object}, verbs, beginning, language, texts);
        }
    double sum = 0;
    for (const auto& [text, share] : texts)
        sum += share;
    for (auto& [text, share] : texts)
        share /= sum;
    return texts;
}

bool canBeSaidOf(const Words& words, const std::string& adjective, const std::string& noun, Language language)
{
    return std::any_of(words.nouns.begin(), words.nouns.end(), [&](const Noun& known) {
        if (noun != formOf(known, false, language) && noun != formOf(known, true, language))
            return false;
        return std::any_of(words.adjectives.begin(), words.adjectives.end(), [&](const Adjective& said) {
            return isFormOf(adjective, said, language) && canBeSaidOf(said, known);
        });
    });
}

} // namespace glassformer::grammar
