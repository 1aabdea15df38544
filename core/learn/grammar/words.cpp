#include "core/learn/grammar/words.h"

#include "core/error.h"

#include <algorithm>

namespace glassformer::grammar {
namespace {

constexpr std::uint64_t largest_file = 16u << 20;

std::vector<std::string> split(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end - begin));
        if (end == std::string::npos)
            return parts;
        begin = end + 1;
    }
}

/** A table: the first line names the columns. "-" stands for nothing. */
class Table
{
public:
    Table(const Files& files, const char* name)
        : m_name(files.where(name))
    {
        const std::string bytes = files.bytes(name, largest_file);
        for (std::string line : split(bytes, '\n')) {
            if (!line.empty() && line.back() == '\r')
                line.pop_back();
            ++m_lines;
            if (line.empty())
                continue;
            std::vector<std::string> cells = split(line, '\t');
            if (m_columns.empty()) {
                m_columns = std::move(cells);
                continue;
            }
            if (cells.size() != m_columns.size())
                refuse(m_lines, Message::tr("%1 cells", cells.size()),
                    Message::tr("%1 cells", m_columns.size()));
            m_rows.push_back({m_lines, std::move(cells)});
        }
    }

    struct Row
    {
        int line = 0;
        std::vector<std::string> cells;
    };

    const std::vector<Row>& rows() const { return m_rows; }

    std::string cell(const Row& row, const char* column) const
    {
        const auto at = std::find(m_columns.begin(), m_columns.end(), column);
        if (at == m_columns.end())
            refuse(1, Message::tr("no column \"%1\"", std::string(column)),
                Message::tr("the columns that the other lexicons have"));
        const std::string& text = row.cells[static_cast<std::size_t>(at - m_columns.begin())];
        return text == "-" ? std::string() : text;
    }

    std::string need(const Row& row, const char* column) const
    {
        std::string text = cell(row, column);
        if (text.empty())
            refuse(row.line, Message::tr("nothing in the column \"%1\"", std::string(column)),
                Message::tr("a known value"));
        return text;
    }

    [[noreturn]] void refuse(int line, Message found, Message expected) const
    {
        throw Error({std::move(found), m_name + ":" + std::to_string(line), std::move(expected), {}});
    }

private:
    std::string m_name;
    std::vector<std::string> m_columns;
    std::vector<Row> m_rows;
    int m_lines = 0;
};

std::set<std::string> setOf(const std::string& cell)
{
    if (cell.empty())
        return {};
    const std::vector<std::string> parts = split(cell, ',');
    return {parts.begin(), parts.end()};
}

std::vector<Noun> readNouns(const Table& table)
{
    std::vector<Noun> nouns;
    for (const Table::Row& row : table.rows()) {
        Noun noun;
        noun.word_class = table.need(row, "class");
        noun.tags = setOf(table.cell(row, "tags"));
        noun.english = table.need(row, "english");
        noun.english_plural = table.cell(row, "english_plural");
        noun.french = table.need(row, "french");
        noun.french_plural = table.cell(row, "french_plural");
        const std::string gender = table.need(row, "gender");
        if (gender != "m" && gender != "f")
            table.refuse(row.line, Message::tr("\"%1\" in the column \"%2\"", gender, std::string("gender")),
                Message(std::string("m, f")));
        noun.feminine = gender == "f";
        noun.chinese = table.need(row, "chinese");
        noun.measure = table.cell(row, "measure");
        nouns.push_back(std::move(noun));
    }
    return nouns;
}

AdjectivePlace placeOf(const Table& table, const Table::Row& row)
{
    static const std::map<std::string, AdjectivePlace> places{{"after", AdjectivePlace::After},
        {"before", AdjectivePlace::Before}, {"colour", AdjectivePlace::Colour},
        {"predicate", AdjectivePlace::Predicate}, {"kind", AdjectivePlace::Kind}};
    const std::string text = table.need(row, "place");
    const auto found = places.find(text);
    if (found == places.end())
        table.refuse(row.line, Message::tr("\"%1\" in the column \"%2\"", text, std::string("place")),
            Message(std::string("after, before, colour, predicate, kind")));
    return found->second;
}

std::vector<Adjective> readAdjectives(const Table& table)
{
    std::vector<Adjective> adjectives;
    for (const Table::Row& row : table.rows()) {
        Adjective adjective;
        adjective.english = table.need(row, "english");
        adjective.comparative = table.need(row, "comparative");
        adjective.superlative = table.need(row, "superlative");
        adjective.masculine = table.need(row, "masculine");
        adjective.feminine = table.need(row, "feminine");
        adjective.masculine_plural = table.need(row, "masculine_plural");
        adjective.feminine_plural = table.need(row, "feminine_plural");
        adjective.before_vowel = table.cell(row, "before_vowel");
        adjective.feeling = table.cell(row, "feeling");
        adjective.chinese = table.need(row, "chinese");
        adjective.place = placeOf(table, row);
        adjective.said_of = split(table.need(row, "said_of"), ',');
        adjectives.push_back(std::move(adjective));
    }
    return adjectives;
}

