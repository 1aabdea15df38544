#include "core/learn/corpus/lexicon.h"

#include "core/learn/corpus/lexicon_table.h"

#include <algorithm>

namespace glassformer {
namespace {

Noun nounFrom(const LexiconRow& row)
{
    return {row.required("class"), row.list("tags"), row.required("english"), row.required("english_plural"),
        row.required("french"), row.required("french_plural"),
        row.choice<bool>("gender", {{"m", false}, {"f", true}}), row.required("chinese"),
        row.required("measure")};
}

Adjective adjectiveFrom(const LexiconRow& row)
{
    return {row.required("english"), row.required("masculine"), row.required("feminine"),
        row.required("masculine_plural"), row.required("feminine_plural"), row["before_vowel"],
        row.required("chinese"),
        row.choice<AdjectivePlace>("place",
            {{"after", AdjectivePlace::After}, {"before", AdjectivePlace::Before},
                {"color", AdjectivePlace::Colour}}),
        row.list("said_of")};
}

Verb verbFrom(const LexiconRow& row)
{
    Verb verb{row.required("english"), row.required("third"), row.required("past"), row["preposition"],
        row.required("infinitive"), row.required("participle"), row.required("french_third"),
        row.required("french_third_plural"), row["french_preposition"], row.required("chinese"), false, false,
        false, {}};
    for (const std::string& flag : row.list("flags")) {
        verb.with_etre = verb.with_etre || flag == "être";
        verb.is_ability = verb.is_ability || flag == "can";
        verb.is_state = verb.is_state || flag == "state";
    }
    for (const std::string& use : row.list("uses", ';')) {
        const std::vector<std::string> sides = splitCell(use, '>');
        if (sides.size() != 2 || sides[0].empty())
            row.refuse(Message::tr("the use \"%1\"", use), Message::tr("subject>object,object or subject>"));
        verb.uses.push_back(
            {sides[0], sides[1].empty() ? std::vector<std::string>{} : splitCell(sides[1], ',')});
    }
    return verb;
}

template <typename Word>
const Word* find(const std::vector<Word>& words, const std::string& english, const LexiconRow& row)
{
    const auto found = std::find_if(
        words.begin(), words.end(), [&english](const Word& word) { return word.english == english; });
    if (found == words.end())
        row.refuse(Message::tr("the word \"%1\"", english), Message::tr("a word of the lexicon"));
    return &*found;
}

Frame frameFrom(const LexiconRow& row, const Lexicon& lexicon)
{
    Frame frame;
    frame.kind = row.choice<FrameKind>("kind", {{"class", FrameKind::Class}, {"role", FrameKind::Role}});
    frame.use = row.choice<FrameUse>("use",
        {{"train", FrameUse::Training}, {"held", FrameUse::HeldOut}, {"plural", FrameUse::PluralOnly}});
    frame.verb = find(lexicon.verbs, row.required("verb"), row);
    frame.subject = row.required("subject");
    frame.object = row.required("object");
    frame.negated = row.choice<bool>("polarity", {{"neg", true}, {"pos", false}});
    for (const std::string& cue : row.list("subject_cues"))
        frame.subject_cues.push_back(find(lexicon.adjectives, cue, row));
    for (const std::string& cue : row.list("object_cues"))
        frame.object_cues.push_back(find(lexicon.adjectives, cue, row));
    if (frame.subject_cues.empty() || frame.object_cues.empty())
        row.refuse(Message::tr("no cue on one side"), Message::tr("at least one adjective for each noun"));
    return frame;
}

} // namespace

Lexicon::Lexicon(const Files& files)
{
    for (const LexiconRow& row : readLexiconTable(files, "nouns.tsv"))
        nouns.push_back(nounFrom(row));
    for (const LexiconRow& row : readLexiconTable(files, "adjectives.tsv"))
        adjectives.push_back(adjectiveFrom(row));
    for (const LexiconRow& row : readLexiconTable(files, "verbs.tsv"))
        verbs.push_back(verbFrom(row));
    for (const LexiconRow& row : readLexiconTable(files, "frames.tsv"))
        frames.push_back(frameFrom(row, *this));
}

bool isOf(const Noun& noun, const std::string& class_and_tag)
{
    const std::size_t colon = class_and_tag.find(':');
    if (noun.word_class != class_and_tag.substr(0, colon))
        return false;
    return colon == std::string::npos
        || std::find(noun.tags.begin(), noun.tags.end(), class_and_tag.substr(colon + 1)) != noun.tags.end();
}

bool isFormOf(const std::string& word, const Noun& noun, Language language)
{
    switch (language) {
    case Language::English:
        return word == noun.english || word == noun.english_plural;
    case Language::French:
        return word == noun.french || word == noun.french_plural;
    case Language::Chinese:
        break;
    }
    return word == noun.chinese;
}

bool isFormOf(const std::string& word, const Adjective& adjective, Language language)
{
    switch (language) {
    case Language::English:
        return word == adjective.english;
    case Language::French:
        return word == adjective.masculine || word == adjective.feminine || word == adjective.masculine_plural
            || word == adjective.feminine_plural;
    case Language::Chinese:
        break;
    }
    return word == adjective.chinese;
}

bool canBeSaidOf(const Adjective& adjective, const Noun& noun)
{
    return std::any_of(adjective.said_of.begin(), adjective.said_of.end(),
        [&noun](const std::string& said_of) { return isOf(noun, said_of); });
}

} // namespace glassformer
