#include "core/text/word_piece/word_piece.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace glassformer {
namespace {

constexpr std::size_t max_tried = 12; ///< as many as a person wants to read

} // namespace

WordPiece::WordPiece(const Vocabulary& vocabulary, Options options)
    : m_options(std::move(options))
{
    for (int id = 0; id < vocabulary.size(); ++id)
        m_longest_entry = std::max(m_longest_entry, vocabulary.entry(id).size());
}

WordTokens WordPiece::cut(AlignedView word, const Vocabulary& vocabulary) const
{
    WordTokens result;
    const WordToken unknown{m_options.unknown_id, originOf(word)};
    if (word.size() > m_options.max_input_chars_per_word) {
        result.tokens.push_back(unknown);
        return result;
    }
    for (std::size_t begin = 0; begin < word.size();) {
        CutStep step;
        step.span = originOf(word.subspan(begin));
        std::size_t end = std::min(word.size(), begin + m_longest_entry);
        std::optional<int> id;
        for (; end > begin; --end) {
            std::string form = begin > 0 ? m_options.continuing_subword_prefix : std::string();
            form += utf8(word.subspan(begin, end - begin));
            id = vocabulary.find(form);
            if (id)
                break;
            if (step.tried.size() < max_tried)
                step.tried.push_back(std::move(form));
        }
        step.piece = vocabulary.entry(id.value_or(m_options.unknown_id));
        result.steps.push_back(std::move(step));
        if (!id) {
            result.tokens.assign(1, unknown);
            return result;
        }
        result.tokens.push_back({*id, originOf(word.subspan(begin, end - begin))});
        begin = end;
    }
    return result;
}

} // namespace glassformer
