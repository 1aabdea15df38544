#include "core/text/pipeline/tokenizer_json.h"

#include "core/file/printable.h"
#include "core/text/pipeline/tokenizer_steps_json.h"

#include <limits>
#include <optional>
#include <utility>

namespace glassformer {
namespace {

constexpr int max_segment = 1'000'000;

const Message remedy = Message::tr("Use the tokenizer.json that belongs to the model.");

int readId(const JsonField& field)
{
    return static_cast<int>(field.integer(0, max_vocabulary_size - 1));
}

Vocabulary readVocabulary(const JsonField& field)
{
    Vocabulary vocabulary;
    if (field.json().kind() == Json::Kind::Array) {
        // A list with scores, in which an entry may stand twice.
        for (std::size_t i = 0; i < field.size(); ++i) {
            if (field.at(i).size() != 2)
                field.at(i).refuse(Message::tr("a text and its score"));
            const JsonField text = field.at(i).at(0);
            vocabulary.addLast(text.text(), text.where());
        }
    } else {
        for (const JsonMember& member : field.members())
            vocabulary.add(member.key, readId(field[member.key]), field.where());
    }
    if (vocabulary.size() == 0)
        field.refuse(Message::tr("at least one entry"), Message::tr("no entry"), remedy);
    return vocabulary;
}

/** Both forms: "a b" and ["a", "b"]; only the second can hold entries with spaces. */
std::pair<std::string, std::string> readMerge(const JsonField& field)
{
    if (field.json().kind() == Json::Kind::Array) {
        if (field.size() != 2)
            field.refuse(Message::tr("two entries"), Message::tr("%1 entries", field.size()));
        return {field.at(0).text(), field.at(1).text()};
    }
    const std::string& line = field.text();
    const std::size_t space = line.find(' ');
    if (space == std::string::npos || line.find(' ', space + 1) != std::string::npos)
        field.refuse(Message::tr("two entries with one space between them"));
    return {line.substr(0, space), line.substr(space + 1)};
}

Bpe readBpe(const JsonField& model, const Vocabulary& vocabulary)
{
    if (const auto dropout = model.find("dropout"); dropout && !dropout->json().isNull())
        dropout->number(0, 0);
    BpeOptions options;
    options.unknown_id = vocabulary.find(textOr(model, "unk_token", {}));
    options.continuing_subword_prefix = textOr(model, "continuing_subword_prefix", {});
    options.end_of_word_suffix = textOr(model, "end_of_word_suffix", {});
    options.fuse_unk = flagOr(model, "fuse_unk", false);
    options.byte_fallback = flagOr(model, "byte_fallback", false);
    options.ignore_merges = flagOr(model, "ignore_merges", false);
    const JsonField list = model["merges"];
    std::vector<std::pair<std::string, std::string>> merges;
    merges.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
        merges.push_back(readMerge(list.at(i)));
    return Bpe(vocabulary, merges, std::move(options), list.where());
}

WordPiece readWordPiece(const JsonField& model, const Vocabulary& vocabulary)
{
    WordPiece::Options options;
    const JsonField unknown = model["unk_token"];
    const std::optional<int> id = vocabulary.find(unknown.text());
    if (!id)
        unknown.refuse(Message::tr("an entry of the vocabulary"));
    options.unknown_id = *id;
    options.continuing_subword_prefix = textOr(model, "continuing_subword_prefix", "##");
    if (const auto most = model.find("max_input_chars_per_word"))
        options.max_input_chars_per_word = static_cast<std::size_t>(most->integer(0, 1'000'000'000));
    return WordPiece(vocabulary, std::move(options));
}

/** Files of the first years do not name the model; it shows by its fields. */
std::string modelType(const JsonField& model)
{
    if (const auto type = model.find("type"))
        return type->text();
    return model.find("merges") ? "BPE" : "WordPiece";
}

UnigramWords readUnigram(const JsonField& model)
{
    const JsonField list = model["vocab"];
    std::vector<UnigramEntry> entries;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const JsonField entry = list.at(i);
        if (entry.size() != 2)
            entry.refuse(Message::tr("a text and its score"));
        const JsonField score = entry.at(1);
        entries.emplace_back(entry.at(0).text(),
            score.json().isNull() ? std::numeric_limits<double>::quiet_NaN() : score.number(-1e9, 1e9));
    }
    std::optional<int> unknown;
    if (const auto id = model.find("unk_id"); id && !id->json().isNull())
        unknown = static_cast<int>(id->integer(0, static_cast<std::int64_t>(entries.size()) - 1));
    return UnigramWords(
        Unigram::fromEntries(entries, unknown, flagOr(model, "byte_fallback", false), list.where()));
}

std::variant<Bpe, WordPiece, UnigramWords> readModel(const JsonField& model, const Vocabulary& vocabulary)
{
    const std::string type = modelType(model);
    if (type == "BPE")
        return readBpe(model, vocabulary);
    if (type == "WordPiece")
        return readWordPiece(model, vocabulary);
    if (type == "Unigram")
        return readUnigram(model);
    model.refuse(Message::tr("BPE, WordPiece or Unigram"), Message::tr("the model \"%1\"", printable(type)),
        Message::tr("This tokenizer cannot be used yet."));
}

std::vector<AddedToken> readAddedTokens(const JsonField& list, Vocabulary& vocabulary)
{
    std::vector<AddedToken> tokens;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const JsonField field = list.at(i);
        AddedToken token;
        token.id = readId(field["id"]);
        token.content = field["content"].text();
        if (token.content.empty() || token.content.size() > max_added_token_bytes)
            field["content"].refuse(Message::tr("a text of 1 to %1 bytes", max_added_token_bytes),
                Message::tr("%1 bytes", token.content.size()));
        token.single_word = flagOr(field, "single_word", false);
        token.lstrip = flagOr(field, "lstrip", false);
        token.rstrip = flagOr(field, "rstrip", false);
        token.special = flagOr(field, "special", false);
        token.normalized = flagOr(field, "normalized", !token.special);
        vocabulary.addBeside(token.content, token.id, field.where());
        tokens.push_back(std::move(token));
    }
    return tokens;
}

/** Puts the ids that a post-processor adds around those of the ones before it. */
class PostProcessorReader
{
public:
    explicit PostProcessorReader(PipelineParts& parts)
        : m_parts(parts)
    {
    }

