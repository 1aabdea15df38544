#include "core/text/pipeline/decoder.h"

#include "core/text/characters/byte_level.h"
#include "core/text/characters/unicode.h"
#include "core/text/joiner/joiner_tokenizer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace glassformer {
namespace {

constexpr std::string_view replacement_character = "\uFFFD";

void replaceAll(std::string& text, std::string_view what, std::string_view by)
{
    if (what.empty())
        return;
    std::string result;
    std::size_t position = 0;
    for (std::size_t found = 0; (found = text.find(what, position)) != std::string::npos;) {
        result.append(text, position, found - position).append(by);
        position = found + what.size();
    }
    text = result.append(text, position);
}

std::string joined(const std::vector<std::string>& entries, std::string_view between = {})
{
    std::string text;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0)
            text += between;
        text += entries[i];
    }
    return text;
}

/** What English writes without a space, as BERT's decoder closes it up. */
void cleanUp(std::string& text)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 11> rules{
        {{" .", "."}, {" ?", "?"}, {" !", "!"}, {" ,", ","}, {" ' ", "'"}, {" n't", "n't"}, {" 'm", "'m"},
            {" do not", " don't"}, {" 's", "'s"}, {" 've", "'ve"}, {" 're", "'re"}}};
    for (const auto& [what, by] : rules)
        replaceAll(text, what, by);
}

/** The byte of "<0xE4>", with digits in any case; -1 for any other text. */
int byteOf(std::string_view entry)
{
    if (entry.size() != 6 || entry.substr(0, 3) != "<0x" || entry[5] != '>')
        return -1;
    int byte = 0;
    for (const char digit : entry.substr(3, 2)) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        const char upper = digit >= 'a' && digit <= 'f' ? static_cast<char>(digit - 32) : digit;
        const std::size_t value = digits.find(upper);
        if (value == std::string_view::npos)
            return -1;
        byte = byte * 16 + static_cast<int>(value);
    }
    return byte;
}

/** Applies one step. */
struct Application
{
    std::vector<std::string> entries;

    void operator()(const decode_step::ByteLevel&)
    {
        std::string bytes;
        for (const std::string& entry : entries)
            bytes += bytesOfByteLevel(entry).value_or(entry);
        entries.assign(1, replaceBrokenCharacters(bytes));
    }
    void operator()(const decode_step::WordPiece& step)
    {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            std::string& entry = entries[i];
            if (i > 0 && entry.compare(0, step.prefix.size(), step.prefix) == 0)
                entry.erase(0, step.prefix.size());
            else if (i > 0)
                entry.insert(0, " ");
            if (step.cleanup)
                cleanUp(entry);
        }
    }
    void operator()(const decode_step::Metaspace& step)
    {
        std::string mark;
        appendUtf8(mark, step.replacement);
        for (std::size_t i = 0; i < entries.size(); ++i)
            replaceAll(entries[i], mark, i == 0 && !step.keeps_first ? "" : " ");
    }
    void operator()(const decode_step::ByteFallback&)
    {
        std::vector<std::string> result;
        std::string bytes;
        const auto flush = [&] {
            if (!firstInvalidByte(bytes)) {
                result.push_back(bytes);
            } else {
                for (std::size_t i = 0; i < bytes.size(); ++i)
                    result.emplace_back(replacement_character);
            }
            bytes.clear();
        };
        for (std::string& entry : entries) {
            if (const int byte = byteOf(entry); byte >= 0) {
                bytes += static_cast<char>(byte);
                continue;
            }
            if (!bytes.empty())
                flush();
            result.push_back(std::move(entry));
        }
        if (!bytes.empty())
            flush();
        entries = std::move(result);
    }
    void operator()(const decode_step::Fuse&) { entries.assign(1, joined(entries)); }
    void operator()(const decode_step::Strip& step)
    {
        for (std::string& entry : entries) {
            const std::u32string characters = codes(entry);
            std::size_t begin = 0;
            while (begin < std::min(step.start, characters.size()) && characters[begin] == step.content)
                ++begin;
            std::size_t end = characters.size();
            while (end > begin && characters.size() - end < step.stop && characters[end - 1] == step.content)
                --end;
            entry.clear();
            for (std::size_t i = begin; i < end; ++i)
                appendUtf8(entry, characters[i]);
        }
    }
    void operator()(const decode_step::Replace& step)
    {
        for (std::string& entry : entries) {
            const AlignedText characters = alignedText(entry);
            std::string result;
            std::size_t position = 0;
            for (const CharacterRange& match : step.pattern.matches(characters)) {
                const TextSpan span =
                    originOf(AlignedView(characters).subspan(match.begin, match.end - match.begin));
                result.append(entry, position, span.begin - position);
                for (const char32_t code : step.content)
                    appendUtf8(result, code);
                position = span.end;
            }
            entry = result.append(entry, position);
        }
    }
    void operator()(const decode_step::Bpe& step)
    {
        for (std::size_t i = 0; i < entries.size(); ++i)
            replaceAll(entries[i], step.suffix, i + 1 < entries.size() ? " " : "");
    }
};

} // namespace

std::string decoded(std::vector<std::string> entries, const std::vector<DecoderStep>& steps)
{
    Application application{std::move(entries)};
    for (const DecoderStep& step : steps)
        std::visit(application, step);
    return joined(application.entries, steps.empty() ? " " : "");
}

} // namespace glassformer
