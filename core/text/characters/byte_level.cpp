#include "core/text/characters/byte_level.h"

#include "core/text/characters/unicode.h"

#include <array>

namespace glassformer {
namespace {

struct Alphabet
{
    std::array<char32_t, 256> characters{};
    std::array<int, 0x144> bytes{}; ///< by character; -1: none
};

Alphabet makeAlphabet()
{
    Alphabet alphabet;
    alphabet.bytes.fill(-1);
    char32_t next = 0x100;
    for (unsigned byte = 0; byte < 256; ++byte) {
        const bool is_itself = (byte >= '!' && byte <= '~') || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
        const char32_t character = is_itself ? byte : next++;
        alphabet.characters[byte] = character;
        alphabet.bytes[character] = static_cast<int>(byte);
    }
    return alphabet;
}

const Alphabet& alphabet()
{
    static const Alphabet the_alphabet = makeAlphabet();
    return the_alphabet;
}

} // namespace

char32_t byteCharacter(unsigned char byte)
{
    return alphabet().characters[byte];
}

std::optional<unsigned char> characterByte(char32_t code)
{
    if (code >= alphabet().bytes.size() || alphabet().bytes[code] < 0)
        return std::nullopt;
    return static_cast<unsigned char>(alphabet().bytes[code]);
}

AlignedText byteLevel(AlignedView text, std::string_view original)
{
    AlignedText bytes;
    bytes.reserve(text.size());
    std::string character;
    for (const auto& [code, origin] : text) {
        character.clear();
        appendUtf8(character, code);
        const bool is_unchanged = original.substr(origin.begin, origin.end - origin.begin) == character;
        for (std::size_t i = 0; i < character.size(); ++i) {
            const TextSpan byte{origin.begin + i, origin.begin + i + 1};
            bytes.push_back(
                {byteCharacter(static_cast<unsigned char>(character[i])), is_unchanged ? byte : origin});
        }
    }
    return bytes;
}

std::optional<std::string> bytesOfByteLevel(std::string_view entry)
{
    std::string bytes;
    for (std::size_t position = 0; position < entry.size();) {
        const Character character = characterAt(entry, position);
        const std::optional<unsigned char> byte = characterByte(character.code);
        if (!byte)
            return std::nullopt;
        bytes += static_cast<char>(*byte);
        position += character.size;
    }
    return bytes;
}

} // namespace glassformer
