#include "core/text/pipeline/text_pattern.h"

#include "core/text/pipeline/word_scanner.h"

#include <array>
#include <utility>

namespace glassformer {
namespace {

using Scanner = std::size_t (*)(AlignedView text, std::size_t position);

template <bool (*belongs)(char32_t), std::size_t least, std::size_t most>
std::size_t scanRun(AlignedView text, std::size_t position)
{
    const std::size_t end = WordScanner(text).run(position, belongs, most);
    return end - position >= least ? end : position;
}

bool isBlank(char32_t code)
{
    return code == U' ';
}

bool isLineBreak(char32_t code)
{
    return code == U'\n';
}

constexpr std::size_t any = static_cast<std::size_t>(-1);

/** The expressions in use, as the files write them, and who uses them. */
const std::array<std::pair<std::string_view, Scanner>, 16> known_expressions{{
    // GPT-2
    {R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)", scanGpt2},
    // Llama 3, and GPT-4 as converted
    {R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
        scanCl100k},
    // GPT-4 as published, in two spellings
    {R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+)",
        scanCl100k},
    {R"('(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+)",
        scanCl100k},
    // Qwen 2 and 3
    {R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
        scanQwen2},
    // GPT-4o
    {R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
        scanO200k},
    // Mistral Nemo
    {R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
        scanTekken},
    // small ones of normalizers and splits
    {" {2,}", scanRun<isBlank, 2, any>},
    {" +", scanRun<isBlank, 1, any>},
    {R"(\s+)", scanRun<isWhiteSpace, 1, any>},
    {R"(\s)", scanRun<isWhiteSpace, 1, 1>},
    {R"(\n)", scanRun<isLineBreak, 1, 1>},
    {R"(\n+)", scanRun<isLineBreak, 1, any>},
    {R"(\p{N})", scanRun<isNumber, 1, 1>},
    {R"(\p{N}{1,3})", scanRun<isNumber, 1, 3>},
    {R"(\p{N}+)", scanRun<isNumber, 1, any>},
}};

bool standsAt(AlignedView text, std::size_t position, std::u32string_view wanted)
{
    if (text.size() - position < wanted.size())
        return false;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (text[position + i].code != wanted[i])
            return false;
    }
    return true;
}

} // namespace

std::optional<TextPattern> TextPattern::expression(std::string_view regular_expression)
{
    for (const auto& [expression, scanner] : known_expressions) {
        if (expression == regular_expression)
            return TextPattern(scanner);
    }
    return std::nullopt;
}

std::vector<CharacterRange> TextPattern::matches(AlignedView text) const
{
    std::vector<CharacterRange> all;
    const auto* wanted = std::get_if<std::u32string>(&m_kind);
    std::size_t position = 0;
    while (position < text.size()) {
        std::size_t end = position;
        if (!wanted)
            end = std::get<Scanner>(m_kind)(text, position);
        else if (standsAt(text, position, *wanted))
            end = position + wanted->size();
        if (end > position)
            all.push_back({position, end});
        position = end > position ? end : position + 1;
    }
    return all;
}

} // namespace glassformer
