#include "core/text/sentence_piece/sentence_piece_decoder.h"

#include "core/text/characters/mapped_text.h"
#include "core/text/characters/unicode.h"

#include <optional>
#include <string_view>
#include <utility>

namespace glassformer {
namespace {

class PieceJoiner
{
public:
    explicit PieceJoiner(const SentencePieceFile& file)
        : m_file(file)
    {
    }

    void add(const SentencePiece& piece)
    {
        if (piece.kind == SentencePieceKind::Byte) {
            if (const std::optional<unsigned char> byte = byteOfPiece(piece.text))
                m_bytes += static_cast<char>(*byte);
            return;
        }
        flushBytes();
        if (m_dropped_space || !m_text.empty())
            m_is_start = false;
        m_dropped_space = false;
        if (piece.kind == SentencePieceKind::Unknown)
            m_text += m_file.unknown_surface;
        else if (piece.kind != SentencePieceKind::Control)
            addText(piece.text);
    }

    std::string finish()
    {
        flushBytes();
        return std::move(m_text);
    }

private:
    void addText(std::string_view text)
    {
        const SentencePieceNormalizer& options = m_file.normalizer;
        if (m_is_start && (options.add_dummy_prefix || options.remove_extra_whitespaces)
            && text.substr(0, space_symbol.size()) == space_symbol) {
            text.remove_prefix(space_symbol.size());
            // Where extra spaces are removed, further pieces at the start lose theirs too.
            m_dropped_space = !options.remove_extra_whitespaces;
        }
        for (std::size_t space = text.find(space_symbol); space != std::string_view::npos;
             space = text.find(space_symbol)) {
            m_text.append(text.substr(0, space)).append(" ");
            text.remove_prefix(space + space_symbol.size());
        }
        m_text.append(text);
    }

    void flushBytes()
    {
        m_text += replaceInvalidUtf8(m_bytes);
        m_bytes.clear();
    }

    const SentencePieceFile& m_file;
    std::string m_text;
    std::string m_bytes; ///< of the byte pieces since the last other piece
    bool m_is_start = true; ///< a space here would be the one that was added
    bool m_dropped_space = false;
};

} // namespace

std::string joinPieces(const SentencePieceFile& file, const std::vector<SentencePiece>& pieces)
{
    PieceJoiner joiner(file);
    for (const SentencePiece& piece : pieces)
        joiner.add(piece);
    return joiner.finish();
}

} // namespace glassformer
