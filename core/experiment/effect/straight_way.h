#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace glassformer {

/** What is known where all vectors are this share of what they are. */
struct WayPoint
{
    double share = 0;
    double value = 0; ///< of the function whose slopes these are
    std::vector<double> slopes; ///< along each token's vector; empty where they are not known
};

/**
 * The straight way from zero vectors to those of a run, on which slopes are added up (Sundararajan et al. 2017). It is cut
 * into pieces, and finer where its slopes account worst for what the function does: behind a norm nearly all happens close
 * to zero.
 */
class StraightWay
{
public:
    /** What the function is without vectors and with them; the slopes are of so many tokens. */
    StraightWay(double without, double with, std::size_t tokens);

    /** Where to look next; nothing if the way is known well enough. */
    std::optional<double> next();
    /** What was found there; of the end, only the slopes are new. */
    void add(WayPoint point);

    /** The sum over the way for each token, as far as it is known. */
    std::vector<double> parts() const;
    /** What these lack of the whole difference. */
    double missing() const;

private:
    /** Between two points that are known, and what is known half way. */
    struct Piece
    {
        WayPoint begin, end;
        std::optional<WayPoint> middle{};

        double length() const { return end.share - begin.share; }
        double centre() const { return (begin.share + end.share) / 2; }
        /** Simpson's rule; without slopes at its begin the middle stands for all. */
        double part(std::size_t token) const;
        /** What the parts lack of the difference between its ends. */
        double missing() const;
    };

    Piece* unknown();
    Piece& worst();
    void split(Piece& piece);

    std::size_t m_tokens;
    std::vector<Piece> m_pieces;
};

} // namespace glassformer
