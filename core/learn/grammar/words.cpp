#include "core/learn/grammar/words.h"

#include "core/learn/corpus/lexicon_table.h"

#include <algorithm>

namespace glassformer::grammar {
namespace {

std::set<std::string> setOf(const LexiconRow& row, const char* column)
{
    const std::vector<std::string> parts = row.list(column);
    return {parts.begin(), parts.end()};
}

using Table = std::vector<LexiconRow>;

std::vector<Noun> readNouns(const Table& table)
{
    std::vector<Noun> nouns;
    for (const LexiconRow& row : table) {
        Noun noun;
        noun.word_class = row.required("class");
        noun.tags = setOf(row, "tags");
        noun.english = row.required("english");
        noun.english_plural = row["english_plural"];
        noun.french = row.required("french");
        noun.french_plural = row["french_plural"];
        noun.feminine = row.choice<bool>("gender", {{"m", false}, {"f", true}});
        noun.chinese = row.required("chinese");
        noun.measure = row["measure"];
        nouns.push_back(std::move(noun));
    }
    return nouns;
}

AdjectivePlace placeOf(const LexiconRow& row)
{
    return row.choice<AdjectivePlace>("place",
        {{"after", AdjectivePlace::After}, {"before", AdjectivePlace::Before},
            {"colour", AdjectivePlace::Colour}, {"predicate", AdjectivePlace::Predicate},
            {"kind", AdjectivePlace::Kind}});
}

std::vector<Adjective> readAdjectives(const Table& table)
{
    std::vector<Adjective> adjectives;
    for (const LexiconRow& row : table) {
        Adjective adjective;
        adjective.english = row.required("english");
        adjective.comparative = row.required("comparative");
        adjective.superlative = row.required("superlative");
        adjective.masculine = row.required("masculine");
        adjective.feminine = row.required("feminine");
        adjective.masculine_plural = row.required("masculine_plural");
        adjective.feminine_plural = row.required("feminine_plural");
        adjective.before_vowel = row["before_vowel"];
        adjective.feeling = row["feeling"];
        adjective.chinese = row.required("chinese");
        adjective.place = placeOf(row);
        adjective.said_of = row.list("said_of");
        adjectives.push_back(std::move(adjective));
    }
    return adjectives;
}

/** Whether the lexicon has what a use speaks of, so that there is something to draw. */
bool hasAny(const std::vector<Noun>& nouns, const std::string& class_and_tag)
{
    return std::any_of(
        nouns.begin(), nouns.end(), [&class_and_tag](const Noun& noun) { return isOf(noun, class_and_tag); });
}

std::vector<Verb> readVerbs(const Table& table, const std::vector<Noun>& nouns)
{
    std::vector<Verb> verbs;
    for (const LexiconRow& row : table) {
        Verb verb;
        verb.english = row.required("english");
        verb.third = row.required("third");
        verb.past = row.required("past");
        verb.participle = row.required("participle");
        verb.ing = row.required("ing");
        verb.particle = row["particle"];
        verb.french = row.required("french");
        verb.french_tail = row["french_tail"];
        verb.french_preposition = row["french_preposition"];
        verb.chinese = row.required("chinese");
        verb.chinese_cannot = row["chinese_cannot"];
        verb.flags = setOf(row, "flags");
        for (const std::string& text : row.list("uses", ';')) {
            const std::vector<std::string> sides = splitCell(text, '>');
            if (sides.size() != 2)
                row.refuse(
                    Message::tr("the use \"%1\"", text), Message::tr("subject>object,object or subject>"));
            verb.uses.push_back(
                {sides[0], sides[1].empty() ? std::vector<std::string>{} : splitCell(sides[1], ',')});
        }
        for (const VerbUse& use : verb.uses) {
            std::vector<std::string> spoken_of = use.objects;
            spoken_of.push_back(use.subject);
            for (const std::string& each : spoken_of)
                if (!hasAny(nouns, each))
                    row.refuse(
                        Message::tr("the use of \"%1\"", each), Message::tr("a class and tag of nouns.tsv"));
        }
        verbs.push_back(std::move(verb));
    }
    return verbs;
}

std::map<std::string, Conjugation> readConjugations(const Table& table)
{
    std::map<std::string, Conjugation> verbs;
    for (const LexiconRow& row : table) {
        Conjugation verb;
        const char* persons[] = {"je", "tu", "il", "nous", "vous", "ils"};
        for (std::size_t person = 0; person < 6; ++person)
            verb.present[person] = row.required(persons[person]);
        verb.participle = row.required("participle");
        verb.future_stem = row.required("future_stem");
        verbs[row.required("infinitive")] = std::move(verb);
    }
    return verbs;
}

template <typename Word> const Word* named(const std::vector<Word>& words, const std::string& english)
{
    for (const Word& word : words)
        if (word.english == english)
            return &word;
    return nullptr;
}

/** Of several adjectives with one English form the one that can be said of the class. */
std::vector<const Adjective*> cuesOf(const LexiconRow& row, const char* column,
    const std::vector<Adjective>& adjectives, const std::vector<Noun>& nouns, const std::string& word_class)
{
    std::vector<const Adjective*> cues;
    for (const std::string& english : row.list(column)) {
        const Adjective* found = nullptr;
        for (const Adjective& adjective : adjectives)
            if (adjective.english == english)
                for (const Noun& noun : nouns)
                    if (!found && isOf(noun, word_class) && canBeSaidOf(adjective, noun))
                        found = &adjective;
        if (!found)
            found = named(adjectives, english);
        if (!found)
            row.refuse(Message::tr("the word \"%1\"", english), Message::tr("a word of the lexicon"));
        cues.push_back(found);
    }
    return cues;
}

/** Whether a verb has a use with these two classes; their tags aside. */
bool does(const Verb& verb, const std::string& subject, const std::string& object)
{
    const auto same_class = [](const std::string& one, const std::string& other) {
        return one.substr(0, one.find(':')) == other.substr(0, other.find(':'));
    };
    return std::any_of(verb.uses.begin(), verb.uses.end(), [&](const VerbUse& use) {
        return same_class(use.subject, subject)
            && std::any_of(use.objects.begin(), use.objects.end(),
                [&](const std::string& each) { return same_class(each, object); });
    });
}

std::vector<Frame> readFrames(const Table& table, const Words& words)
{
    std::vector<Frame> frames;
    for (const LexiconRow& row : table) {
        Frame frame;
        frame.kind = row.choice<FrameKind>("kind", {{"class", FrameKind::Class}, {"role", FrameKind::Role}});
        frame.use = row.choice<FrameUse>("use",
            {{"train", FrameUse::Training}, {"held", FrameUse::HeldOut}, {"plural", FrameUse::PluralOnly}});
        frame.subject = row.required("subject");
        frame.object = row.required("object");
        const std::string verb = row.required("verb");
        frame.verb = named(words.verbs, verb);
        // Of several verbs with one English form the one that this subject does to this object.
        for (const Verb& each : words.verbs)
            if (each.english == verb && does(each, frame.subject, frame.object)) {
                frame.verb = &each;
                break;
            }
        if (!frame.verb)
            row.refuse(Message::tr("the word \"%1\"", verb), Message::tr("a word of the lexicon"));
        frame.negated = row.choice<bool>("polarity", {{"neg", true}, {"pos", false}});
        frame.subject_cues = cuesOf(row, "subject_cues", words.adjectives, words.nouns, frame.subject);
        frame.object_cues = cuesOf(row, "object_cues", words.adjectives, words.nouns, frame.object);
        frames.push_back(std::move(frame));
    }
    return frames;
}

std::string keyOf(const Noun& noun)
{
    return noun.english;
}

std::string keyOf(const Adjective& adjective)
{
    return adjective.english;
}

std::string keyOf(const Verb& verb)
{
    return verb.particle.empty() ? verb.english : verb.english + " " + verb.particle;
}

/** Marks the words of a row of first_words.tsv. @throws Error if there is none */
template <typename Word> void markFirst(std::vector<Word>& words, const LexiconRow& row)
{
    const std::string key = row.required("word");
    bool is_known = false;
    for (Word& word : words)
        if (keyOf(word) == key)
            is_known = word.is_first = true;
    if (!is_known)
        row.refuse(Message::tr("the word \"%1\"", key), Message::tr("a word of the lexicon"));
}

enum class WordKind
{
    Noun,
    Verb,
    Adjective
};

} // namespace

Words::Words(const Files& files)
    : nouns(readNouns(readLexiconTable(files, "nouns.tsv")))
    , adjectives(readAdjectives(readLexiconTable(files, "adjectives.tsv")))
    , verbs(readVerbs(readLexiconTable(files, "verbs.tsv"), nouns))
    , conjugations(readConjugations(readLexiconTable(files, "conjugations.tsv")))
{
    for (const LexiconRow& row : readLexiconTable(files, "names.tsv"))
        names.push_back({row.required("name"), row.required("chinese"), {},
            row.choice<bool>("gender", {{"m", false}, {"f", true}})});
    for (const LexiconRow& row : readLexiconTable(files, "first_words.tsv"))
        switch (row.choice<WordKind>("kind",
            {{"noun", WordKind::Noun}, {"verb", WordKind::Verb}, {"adjective", WordKind::Adjective}})) {
        case WordKind::Noun:
            markFirst(nouns, row);
            break;
        case WordKind::Verb:
            markFirst(verbs, row);
            break;
        case WordKind::Adjective:
            markFirst(adjectives, row);
            break;
        }
    frames = readFrames(readLexiconTable(files, "frames.tsv"), *this);
    for (const LexiconRow& row : readLexiconTable(files, "sayings.tsv"))
        sayings.push_back({{row.required("english"), row.required("french"), row.required("chinese")}});
    for (const LexiconRow& row : readLexiconTable(files, "synonyms.tsv")) {
        const auto language = row.choice<std::size_t>("language", {{"en", 0}, {"zh", 2}});
        synonyms[language][row.required("word")] = row.list("others");
    }
}

const std::string& frenchForm(const Adjective& adjective, bool feminine, bool plural)
{
    if (plural)
        return feminine ? adjective.feminine_plural : adjective.masculine_plural;
    return feminine ? adjective.feminine : adjective.masculine;
}

bool isOf(const Noun& noun, const std::string& class_and_tag)
{
    const std::size_t colon = class_and_tag.find(':');
    if (noun.word_class != class_and_tag.substr(0, colon))
        return false;
    if (colon == std::string::npos)
        return true;
    const std::string tag = class_and_tag.substr(colon + 1);
    return noun.tags.count(tag) > 0 || noun.english == tag;
}

bool isGradable(const Adjective& adjective)
{
    return adjective.place == AdjectivePlace::Before || adjective.place == AdjectivePlace::After;
}

bool canBeSaidOf(const Adjective& adjective, const Noun& noun)
{
    return std::any_of(adjective.said_of.begin(), adjective.said_of.end(),
        [&noun](const std::string& word_class) { return isOf(noun, word_class); });
}

} // namespace glassformer::grammar
