#include "core/text/joiner/piece_merger.h"

#include "core/text/joiner/joiner_words.h"

namespace glassformer {

std::uint32_t PieceMerger::numberOf(const std::string& form)
{
    const auto [known, is_new] = m_numbers.emplace(form, static_cast<std::uint32_t>(m_forms.size()));
    if (is_new)
        m_forms.push_back(form);
    return known->second;
}

void PieceMerger::addWord(const std::vector<std::string>& pieces, std::int64_t weight)
{
    Word& word = m_words.emplace_back();
    word.weight = weight;
    for (const std::string& piece : pieces)
        word.pieces.push_back(numberOf(piece));
    count(m_words.size() - 1, 1);
}

std::string PieceMerger::mergeNext()
{
    const PairKey key = heaviestPair();
    const auto best = m_pairs.find(key);
    if (best == m_pairs.end())
        return {};

    const std::uint32_t left = static_cast<std::uint32_t>(key >> 32);
    const std::uint32_t right = static_cast<std::uint32_t>(key & 0xFFFFFFFF);
    // The right piece continues a word, so it begins with a mark; inside the merged piece that mark has no place.
    const std::string form = m_forms[left] + m_forms[right].substr(joiner_mark.size());
    const std::uint32_t merged = numberOf(form);
    const std::vector<std::size_t> words = std::move(best->second.words);
    for (const std::size_t index : words)
        replaceInWord(index, left, right, merged);
    m_pairs.erase(key);
    return form;
}

/** Equal weights are decided by the text of the pieces, so that the result depends on no hash order. */
PieceMerger::PairKey PieceMerger::heaviestPair() const
{
    PairKey best_key = keyOf(UINT32_MAX, UINT32_MAX);
    std::int64_t best_weight = 0;
    const auto isBefore = [this](PairKey one, PairKey other) {
        const std::string& one_left = m_forms[one >> 32];
        const std::string& other_left = m_forms[other >> 32];
        if (one_left != other_left)
            return one_left < other_left;
        return m_forms[one & 0xFFFFFFFF] < m_forms[other & 0xFFFFFFFF];
    };
    for (const auto& [key, pair] : m_pairs) {
        if (pair.weight > best_weight
            || (pair.weight > 0 && pair.weight == best_weight && isBefore(key, best_key))) {
            best_key = key;
            best_weight = pair.weight;
        }
    }
    return best_key;
}

void PieceMerger::replaceInWord(
    std::size_t index, std::uint32_t left, std::uint32_t right, std::uint32_t merged)
{
    std::vector<std::uint32_t> pieces;
    const std::vector<std::uint32_t>& old = m_words[index].pieces;
    for (std::size_t i = 0; i < old.size(); ++i) {
        const bool is_pair = i + 1 < old.size() && old[i] == left && old[i + 1] == right;
        pieces.push_back(is_pair ? merged : old[i]);
        if (is_pair)
            ++i;
    }
    if (pieces.size() == old.size())
        return; // an earlier merge took the pair apart
    count(index, -1);
    m_words[index].pieces = std::move(pieces);
    count(index, 1);
}

void PieceMerger::count(std::size_t index, std::int64_t sign)
{
    const Word& word = m_words[index];
    for (std::size_t i = 0; i + 1 < word.pieces.size(); ++i) {
        Pair& pair = m_pairs[keyOf(word.pieces[i], word.pieces[i + 1])];
        pair.weight += sign * word.weight;
        if (sign > 0 && (pair.words.empty() || pair.words.back() != index))
            pair.words.push_back(index);
    }
}

} // namespace glassformer
