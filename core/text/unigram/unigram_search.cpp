#include "core/text/unigram/unigram_search.h"

#include "core/error.h"
#include "core/file/printable.h"
#include "core/text/characters/unicode.h"

#include <algorithm>
#include <limits>

namespace glassformer {
namespace {

/** Stands for the id of the unknown piece where the vocabulary has none. */
constexpr int missing_unknown = -2;

} // namespace

UnigramSearch::UnigramSearch(const Unigram& unigram, std::string_view text, std::size_t count)
    : m_unigram(unigram)
    , m_text(text)
    , m_count(count)
{
    if (text.size() >= std::numeric_limits<std::uint32_t>::max())
        throw Error({Message::tr("a text of %1 bytes", text.size()), {}, Message::tr("less than 4 GB"), {}});
    m_steps.resize((text.size() + 1) * count);
    // The empty cut, which everything begins with; its id is never looked at.
    m_steps[0].id = 0;
}

std::vector<UnigramPath> UnigramSearch::run()
{
    for (std::size_t start = 0; start < m_text.size(); start += characterAt(m_text, start).size)
        extendFrom(start);

    std::vector<UnigramPath> paths;
    const std::size_t found = ranksAt(m_text.size());
    for (std::size_t rank = 0; rank < found; ++rank)
        paths.push_back(traceBack(rank));
    return paths;
}

std::size_t UnigramSearch::ranksAt(std::size_t end)
{
    const Step* steps = stepsAt(end);
    std::size_t ranks = 0;
    while (ranks < m_count && steps[ranks].id != no_piece)
        ++ranks;
    return ranks;
}

/** Offers every piece that begins here to the position where it ends. */
void UnigramSearch::extendFrom(std::size_t start)
{
    const std::size_t character_size = characterAt(m_text, start).size;
    bool has_single = false;
    m_unigram.m_trie.visitPrefixes(m_text.substr(start), [&](std::size_t size, int id) {
        offer(start, start + size, id, m_unigram.scoreOf(id, size), false);
        has_single = has_single || size == character_size;
    });
    if (has_single)
        return;
    const int unknown = m_unigram.m_unknown_id.value_or(missing_unknown);
    offer(start, start + character_size, unknown, m_unigram.m_unknown_score, true);
}

/**
 * Puts the cuts that end with this piece among the best of those that end there. An earlier one stays before a
 * later one of the same total.
 */
void UnigramSearch::offer(std::size_t start, std::size_t end, int id, double score, bool is_unknown)
{
    const std::size_t ranks = ranksAt(start);
    const Step* before = stepsAt(start);
    Step* steps = stepsAt(end);
    for (std::size_t rank = 0; rank < ranks; ++rank) {
        double total = before[rank].total + score;
        // SentencePiece compares a known piece's total before it rounds it to float, but an unknown's after.
        if (is_unknown || rank > 0)
            total = rounded(total);
        std::size_t place = 0;
        while (place < m_count && steps[place].id != no_piece && !(total > steps[place].total))
            ++place;
        if (place == m_count)
            return;
        if (id == missing_unknown)
            refuseUnknown({start, end});
        std::move_backward(steps + place, steps + m_count - 1, steps + m_count);
        steps[place] = {
            rounded(total), static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(rank), id, score};
    }
}

void UnigramSearch::refuseUnknown(TextSpan span) const
{
    throw Error({Message::tr("the character %1", printable(m_text.substr(span.begin, span.end - span.begin))),
        Message::tr("the text"),
        Message::tr("only characters of the vocabulary, which has no piece for the unknown"), {}});
}

double UnigramSearch::rounded(double total) const
{
    return m_unigram.m_is_sentence_piece ? static_cast<double>(static_cast<float>(total)) : total;
}

UnigramPath UnigramSearch::traceBack(std::size_t rank)
{
    UnigramPath path;
    std::size_t end = m_text.size();
    while (end > 0) {
        const Step& step = stepsAt(end)[rank];
        path.pieces.push_back({step.id, {step.start, end}, step.score, step.total});
        end = step.start;
        rank = step.rank;
    }
    std::reverse(path.pieces.begin(), path.pieces.end());
    path.total = path.pieces.empty() ? 0 : path.pieces.back().total;
    return path;
}

} // namespace glassformer
