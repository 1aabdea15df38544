#include "core/text/sentence_piece/sentence_piece_bpe.h"

#include "core/text/characters/unicode.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <queue>
#include <unordered_map>
#include <utility>

namespace glassformer {

/** Cuts one text; made for it and thrown away. */
class SentencePieceBpe::Merger
{
public:
    Merger(const SentencePieceBpe& bpe, std::string_view text)
        : m_bpe(bpe)
        , m_text(text)
    {
    }

    SentencePieceMerging run()
    {
        splitIntoSymbols();
        for (std::size_t i = 1; i < m_symbols.size(); ++i)
            addCandidate(i - 1, i);
        while (!m_candidates.empty()) {
            const Candidate best = m_candidates.top();
            m_candidates.pop();
            if (!isStale(best))
                merge(best);
        }
        for (std::size_t i = 0; i < m_symbols.size(); i = m_symbols[i].next)
            addPieces(m_symbols[i].span);
        return std::move(m_merging);
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /** A stretch of the text; empty once it has been merged into the one before it. */
    struct Symbol
    {
        TextSpan span;
        std::size_t previous = none;
        std::size_t next = none;
        bool is_fixed = false; ///< user-defined: never merged
    };

    /** Two neighbours whose joined text is a piece. */
    struct Candidate
    {
        float score = 0;
        std::size_t left = 0;
        std::size_t right = 0;
        std::size_t size = 0; ///< of the joined text
        int id = 0;

        bool operator<(const Candidate& other) const
        {
            return score != other.score ? score < other.score : left > other.left;
        }
    };

    std::string_view textOf(TextSpan span) const { return m_text.substr(span.begin, span.end - span.begin); }

    void splitIntoSymbols()
    {
        for (std::size_t begin = 0; begin < m_text.size();) {
            Symbol symbol;
            std::size_t size = m_bpe.m_ids.userDefined().longestPrefix(m_text.substr(begin));
            symbol.is_fixed = size > 0;
            if (!symbol.is_fixed)
                size = characterAt(m_text, begin).size;
            symbol.span = {begin, begin + size};
            begin += size;
            m_merging.symbols.push_back(symbol.span);
            const std::size_t index = m_symbols.size();
            symbol.previous = index == 0 ? none : index - 1;
            symbol.next = begin == m_text.size() ? none : index + 1;
            m_symbols.push_back(symbol);
        }
    }

    void addCandidate(std::size_t left, std::size_t right)
    {
        if (left == none || right == none || m_symbols[left].is_fixed || m_symbols[right].is_fixed)
            return;
        const TextSpan joined{m_symbols[left].span.begin, m_symbols[right].span.end};
        const std::optional<int> id = m_bpe.m_ids.ordinaryId(textOf(joined));
        if (!id)
            return;
        const auto index = static_cast<std::size_t>(*id);
        m_candidates.push({m_bpe.m_scores[index], left, right, joined.end - joined.begin, *id});
        if (m_bpe.m_is_unused[index])
            m_left_sizes[*id] = m_symbols[right].span.begin - joined.begin;
    }

    /** One of the two has been merged with another neighbour since. */
    bool isStale(const Candidate& candidate) const
    {
        const TextSpan left = m_symbols[candidate.left].span;
        const TextSpan right = m_symbols[candidate.right].span;
        return left.isEmpty() || right.isEmpty() || right.end - left.begin != candidate.size;
    }

    void merge(const Candidate& candidate)
    {
        Symbol& left = m_symbols[candidate.left];
        Symbol& right = m_symbols[candidate.right];
        m_merging.merges.push_back(
            {left.span, right.span, candidate.id, candidate.score, m_bpe.rankOf(candidate.score)});
        left.span.end = right.span.end;
        right.span.begin = right.span.end;
        left.next = right.next;
        if (left.next != none)
            m_symbols[left.next].previous = candidate.left;
        addCandidate(left.previous, candidate.left);
        addCandidate(candidate.left, left.next);
    }

    /** The symbol as a piece, or, if that is unused, the pieces that it was merged from. */
    void addPieces(TextSpan symbol)
    {
        std::vector<TextSpan> open = {symbol};
        while (!open.empty()) {
            const TextSpan span = open.back();
            open.pop_back();
            const int id = m_bpe.m_ids.idOf(textOf(span));
            const auto cut = m_left_sizes.find(id);
            if (cut == m_left_sizes.end()) {
                m_merging.pieces.push_back({id, span});
                continue;
            }
            const std::size_t middle = span.begin + cut->second;
            open.push_back({middle, span.end});
            open.push_back({span.begin, middle});
        }
    }

    const SentencePieceBpe& m_bpe;
    std::string_view m_text;
    std::vector<Symbol> m_symbols;
    std::priority_queue<Candidate> m_candidates;
    std::unordered_map<int, std::size_t> m_left_sizes; ///< by id of an unused piece: where it is taken apart
    SentencePieceMerging m_merging;
};

SentencePieceBpe::SentencePieceBpe(const SentencePieceFile& file)
    : m_ids(file)
{
    for (const SentencePiece& piece : file.pieces) {
        m_scores.push_back(piece.score);
        m_is_unused.push_back(piece.kind == SentencePieceKind::Unused);
        if (piece.kind == SentencePieceKind::Normal || piece.kind == SentencePieceKind::Unused)
            m_ordered_scores.push_back(piece.score);
    }
    std::sort(m_ordered_scores.begin(), m_ordered_scores.end(), std::greater<>());
}

int SentencePieceBpe::rankOf(float score) const
{
    const auto place =
        std::lower_bound(m_ordered_scores.begin(), m_ordered_scores.end(), score, std::greater<>());
    return static_cast<int>(place - m_ordered_scores.begin());
}

SentencePieceMerging SentencePieceBpe::cut(std::string_view text) const
{
    return Merger(*this, text).run();
}

} // namespace glassformer
