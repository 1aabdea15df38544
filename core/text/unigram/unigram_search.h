#pragma once

#include "core/text/unigram/unigram.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace glassformer {

/** Viterbi's search over one text for the best few cuts; made for it and thrown away. */
class UnigramSearch
{
public:
    UnigramSearch(const Unigram& unigram, std::string_view text, std::size_t count);

    std::vector<UnigramPath> run();

private:
    /** The last piece of one of the best cuts of the text up to some byte. */
    struct Step
    {
        double total = 0;
        std::uint32_t start = 0; ///< byte where the piece begins
        std::uint32_t rank = 0; ///< which of the best cuts up to there goes before it
        int id = no_piece; ///< no_piece: there is no such cut
        double score = 0; ///< of the piece
    };
    static constexpr int no_piece = -1;

    Step* stepsAt(std::size_t end) { return m_steps.data() + end * m_count; }
    std::size_t ranksAt(std::size_t end);
    void extendFrom(std::size_t start);
    void offer(std::size_t start, std::size_t end, int id, double score, bool is_unknown);
    [[noreturn]] void refuseUnknown(TextSpan span) const;
    double rounded(double total) const;
    UnigramPath traceBack(std::size_t rank);

    const Unigram& m_unigram;
    std::string_view m_text;
    std::size_t m_count;
    std::vector<Step> m_steps; ///< m_count for each byte position, best first
};

} // namespace glassformer