    void read(const JsonField& field)
    {
        if (field.json().isNull())
            return;
        const std::string& type = field["type"].text();
        if (type == "Sequence") {
            const JsonField list = field["processors"];
            for (std::size_t i = 0; i < list.size(); ++i)
                read(list.at(i));
        } else if (type == "TemplateProcessing") {
            readTemplate(field);
        } else if (type == "BertProcessing" || type == "RobertaProcessing") {
            const int separator = pairId(field["sep"]);
            surround({pairId(field["cls"])}, {separator});
            if (type == "BertProcessing")
                m_parts.pair = {{separator}, 1};
            else
                m_parts.pair = {{separator, separator}, 0};
        } else if (type != "ByteLevel") { // which only shortens spans
            field["type"].refuse(Message::tr("a post-processor that Glassformer knows"),
                Message::tr("the post-processor \"%1\"", printable(type)),
                Message::tr("This tokenizer cannot be used yet."));
        }
    }

private:
    void surround(std::vector<int> before, const std::vector<int>& after)
    {
        before.insert(before.end(), m_parts.before.begin(), m_parts.before.end());
        m_parts.before = std::move(before);
        m_parts.after.insert(m_parts.after.end(), after.begin(), after.end());
    }

    int checkedId(const JsonField& field) const
    {
        return static_cast<int>(field.integer(0, m_parts.vocabulary.size() - 1));
    }

    /** ["</s>", 2] */
    int pairId(const JsonField& field) const
    {
        if (field.size() != 2)
            field.refuse(Message::tr("a token and its id"));
        return checkedId(field.at(1));
    }

    void readTemplate(const JsonField& field)
    {
        std::vector<int> around[2];
        bool is_behind = false;
        const JsonField single = field["single"];
        for (std::size_t i = 0; i < single.size(); ++i) {
            if (single.at(i).find("Sequence"))
                is_behind = true;
            else
                addIds(around[is_behind ? 1 : 0], field, single.at(i));
        }
        surround(std::move(around[0]), around[1]);
        if (const auto pair = field.find("pair"); pair && !pair->json().isNull())
            readPair(field, *pair);
    }

    /** What stands between the two sequences, and the type of the second. */
    void readPair(const JsonField& field, const JsonField& pair)
    {
        int sequences = 0;
        m_parts.pair = {};
        for (std::size_t i = 0; i < pair.size(); ++i) {
            if (const auto sequence = pair.at(i).find("Sequence")) {
                ++sequences;
                m_parts.pair.second_segment =
                    static_cast<int>((*sequence)["type_id"].integer(0, max_segment));
            } else if (sequences == 1) {
                addIds(m_parts.pair.between, field, pair.at(i));
            }
        }
    }

    /** The ids of a special token of a template. */
    void addIds(std::vector<int>& list, const JsonField& field, const JsonField& part) const
    {
        const std::string& name = part["SpecialToken"]["id"].text();
        const JsonField ids = field["special_tokens"][name]["ids"];
        for (std::size_t i = 0; i < ids.size(); ++i)
            list.push_back(checkedId(ids.at(i)));
    }

    PipelineParts& m_parts;
};

/** Start and end token where the settings ask for them, in place of what the post-processor puts around. */
void surroundAsAsked(PipelineParts& parts, const TokenSettings& settings)
{
    if (!settings.adds_start && !settings.adds_end)
        return;
    parts.before.clear();
    parts.after.clear();
    if (settings.adds_start.value_or(true) && parts.special.start >= 0)
        parts.before = {parts.special.start};
    if (settings.adds_end.value_or(false) && parts.special.end >= 0)
        parts.after = {parts.special.end};
}

JsonField fieldOrNull(const JsonField& root, std::string_view key)
{
    static const Json null(nullptr);
    const auto field = root.find(key);
    return field ? *field : JsonField(null, root.where());
}

} // namespace

PipelineTokenizer readTokenizerJson(const JsonField& root, const TokenSettings& settings)
{
    const JsonField model = root["model"];
    Vocabulary vocabulary = readVocabulary(model["vocab"]);
    PipelineParts parts{.model = readModel(model, vocabulary)};
    parts.vocabulary = std::move(vocabulary);
    if (const auto added = root.find("added_tokens"); added && !added->json().isNull())
        parts.added = readAddedTokens(*added, parts.vocabulary);
    addTokens(parts.added, settings.tokens, parts.vocabulary, root.where());
    parts.normalizer = readNormalizer(fieldOrNull(root, "normalizer"));
    parts.pre_tokenizer = readPreTokenizer(fieldOrNull(root, "pre_tokenizer"));
    PostProcessorReader(parts).read(fieldOrNull(root, "post_processor"));
    parts.decoder = readDecoder(fieldOrNull(root, "decoder"));
    parts.special = specialTokensOf(parts.vocabulary, settings.names);
    surroundAsAsked(parts, settings);
    return PipelineTokenizer(std::move(parts));
}

} // namespace glassformer
