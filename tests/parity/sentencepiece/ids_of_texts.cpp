#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/text/sentence_piece/sentence_piece_tokenizer.h"

#include <cstdint>
#include <iostream>

using namespace glassformer;

namespace {

/** The next text of the input: its size in bytes, a line end, the bytes. */
bool readText(std::string& text)
{
    std::size_t size = 0;
    if (!(std::cin >> size))
        return false;
    std::cin.get();
    text.resize(size);
    return static_cast<bool>(std::cin.read(text.data(), static_cast<std::streamsize>(size)));
}

/** Pieces as "id:begin:end", then the bytes of the decoded text in hexadecimal. */
void writeEncoding(const SentencePieceTokenizer& tokenizer, const std::string& text)
{
    std::vector<int> ids;
    for (const SentencePieceToken& token : tokenizer.encode(text).tokens) {
        std::cout << token.id << ':' << token.span.begin << ':' << token.span.end << ' ';
        ids.push_back(token.id);
    }
    std::cout << '|' << std::hex;
    for (const char byte : tokenizer.decode(ids))
        std::cout << ' ' << static_cast<int>(static_cast<unsigned char>(byte));
    std::cout << std::dec << '\n';
}

} // namespace

/** Prints what a SentencePiece model makes of the texts of the standard input; compare.py reads it. */
int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: ids_of_texts MODEL < TEXTS\n";
        return 2;
    }
    try {
        const std::string file = argv[1];
        const SentencePieceTokenizer tokenizer =
            SentencePieceTokenizer::fromBytes(readFile(pathFromText(file), std::uint64_t{1} << 30), file);
        std::string text;
        while (readText(text))
            writeEncoding(tokenizer, text);
    } catch (const Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
