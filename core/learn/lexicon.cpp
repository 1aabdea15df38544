#include "core/learn/lexicon.h"

#include "core/error.h"

#include <algorithm>
#include <map>

namespace glassformer {
namespace {

constexpr std::uint64_t largest_lexicon_file = 16u << 20;

std::vector<std::string> split(const std::string& text, char separator)
{
    std::vector<std::string> parts(1);
    for (const char c : text)
        if (c == separator)
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}

/** One line of a table, its cells by the names of their columns. */
class Row
{
public:
    Row(const std::vector<std::string>& columns, const std::string& line, std::string where)
        : m_where(std::move(where))
    {
        const std::vector<std::string> cells = split(line, '\t');
        if (cells.size() != columns.size())
            refuse(Message::tr("%1 cells", cells.size()), Message::tr("%1 cells", columns.size()));
        for (std::size_t i = 0; i < cells.size(); ++i)
            m_cells[columns[i]] = cells[i] == "-" ? "" : cells[i];
    }

    const std::string& operator[](const std::string& column) const
    {
        const auto found = m_cells.find(column);
        if (found == m_cells.end())
            refuse(Message::tr("no column \"%1\"", column),
                Message::tr("the columns that the other lexicons have"));
        return found->second;
    }
    const std::string& required(const std::string& column) const
    {
        const std::string& text = (*this)[column];
        if (text.empty())
            refuse(Message::tr("nothing in the column \"%1\"", column), Message::tr("a text"));
        return text;
    }
    std::vector<std::string> list(const std::string& column, char separator = ',') const
    {
        const std::string& text = (*this)[column];
        return text.empty() ? std::vector<std::string>{} : split(text, separator);
    }
    /** The value that a cell's text stands for. */
    template <typename Value>
    Value choice(const std::string& column, const std::map<std::string, Value>& choices) const
    {
        const auto found = choices.find((*this)[column]);
        if (found == choices.end())
            refuse(Message::tr("\"%1\" in the column \"%2\"", (*this)[column], column),
                Message::tr("a known value"));
        return found->second;
    }
    [[noreturn]] void refuse(const Message& found, const Message& expected) const
    {
        throw Error({found, m_where, expected, {}});
    }

private:
    std::map<std::string, std::string> m_cells;
    std::string m_where;
};

std::vector<Row> readTable(const Files& files, const std::string& name)
{
    std::vector<Row> rows;
    std::vector<std::string> columns;
    int number = 0;
    for (const std::string& line : split(files.bytes(name, largest_lexicon_file), '\n')) {
        ++number;
        if (line.empty())
            continue;
        if (columns.empty())
            columns = split(line, '\t');
        else
            rows.emplace_back(columns, line, files.where(name) + ", line " + std::to_string(number));
    }
    return rows;
}

Noun nounFrom(const Row& row)
{
    return {row.required("class"), row.list("tags"), row.required("english"), row.required("english_plural"),
        row.required("french"), row.required("french_plural"),
        row.choice<bool>("gender", {{"m", false}, {"f", true}}), row.required("chinese"),
        row.required("measure")};
}

Adjective adjectiveFrom(const Row& row)
{
    return {row.required("english"), row.required("masculine"), row.required("feminine"),
        row.required("masculine_plural"), row.required("feminine_plural"), row["before_vowel"],
        row.required("chinese"),
        row.choice<AdjectivePlace>("place",
            {{"after", AdjectivePlace::After}, {"before", AdjectivePlace::Before},
                {"color", AdjectivePlace::Colour}}),
        row.list("said_of")};
}

Verb verbFrom(const Row& row)
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
        const std::vector<std::string> sides = split(use, '>');
        if (sides.size() != 2 || sides[0].empty())
            row.refuse(Message::tr("the use \"%1\"", use), Message::tr("subject>object,object or subject>"));
        verb.uses.push_back({sides[0], sides[1].empty() ? std::vector<std::string>{} : split(sides[1], ',')});
    }
    return verb;
}

template <typename Word>
const Word* find(const std::vector<Word>& words, const std::string& english, const Row& row)
{
    const auto found = std::find_if(
        words.begin(), words.end(), [&english](const Word& word) { return word.english == english; });
    if (found == words.end())
        row.refuse(Message::tr("the word \"%1\"", english), Message::tr("a word of the lexicon"));
    return &*found;
}

Frame frameFrom(const Row& row, const Lexicon& lexicon)
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
    for (const Row& row : readTable(files, "nouns.tsv"))
        nouns.push_back(nounFrom(row));
    for (const Row& row : readTable(files, "adjectives.tsv"))
        adjectives.push_back(adjectiveFrom(row));
    for (const Row& row : readTable(files, "verbs.tsv"))
        verbs.push_back(verbFrom(row));
    for (const Row& row : readTable(files, "frames.tsv"))
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
