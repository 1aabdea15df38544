#pragma once

#include "core/text/sentence_piece/sentence_piece_file.h"
#include "core/text/text_piece.h"
#include "core/text/unigram/piece_trie.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace glassformer {

/** One piece of a segmentation, and what it adds to the total. */
struct UnigramChoice
{
    int id = 0;
    TextSpan span; ///< in the text that was cut
    double score = 0; ///< as counted: unknown characters and user-defined pieces have scores of their own
    double total = 0; ///< of all pieces up to this one
};

/** One way to cut a text. */
struct UnigramPath
{
    std::vector<UnigramChoice> pieces;
    double total = 0; ///< sum of the scores: the logarithm of the probability of this cut
};

/** A list entry as tokenizer.json has it: text and score. A score that is null there is NaN here. */
using UnigramEntry = std::pair<std::string, double>;

/**
 * The unigram model: of all ways to cut a text into pieces the one whose scores add up to most (Viterbi's search,
 * linear in the text). A character that no one-character piece covers can be cut off as unknown for the worst score
 * of the list minus 10. Of equal totals the one found first wins, its last piece being the longer one.
 *
 * Both references are followed to the bit: SentencePiece adds in float, Hugging Face's tokenizers in double; the
 * former lets only pieces of text match, the latter every entry of the list.
 * Source: Kudo (2018), "Subword Regularization", section 3.2; the SentencePiece and tokenizers projects.
 */
class Unigram
{
public:
    /** As SentencePiece cuts with a model whose algorithm is Unigram. Empty lists have been refused before. */
    static Unigram fromSentencePieces(const SentencePieceFile& file);

    /**
     * As Hugging Face's tokenizers cut with the list of a tokenizer.json. An entry whose score is no finite number
     * counts as unknown characters do; of equal entries the last counts.
     * \param unknown_id  absent: a text with an unknown character is refused
     * @throws Error naming `where` for an empty list, an entry too long, or an unknown_id outside the list
     */
    static Unigram fromEntries(const std::vector<UnigramEntry>& entries, std::optional<int> unknown_id,
        bool has_byte_fallback, const std::string& where);

    /** The best cut. \param text  valid UTF-8 @throws Error if a character is unknown and there is no unknown id */
    UnigramPath bestPath(std::string_view text) const;

    /**
     * The best cuts, best first, all different; fewer if there are not so many. The first is bestPath's. Meant for
     * single words: time and memory grow with the count.
     */
    std::vector<UnigramPath> bestPaths(std::string_view text, std::size_t count) const;

    /**
     * The pieces that a cut by an entry list stands for in the end: neighbouring unknown characters are joined to
     * one piece or, with byte fallback, spelt in bytes, all of which have the span of what they spell.
     */
    std::vector<TextPiece> finish(const UnigramPath& path, std::string_view text) const;

private:
    friend class UnigramSearch;

    Unigram() = default;

    double scoreOf(int id, std::size_t size) const;
    void appendUnknown(std::string_view text, TextSpan span, std::vector<TextPiece>& pieces) const;

    PieceTrie m_trie; ///< the pieces that text can match
    std::vector<double> m_scores; ///< by id
    std::vector<bool> m_is_user_defined; ///< by id
    std::array<int, 256> m_byte_ids{}; ///< -1 where there is none
    std::optional<int> m_unknown_id;
    double m_unknown_score = 0;
    double m_best_score = 0; ///< of the normal pieces; what user-defined pieces are scored by
    bool m_has_byte_fallback = false;
    bool m_is_sentence_piece = false; ///< else as Hugging Face's tokenizers
};

} // namespace glassformer
