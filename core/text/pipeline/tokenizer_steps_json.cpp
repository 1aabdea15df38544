#include "core/text/pipeline/tokenizer_steps_json.h"

#include "core/file/printable.h"
#include "core/text/characters/base64.h"

#include <utility>

namespace glassformer {
namespace {

/** The field of the list in a Sequence, and what the components of one kind are called. */
struct Kind
{
    std::string_view list;
    std::string name;
};

[[noreturn]] void refuseComponent(const JsonField& field, const std::string& type, const Message& kind)
{
    field["type"].refuse(Message::tr("a %1 that Glassformer knows", kind),
        Message::tr("the %1 \"%2\"", kind, printable(type)),
        Message::tr("This tokenizer cannot be used yet."));
}

/** Calls read(component, type) for every component, those of a Sequence one by one. */
template <typename Read> void readComponents(const JsonField& field, const Kind& kind, Read read)
{
    if (field.json().isNull())
        return;
    const std::string& type = field["type"].text();
    if (type != "Sequence")
        return read(field, type);
    const JsonField list = field[kind.list];
    for (std::size_t i = 0; i < list.size(); ++i)
        readComponents(list.at(i), kind, read);
}

std::u32string characters(const JsonField& field)
{
    return codes(field.text());
}

char32_t oneCharacter(const JsonField& field)
{
    const std::u32string text = characters(field);
    if (text.size() != 1)
        field.refuse(Message::tr("one character"));
    return text.front();
}

TextPattern readPattern(const JsonField& field)
{
    if (const auto literal = field.find("String")) {
        if (literal->text().empty())
            literal->refuse(Message::tr("at least one character"));
        return TextPattern::literal(characters(*literal));
    }
    const JsonField expression = field["Regex"];
    if (std::optional<TextPattern> known = TextPattern::expression(expression.text()))
        return *known;
    expression.refuse(Message::tr("a regular expression that Glassformer knows"),
        Message::tr("the expression \"%1\"", expression.text().substr(0, 400)),
        Message::tr("This tokenizer cannot be used yet."));
}

pre_tokenize::Delimiter readDelimiter(const JsonField& field)
{
    using pre_tokenize::Delimiter;
    const std::string& name =
        field.oneOf({"Removed", "Isolated", "MergedWithPrevious", "MergedWithNext", "Contiguous"});
    if (name == "Removed")
        return Delimiter::Removed;
    if (name == "Isolated")
        return Delimiter::Isolated;
    if (name == "MergedWithPrevious")
        return Delimiter::MergedWithPrevious;
    return name == "MergedWithNext" ? Delimiter::MergedWithNext : Delimiter::Contiguous;
}

/** Older files say add_prefix_space instead of prepend_scheme. */
pre_tokenize::PrependScheme readPrependScheme(const JsonField& field)
{
    using pre_tokenize::PrependScheme;
    if (const auto scheme = field.find("prepend_scheme")) {
        const std::string& name = scheme->oneOf({"first", "never", "always"});
        if (name == "first")
            return PrependScheme::First;
        return name == "never" ? PrependScheme::Never : PrependScheme::Always;
    }
    return flagOr(field, "add_prefix_space", true) ? PrependScheme::Always : PrependScheme::Never;
}

/** A table of replacements in base64; null or "" is a table without any. */
normalize::Precompiled readPrecompiled(const JsonField& field)
{
    const std::optional<std::string> bytes =
        field.json().isNull() ? std::string() : bytesOfBase64(field.text());
    if (!bytes)
        field.refuse(Message::tr("a table in base64"));
    return {std::make_shared<const Charsmap>(Charsmap::fromBytes(*bytes, field.where()))};
}

NormalizerStep readNormalizerStep(const JsonField& field, const std::string& type)
{
    if (type == "NFC")
        return normalize::Form{NormalForm::C};
    if (type == "NFD")
        return normalize::Form{NormalForm::D};
    if (type == "NFKC")
        return normalize::Form{NormalForm::KC};
    if (type == "NFKD")
        return normalize::Form{NormalForm::KD};
    if (type == "Lowercase")
        return normalize::Lowercase{};
    if (type == "StripAccents")
        return normalize::StripAccents{};
    if (type == "Strip")
        return normalize::Strip{flagOr(field, "strip_left", true), flagOr(field, "strip_right", true)};
    if (type == "Replace")
        return normalize::Replace{readPattern(field["pattern"]), characters(field["content"])};
    if (type == "Prepend")
        return normalize::Prepend{characters(field["prepend"])};
    if (type == "Nmt")
        return normalize::Nmt{};
    if (type == "Precompiled")
        return readPrecompiled(field["precompiled_charsmap"]);
    if (type == "ByteLevel")
        return normalize::ByteLevel{};
    if (type == "BertNormalizer") {
        const bool lowercases = flagOr(field, "lowercase", true);
        return normalize::Bert{flagOr(field, "clean_text", true), flagOr(field, "handle_chinese_chars", true),
            flagOr(field, "strip_accents", lowercases), lowercases};
    }
    refuseComponent(field, type, Message::tr("normalizer"));
}

PreTokenizerStep readPreTokenizerStep(const JsonField& field, const std::string& type)
{
    if (type == "ByteLevel")
        return pre_tokenize::ByteLevel{
            flagOr(field, "add_prefix_space", true), flagOr(field, "use_regex", true)};
    if (type == "Whitespace")
        return pre_tokenize::Whitespace{};
    if (type == "WhitespaceSplit")
        return pre_tokenize::WhitespaceSplit{};
    if (type == "BertPreTokenizer")
        return pre_tokenize::Bert{};
    if (type == "Metaspace")
        return pre_tokenize::Metaspace{
            oneCharacter(field["replacement"]), readPrependScheme(field), flagOr(field, "split", true)};
    if (type == "Split")
        return pre_tokenize::Split{
            readPattern(field["pattern"]), readDelimiter(field["behavior"]), flagOr(field, "invert", false)};
    if (type == "Punctuation") {
        const auto behavior = field.find("behavior");
        return pre_tokenize::Punctuation{
            behavior ? readDelimiter(*behavior) : pre_tokenize::Delimiter::Isolated};
    }
    if (type == "Digits")
        return pre_tokenize::Digits{flagOr(field, "individual_digits", false)};
    refuseComponent(field, type, Message::tr("pre-tokenizer"));
}

DecoderStep readDecoderStep(const JsonField& field, const std::string& type)
{
    constexpr std::int64_t most = 1'000'000;
    if (type == "ByteLevel")
        return decode_step::ByteLevel{};
    if (type == "WordPiece")
        return decode_step::WordPiece{textOr(field, "prefix", "##"), flagOr(field, "cleanup", true)};
    if (type == "Metaspace")
        return decode_step::Metaspace{oneCharacter(field["replacement"]),
            readPrependScheme(field) == pre_tokenize::PrependScheme::Never};
    if (type == "ByteFallback")
        return decode_step::ByteFallback{};
    if (type == "Fuse")
        return decode_step::Fuse{};
    if (type == "Strip")
        return decode_step::Strip{oneCharacter(field["content"]),
            static_cast<std::size_t>(field["start"].integer(0, most)),
            static_cast<std::size_t>(field["stop"].integer(0, most))};
    if (type == "Replace")
        return decode_step::Replace{readPattern(field["pattern"]), characters(field["content"])};
    if (type == "BPEDecoder")
        return decode_step::Bpe{textOr(field, "suffix", "</w>")};
    refuseComponent(field, type, Message::tr("decoder"));
}

} // namespace

bool flagOr(const JsonField& object, std::string_view key, bool fallback)
{
    const auto field = object.find(key);
    return field && !field->json().isNull() ? field->boolean() : fallback;
}

std::string textOr(const JsonField& object, std::string_view key, const std::string& fallback)
{
    const auto field = object.find(key);
    return field && !field->json().isNull() ? field->text() : fallback;
}

std::vector<NormalizerStep> readNormalizer(const JsonField& field)
{
    std::vector<NormalizerStep> steps;
    readComponents(field, {"normalizers", "normalizer"}, [&](const JsonField& one, const std::string& type) {
        steps.push_back(readNormalizerStep(one, type));
    });
    return steps;
}

std::vector<PreTokenizerStep> readPreTokenizer(const JsonField& field)
{
    std::vector<PreTokenizerStep> steps;
    readComponents(
        field, {"pretokenizers", "pre-tokenizer"}, [&](const JsonField& one, const std::string& type) {
            steps.push_back(readPreTokenizerStep(one, type));
        });
    return steps;
}

std::vector<DecoderStep> readDecoder(const JsonField& field)
{
    std::vector<DecoderStep> steps;
    readComponents(field, {"decoders", "decoder"},
        [&](const JsonField& one, const std::string& type) { steps.push_back(readDecoderStep(one, type)); });
    return steps;
}

} // namespace glassformer
