#include "core/text/bpe/bpe.h"

#include "core/error.h"
#include "core/file/printable.h"

#include <algorithm>

namespace glassformer {
namespace {

/** "<0xE4>" */
std::string byteName(std::size_t byte)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    return std::string("<0x") + digits[byte / 16] + digits[byte % 16] + ">";
}

} // namespace

/** One word while it is merged. */
class Bpe::Merger
{
public:
    Merger(const Bpe& bpe, const std::vector<WordToken>& tokens)
        : m_bpe(bpe)
    {
        m_symbols.reserve(tokens.size());
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const int place = static_cast<int>(i);
            m_symbols.push_back({tokens[i], place - 1, i + 1 < tokens.size() ? place + 1 : -1});
        }
        for (int place = 0; place + 1 < static_cast<int>(m_symbols.size()); ++place)
            propose(place);
        std::make_heap(m_candidates.begin(), m_candidates.end());
        m_is_heap = true;
    }

    void run(std::vector<WordMerge>& done)
    {
        while (!m_candidates.empty()) {
            std::pop_heap(m_candidates.begin(), m_candidates.end());
            const Candidate best = m_candidates.back();
            m_candidates.pop_back();
            if (isStillThere(best))
                merge(best, done);
        }
    }

    std::vector<WordToken> tokens() const
    {
        std::vector<WordToken> left;
        for (int place = 0; place >= 0; place = symbol(place).next)
            left.push_back(symbol(place).token);
        return left;
    }

private:
    /** A piece in a linked list; a piece that was merged into the one before it stays with id -1. */
    struct Symbol
    {
        WordToken token;
        int previous = -1;
        int next = -1;
    };

    struct Candidate
    {
        Merge merge;
        int place = 0; ///< of the left piece

        /** The heap keeps the largest on top: lowest rank, then leftmost. */
        bool operator<(const Candidate& other) const
        {
            return merge.rank != other.merge.rank ? merge.rank > other.merge.rank : place > other.place;
        }
    };

    Symbol& symbol(int place) { return m_symbols[static_cast<std::size_t>(place)]; }
    const Symbol& symbol(int place) const { return m_symbols[static_cast<std::size_t>(place)]; }

    const Merge* mergeAt(int place) const
    {
        const Symbol& left = symbol(place);
        if (left.next < 0)
            return nullptr;
        const auto known = m_bpe.m_merges.find(keyOf(left.token.id, symbol(left.next).token.id));
        return known == m_bpe.m_merges.end() ? nullptr : &known->second;
    }

    void propose(int place)
    {
        if (const Merge* merge = mergeAt(place)) {
            m_candidates.push_back({*merge, place});
            if (m_is_heap)
                std::push_heap(m_candidates.begin(), m_candidates.end());
        }
    }

    /** One of the two may have been merged with another since the pair was proposed. */
    bool isStillThere(const Candidate& candidate) const
    {
        if (symbol(candidate.place).token.id < 0)
            return false;
        const Merge* now = mergeAt(candidate.place);
        return now && now->id == candidate.merge.id;
    }

    void merge(const Candidate& best, std::vector<WordMerge>& done)
    {
        Symbol& left = symbol(best.place);
        Symbol& right = symbol(left.next);
        const TextSpan span{std::min(left.token.span.begin, right.token.span.begin),
            std::max(left.token.span.end, right.token.span.end)};
        done.push_back({left.token.id, right.token.id, best.merge.id, best.merge.rank,
            static_cast<std::size_t>(best.place), span});
        left.token = {best.merge.id, span};
        left.next = right.next;
        right.token.id = -1;
        if (left.next >= 0)
            symbol(left.next).previous = best.place;
        if (left.previous >= 0)
            propose(left.previous);
        propose(best.place);
    }

    const Bpe& m_bpe;
    std::vector<Symbol> m_symbols;
    std::vector<Candidate> m_candidates;
    bool m_is_heap = false;
};

