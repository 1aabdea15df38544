#include "core/trace/record/recorded_cuts.h"

#include "core/file/json/strict_json.h"

#include <cmath>
#include <functional>
#include <limits>

namespace glassformer {
namespace {

constexpr std::size_t most_steps = 100'000;
constexpr std::int64_t largest_rank = 1'000'000'000;

template <typename Value, typename Item> Json listOf(const std::vector<Value>& values, Item item)
{
    std::vector<Json> items;
    for (const Value& value : values)
        items.push_back(item(value));
    return Json::array(std::move(items));
}

Json textsOf(const std::vector<std::string>& texts)
{
    return listOf(texts, [](const std::string& text) { return Json(text); });
}

Json spanOf(const TextSpan& span)
{
    return Json::array({span.begin, span.end});
}

Json stepOf(const CutStep& step)
{
    return Json::object({{"span", spanOf(step.span)}, {"piece", step.piece}, {"tried", textsOf(step.tried)}});
}

Json mergeOf(const MergeStep& merge)
{
    return Json::object({{"left", merge.left}, {"right", merge.right}, {"merged", merge.merged},
        {"rank", merge.rank}, {"place", merge.place}, {"span", spanOf(merge.span)}});
}

/** A piece of no probability has no number that JSON knows. */
Json choiceOf(const PieceChoice& choice)
{
    return Json::object({{"span", spanOf(choice.span)}, {"piece", choice.piece},
        {"score", std::isfinite(choice.score) ? Json(choice.score) : Json(nullptr)}});
}

Json wordOf(const WordCut& word)
{
    std::vector<JsonMember> members{
        {"span", spanOf(word.span)}, {"first", word.first_token}, {"count", word.token_count}};
    if (!word.steps.empty())
        members.push_back({"steps", listOf(word.steps, stepOf)});
    if (!word.symbols.empty())
        members.push_back({"symbols", textsOf(word.symbols)});
    if (!word.merges.empty())
        members.push_back({"merges", listOf(word.merges, mergeOf)});
    if (!word.choices.empty())
        members.push_back({"choices", listOf(word.choices, choiceOf)});
    return Json::object(std::move(members));
}

/** Reads the words of one text. */
class CutReader
{
public:
    CutReader(std::size_t tokens, std::size_t text_size)
        : m_tokens(static_cast<std::int64_t>(tokens))
        , m_text_size(static_cast<std::int64_t>(text_size))
    {
    }

    WordCut word(const JsonField& field) const
    {
        field.requireOnly({"span", "first", "count", "steps", "symbols", "merges", "choices"});
        WordCut word;
        word.span = span(field["span"]);
        const std::int64_t first = field["first"].integer(0, m_tokens);
        word.first_token = static_cast<std::size_t>(first);
        word.token_count = static_cast<std::size_t>(field["count"].integer(0, m_tokens - first));
        word.steps =
            list<CutStep>(field, "steps", most_steps, [this](const JsonField& f) { return step(f); });
        word.symbols =
            list<std::string>(field, "symbols", max_word_steps, [](const JsonField& f) { return f.text(); });
        word.merges =
            list<MergeStep>(field, "merges", max_word_steps, [this](const JsonField& f) { return merge(f); });
        word.choices =
            list<PieceChoice>(field, "choices", most_steps, [this](const JsonField& f) { return choice(f); });
        return word;
    }

private:
    template <typename Value>
    static std::vector<Value> list(const JsonField& word, std::string_view key, std::size_t most,
        const std::function<Value(const JsonField&)>& read)
    {
        std::vector<Value> values;
        const auto field = word.find(key);
        if (!field)
            return values;
        if (field->size() > most)
            field->refuse(Message::tr("at most %1 entries", most), Message::tr("%1 entries", field->size()));
        for (std::size_t i = 0; i < field->size(); ++i)
            values.push_back(read(field->at(i)));
        return values;
    }

    TextSpan span(const JsonField& field) const
    {
        if (field.size() != 2)
            field.refuse(Message::tr("a begin and an end"));
        const std::int64_t begin = field.at(0).integer(0, m_text_size);
        return {static_cast<std::size_t>(begin),
            static_cast<std::size_t>(field.at(1).integer(begin, m_text_size))};
    }

    CutStep step(const JsonField& field) const
    {
        field.requireOnly({"span", "piece", "tried"});
        return {span(field["span"]), field["piece"].text(),
            list<std::string>(field, "tried", most_steps, [](const JsonField& f) { return f.text(); })};
    }

    MergeStep merge(const JsonField& field) const
    {
        field.requireOnly({"left", "right", "merged", "rank", "place", "span"});
        return {field["left"].text(), field["right"].text(), field["merged"].text(),
            static_cast<int>(field["rank"].integer(0, largest_rank)),
            static_cast<std::size_t>(field["place"].integer(0, largest_rank)), span(field["span"])};
    }

    PieceChoice choice(const JsonField& field) const
    {
        field.requireOnly({"span", "piece", "score"});
        const JsonField score = field["score"];
        constexpr double largest = std::numeric_limits<double>::max();
        return {span(field["span"]), field["piece"].text(),
            score.json().isNull() ? -std::numeric_limits<double>::infinity()
                                  : score.number(-largest, largest)};
    }

    const std::int64_t m_tokens, m_text_size;
};

} // namespace

std::string cutsText(const std::vector<WordCut>& words)
{
    return jsonText(listOf(words, wordOf));
}

std::vector<WordCut> cutsFromText(
    const std::string& json, const std::string& where, std::size_t tokens, const std::string& text)
{
    const Json root = parseJson(json, where);
    const JsonField field(root, where);
    const CutReader reader(tokens, text.size());
    std::vector<WordCut> words;
    for (std::size_t i = 0; i < field.size(); ++i)
        words.push_back(reader.word(field.at(i)));
    return words;
}

} // namespace glassformer
