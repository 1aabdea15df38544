#include "core/experiment/effect/straight_way.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace glassformer {
namespace {

/** No piece stays longer, however well it does. */
constexpr double longest_piece = 1.0 / 8;

/** Shorter ones, as a share of where they are, are below what single precision tells apart. */
constexpr double shortest_piece = 1e-6;

/** Nothing happens closer to zero, even behind one norm after the other, each of which moves the bend closer. */
constexpr double first_share = 1e-24;

/** What may be missing, all pieces together: a share of the whole difference, and what rounding makes of it anyway. */
constexpr double fine_share = 0.01;
constexpr double fine_distance = 1e-3;

} // namespace

double StraightWay::Piece::part(std::size_t token) const
{
    const double last = end.slopes[token];
    if (!middle)
        return length() * (begin.slopes.empty() ? last : (begin.slopes[token] + last) / 2);
    const double half_way = middle->slopes[token];
    return begin.slopes.empty() ? length() * half_way
                                : length() * (begin.slopes[token] + 4 * half_way + last) / 6;
}

double StraightWay::Piece::missing() const
{
    double sum = 0;
    for (std::size_t t = 0; t < end.slopes.size(); ++t)
        sum += part(t);
    return end.value - begin.value - sum;
}

StraightWay::StraightWay(double without, double with, std::size_t tokens)
    : m_tokens(tokens)
    , m_pieces{{{0, without, {}}, {1, with, {}}}}
{
}

std::optional<double> StraightWay::next()
{
    if (m_pieces.back().end.slopes.empty())
        return 1;
    if (const Piece* const piece = unknown())
        return piece->centre();
    double missing = 0;
    for (const Piece& piece : m_pieces)
        missing += std::abs(piece.missing());
    const double whole = std::abs(m_pieces.back().end.value - m_pieces.front().begin.value);
    Piece& piece = worst();
    const bool is_fine = missing <= fine_share * whole + fine_distance;
    const bool is_whole = piece.length() < std::max(shortest_piece * piece.end.share, first_share);
    if (piece.length() <= longest_piece && (is_fine || is_whole))
        return std::nullopt;
    split(piece);
    return unknown()->centre();
}

void StraightWay::add(WayPoint point)
{
    if (m_pieces.back().end.slopes.empty())
        m_pieces.back().end.slopes = std::move(point.slopes);
    else
        unknown()->middle = std::move(point);
}

std::vector<double> StraightWay::parts() const
{
    std::vector<double> parts(m_tokens);
    for (std::size_t t = 0; t < parts.size(); ++t)
        for (const Piece& piece : m_pieces)
            parts[t] += piece.part(t);
    return parts;
}

double StraightWay::missing() const
{
    double missing = 0;
    for (const Piece& piece : m_pieces)
        missing += piece.missing();
    return missing;
}

StraightWay::Piece* StraightWay::unknown()
{
    const auto found =
        std::find_if(m_pieces.begin(), m_pieces.end(), [](const Piece& piece) { return !piece.middle; });
    return found == m_pieces.end() ? nullptr : &*found;
}

StraightWay::Piece& StraightWay::worst()
{
    const auto badness = [](const Piece& piece) {
        return piece.length() > longest_piece ? std::numeric_limits<double>::infinity()
                                              : std::abs(piece.missing());
    };
    return *std::max_element(m_pieces.begin(), m_pieces.end(),
        [&](const Piece& one, const Piece& other) { return badness(one) < badness(other); });
}

void StraightWay::split(Piece& piece)
{
    Piece second{*piece.middle, piece.end};
    piece = {piece.begin, *piece.middle};
    const auto at = m_pieces.begin() + (&piece - m_pieces.data());
    m_pieces.insert(at + 1, std::move(second));
}

} // namespace glassformer