Bpe::Bpe(const Vocabulary& vocabulary, const std::vector<std::pair<std::string, std::string>>& merges,
    BpeOptions options, const std::string& where)
    : m_options(std::move(options))
{
    const std::size_t prefix = m_options.continuing_subword_prefix.size();
    m_merges.reserve(merges.size());
    for (std::size_t rank = 0; rank < merges.size(); ++rank) {
        const std::string& left = merges[rank].first;
        const std::string& right = merges[rank].second;
        const auto idOf = [&](const std::string& entry) {
            if (const std::optional<int> id = vocabulary.find(entry); id && !entry.empty())
                return *id;
            throw Error({.found = Message::tr("the merge of \"%1\" and \"%2\", but no entry \"%3\"",
                             printable(left), printable(right), printable(entry)),
                .where = where + '[' + std::to_string(rank) + ']',
                .expected = Message::tr("merges of entries into entries"),
                .remedy = Message::tr("Use the tokenizer files that belong to the model.")});
        };
        // A right part shorter than the prefix merges into nothing, which is refused.
        const std::string merged = right.size() < prefix ? std::string() : left + right.substr(prefix);
        const Merge merge{static_cast<int>(rank), idOf(merged)};
        m_merges.insert_or_assign(keyOf(idOf(left), idOf(right)), merge);
    }
    for (std::size_t byte = 0; byte < m_byte_ids.size(); ++byte)
        m_byte_ids[byte] = vocabulary.find(byteName(byte)).value_or(-1);
}

bool Bpe::appendBytes(std::vector<WordToken>& tokens, const AlignedCharacter& character) const
{
    std::string bytes;
    appendUtf8(bytes, character.code);
    std::vector<WordToken> byte_tokens;
    const bool is_whole = character.origin.end - character.origin.begin == bytes.size();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const TextSpan byte{character.origin.begin + i, character.origin.begin + i + 1};
        byte_tokens.push_back(
            {m_byte_ids[static_cast<unsigned char>(bytes[i])], is_whole ? byte : character.origin});
        if (byte_tokens.back().id < 0)
            return false;
    }
    tokens.insert(tokens.end(), byte_tokens.begin(), byte_tokens.end());
    return true;
}

/** The pieces that merging begins with. */
std::vector<WordToken> Bpe::characters(AlignedView word, const Vocabulary& vocabulary) const
{
    std::vector<WordToken> tokens;
    tokens.reserve(word.size());
    std::string form;
    bool was_unknown = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        form.clear();
        if (i > 0)
            form += m_options.continuing_subword_prefix;
        appendUtf8(form, word[i].code);
        if (i + 1 == word.size())
            form += m_options.end_of_word_suffix;
        const bool follows_unknown = was_unknown;
        was_unknown = false;
        if (const std::optional<int> id = vocabulary.find(form)) {
            tokens.push_back({*id, word[i].origin});
        } else if (m_options.byte_fallback && appendBytes(tokens, word[i])) {
            continue;
        } else if (m_options.unknown_id) {
            was_unknown = true;
            if (follows_unknown && m_options.fuse_unk)
                tokens.back().span.end = std::max(tokens.back().span.end, word[i].origin.end);
            else
                tokens.push_back({*m_options.unknown_id, word[i].origin});
        }
    }
    return tokens;
}

WordTokens Bpe::cut(AlignedView word, const Vocabulary& vocabulary) const
{
    WordTokens result;
    if (m_options.ignore_merges) {
        if (const std::optional<int> id = vocabulary.find(utf8(word))) {
            result.tokens.push_back({*id, originOf(word)});
            return result;
        }
    }
    result.tokens = characters(word, vocabulary);
    if (result.tokens.empty())
        return result;
    result.symbols = result.tokens;
    Merger merger(*this, result.symbols);
    merger.run(result.merges);
    result.tokens = merger.tokens();
    return result;
}

} // namespace glassformer
