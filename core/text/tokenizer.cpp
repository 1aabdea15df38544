#include "core/text/tokenizer.h"

#include "core/error.h"
#include "core/file/json/strict_json.h"
#include "core/text/characters/chinese_spacing.h"
#include "core/text/joiner/joiner_tokenizer.h"
#include "core/text/pipeline/pipeline_tokenizer.h"
#include "core/text/pipeline/tokenizer_json.h"
#include "core/text/sentence_piece/piece_tokenizer.h"
#include "core/text/shown_tokens.h"

#include <utility>
#include <vector>

namespace glassformer {
namespace {

/** Rows of an embedding table that no entry of the vocabulary belongs to. */
const std::string unused_entry = "<unused>";

template <typename Kind> SentencePair pairOf(const Kind& kind)
{
    return kind.pair();
}

/** The bundled models read one sentence. */
SentencePair pairOf(const JoinerTokenizer&)
{
    return {};
}

} // namespace

Tokenizer::Tokenizer(JoinerTokenizer tokenizer)
    : m_kind(std::make_shared<const JoinerTokenizer>(std::move(tokenizer)))
{
}

Tokenizer::Tokenizer(PipelineTokenizer tokenizer)
    : m_kind(std::make_shared<const PipelineTokenizer>(std::move(tokenizer)))
{
}

Tokenizer::Tokenizer(PieceTokenizer tokenizer)
    : m_kind(std::make_shared<const PieceTokenizer>(std::move(tokenizer)))
{
}

Tokenizer Tokenizer::fromJson(std::string_view json, const std::string& where)
{
    const Json root = parseJson(json, where);
    const JsonField field(root, where);
    if (field.find("format"))
        return JoinerTokenizer::fromJson(json, where);
    return readTokenizerJson(field, {});
}

std::string Tokenizer::toJson() const
{
    if (const auto* joiner = std::get_if<std::shared_ptr<const JoinerTokenizer>>(&m_kind))
        return (*joiner)->toJson();
    throw Error({.found = Message::tr("a tokenizer that was read from the files of another program"),
        .where = {},
        .expected = Message::tr("one that was trained here"),
        .remedy = Message::tr("Copy the files that it was read from.")});
}

Encoding Tokenizer::encode(std::string_view text, const std::string& target_language) const
{
    Encoding encoding =
        std::visit([&](const auto& kind) { return kind->encode(text, target_language); }, m_kind);
    tellParts(encoding.tokens);
    tellUnknown(encoding.tokens, specialTokens().unknown, text);
    return encoding;
}

std::string Tokenizer::decode(std::span<const int> ids) const
{
    std::vector<int> known;
    for (const int id : ids)
        if (id < size())
            known.push_back(id);
    return std::visit([&](const auto& kind) { return kind->decode(known); }, m_kind);
}

std::string Tokenizer::sentence(std::span<const int> ids) const
{
    std::string text = decode(ids);
    const auto* pipeline = std::get_if<std::shared_ptr<const PipelineTokenizer>>(&m_kind);
    return pipeline && (*pipeline)->cutsAtSpaces() ? withoutChineseSpaces(text) : text;
}

std::vector<Token> Tokenizer::tokens(std::span<const int> ids) const
{
    std::vector<Token> result;
    for (const int id : ids)
        result.push_back(token(id));
    tellParts(result);
    return result;
}

Token Tokenizer::token(int id) const
{
    if (id >= size())
        return {id, unused_entry, {}, true, false};
    return std::visit([&](const auto& kind) { return kind->token(id); }, m_kind);
}

int Tokenizer::size() const
{
    return std::visit([](const auto& kind) { return kind->size(); }, m_kind);
}

const SpecialTokens& Tokenizer::specialTokens() const
{
    return std::visit([](const auto& kind) -> const SpecialTokens& { return kind->specialTokens(); }, m_kind);
}

std::string Tokenizer::pairSeparator() const
{
    const std::vector<int> between =
        std::visit([](const auto& kind) { return pairOf(*kind).between; }, m_kind);
    std::string text;
    for (const int id : between)
        text += entry(id);
    return text;
}

const std::string& Tokenizer::entry(int id) const
{
    if (id >= size())
        return unused_entry;
    return std::visit([&](const auto& kind) -> const std::string& { return kind->entry(id); }, m_kind);
}

} // namespace glassformer