std::vector<Verb> readVerbs(const Table& table)
{
    std::vector<Verb> verbs;
    for (const Table::Row& row : table.rows()) {
        Verb verb;
        verb.english = table.need(row, "english");
        verb.third = table.need(row, "third");
        verb.past = table.need(row, "past");
        verb.participle = table.need(row, "participle");
        verb.ing = table.need(row, "ing");
        verb.particle = table.cell(row, "particle");
        verb.french = table.need(row, "french");
        verb.french_tail = table.cell(row, "french_tail");
        verb.french_preposition = table.cell(row, "french_preposition");
        verb.chinese = table.need(row, "chinese");
        verb.chinese_cannot = table.cell(row, "chinese_cannot");
        verb.flags = setOf(table.cell(row, "flags"));
        for (const std::string& text : split(table.need(row, "uses"), ';')) {
            const std::vector<std::string> sides = split(text, '>');
            if (sides.size() != 2)
                table.refuse(row.line, Message::tr("the use \"%1\"", text),
                    Message::tr("subject>object,object or subject>"));
            verb.uses.push_back(
                {sides[0], sides[1].empty() ? std::vector<std::string>{} : split(sides[1], ',')});
        }
        verbs.push_back(std::move(verb));
    }
    return verbs;
}

std::map<std::string, Conjugation> readConjugations(const Table& table)
{
    std::map<std::string, Conjugation> verbs;
    for (const Table::Row& row : table.rows()) {
        Conjugation verb;
        const char* persons[] = {"je", "tu", "il", "nous", "vous", "ils"};
        for (std::size_t person = 0; person < 6; ++person)
            verb.present[person] = table.need(row, persons[person]);
        verb.participle = table.need(row, "participle");
        verb.future_stem = table.need(row, "future_stem");
        verbs[table.need(row, "infinitive")] = std::move(verb);
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
std::vector<const Adjective*> cuesOf(const Table& table, const Table::Row& row, const char* column,
    const std::vector<Adjective>& adjectives, const std::vector<Noun>& nouns, const std::string& word_class)
{
    std::vector<const Adjective*> cues;
    for (const std::string& english : split(table.need(row, column), ',')) {
        const Adjective* found = nullptr;
        for (const Adjective& adjective : adjectives)
            if (adjective.english == english)
                for (const Noun& noun : nouns)
                    if (!found && isOf(noun, word_class) && canBeSaidOf(adjective, noun))
                        found = &adjective;
        if (!found)
            found = named(adjectives, english);
        if (!found)
            table.refuse(
                row.line, Message::tr("the word \"%1\"", english), Message::tr("a word of the lexicon"));
        cues.push_back(found);
    }
    return cues;
}

std::vector<Frame> readFrames(const Table& table, const Words& words)
{
    std::vector<Frame> frames;
    for (const Table::Row& row : table.rows()) {
        Frame frame;
        frame.kind = table.need(row, "kind") == "role" ? FrameKind::Role : FrameKind::Class;
        const std::string use = table.need(row, "use");
        frame.use = use == "held" ? FrameUse::HeldOut
            : use == "plural"     ? FrameUse::PluralOnly
                                  : FrameUse::Training;
        const std::string verb = table.need(row, "verb");
        frame.verb = named(words.verbs, verb);
        if (!frame.verb)
            table.refuse(
                row.line, Message::tr("the word \"%1\"", verb), Message::tr("a word of the lexicon"));
        frame.subject = table.need(row, "subject");
        frame.object = table.need(row, "object");
        frame.negated = table.need(row, "polarity") == "neg";
        frame.subject_cues = cuesOf(table, row, "subject_cues", words.adjectives, words.nouns, frame.subject);
        frame.object_cues = cuesOf(table, row, "object_cues", words.adjectives, words.nouns, frame.object);
        frames.push_back(std::move(frame));
    }
    return frames;
}

} // namespace

Words::Words(const Files& files)
    : nouns(readNouns({files, "nouns.tsv"}))
    , adjectives(readAdjectives({files, "adjectives.tsv"}))
    , verbs(readVerbs({files, "verbs.tsv"}))
    , conjugations(readConjugations({files, "conjugations.tsv"}))
{
    const Table name_table(files, "names.tsv");
    for (const Table::Row& row : name_table.rows())
        names.push_back({name_table.need(row, "name"), name_table.need(row, "chinese"),
            name_table.need(row, "gender") == "f"});
    frames = readFrames({files, "frames.tsv"}, *this);
    const Table saying_table(files, "sayings.tsv");
    for (const Table::Row& row : saying_table.rows())
        sayings.push_back({{saying_table.need(row, "english"), saying_table.need(row, "french"),
            saying_table.need(row, "chinese")}});
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

bool canBeSaidOf(const Adjective& adjective, const Noun& noun)
{
    return std::any_of(adjective.said_of.begin(), adjective.said_of.end(),
        [&noun](const std::string& word_class) { return isOf(noun, word_class); });
}

} // namespace glassformer::grammar
