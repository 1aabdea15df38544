#pragma once

#include "widgets/look/cover.h"
#include "widgets/look/figure_style.h"

#include <QString>

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace glassformer {

/** What stands between two words in one label: those of two runs, or what is read and what is written after it. */
struct LabelJoint
{
    qsizetype at = 0; ///< characters of the first word
    qsizetype length = 0;
    bool is_difference = false; ///< two runs have different words here: what the picture is about

    bool operator==(const LabelJoint&) const = default;
};

/** One row or column heading: a token, a dimension. */
struct AxisLabel
{
    QString text;
    bool is_faint = false; ///< special tokens: present, but not what the picture is about
    std::optional<LabelJoint> joint{}; ///< if it is of two words, each of which wants to be read

    bool operator==(const AxisLabel&) const = default;
};

/** "The → Animal": what is read, and what is written after it. */
AxisLabel withNext(const AxisLabel& label, const QString& next);
/** "tired/wide": the words of two runs. */
AxisLabel withOther(const AxisLabel& label, const AxisLabel& other);

/** Which colours the numbers get. */
enum class HeatmapColours
{
    Weights, ///< 0 .. limit, the map that the user chose
    Signed, ///< -limit .. limit, blue negative, red positive
    QueryRole, ///< signed, positive in the colour of queries
    KeyRole, ///< ... of keys
    ValueRole, ///< ... of values
    HiddenRole, ///< ... of feed-forward units
};

/** What the columns are. */
enum class ColumnKind
{
    Tokens, ///< one label each, at 45 degrees above the cells
    Dimensions, ///< counted 0, 8, 16 ... below the title
    Blocks, ///< as dimensions, with a heading over each group of `block_size` columns
};

/**
 * A matrix as a picture: plain values, no widget, no trace. -infinity is a masked cell, in every picture and for all
 * colours; see also isNoNumber().
 */
struct HeatmapContent
{
    int rows = 0;
    int columns = 0;
    std::vector<float> values; ///< row-major
    std::vector<AxisLabel> row_labels;
    std::vector<AxisLabel> column_labels; ///< tokens or headings of blocks
    QString row_title{}, column_title{}; ///< what rows and columns are, in the corner between their labels
    HeatmapColours colours = HeatmapColours::Weights;
    ColumnKind column_kind = ColumnKind::Tokens;
    int block_size = 0;
    double limit = 1; ///< where the colours end
    std::optional<double> farthest{}; ///< size of the largest number, if the colours end before it
    bool keeps_legend_room = false; ///< for a legend that a neighbour has: cells stay in line
    double shared_limit = 0; ///< where they end if all maps of the page share a scale; 0: nothing to choose
    bool shares_limit = false; ///< that of the page is used: the colour bar says which it is
    bool rows_sum_to_one = false; ///< rows that do not are marked, and counted in the legend
    std::optional<int> row; ///< chosen row, framed
    std::vector<int> summed_rows{}; ///< further rows that are looked at together, framed
    bool ends_with_sum = false; ///< the last row is the sum of these and of the chosen one
    std::optional<int> column; ///< chosen column
    std::optional<int> block; ///< chosen block, framed
    bool shows_numbers = false; ///< in cells that are large enough
    bool has_colour_bar = true;
    Cover cover{};
    bool rows_are_queries = true; ///< chosen row in the colour of queries, chosen column in that of keys

    double usedLimit() const { return shares_limit && shared_limit > 0 ? shared_limit : limit; }
    bool isEmpty() const { return rows <= 0 || columns <= 0; }
    /** Whether everything lies where it lies in the other, in an area of the same size. */
    bool isLaidOutAs(const HeatmapContent& other) const;
    bool operator==(const HeatmapContent&) const = default;
    float at(int row_index, int column_index) const
    {
        return values[std::size_t(row_index) * std::size_t(columns) + std::size_t(column_index)];
    }
};

/** Maps of one page can be compared by their colours: each may use the scale of the one with the largest number. */
void offerSharedScale(std::span<HeatmapContent* const> maps);

ColourScale colourScaleOf(const HeatmapContent& content, const FigureStyle& style);

/** Whether a computation broke here: not a number, or +infinity. Such cells are crossed out and counted in the legend. */
inline bool isNoNumber(float value)
{
    return !(value <= std::numeric_limits<float>::max());
}
int noNumbers(const HeatmapContent& content);
inline bool isMasked(float value)
{
    return value == -std::numeric_limits<float>::infinity();
}

/** Rows of numbers that should sum to 1 and do not, by more than rounding to two decimals can explain; sorted. */
std::vector<int> rowsWithOtherSum(const HeatmapContent& content);

/** Whether the picture has something to say of its numbers: some are none, some rows do not sum to 1. */
bool needsLegend(const HeatmapContent& content);

/** The largest finite absolute value, for `limit`; 1 if there is none. */
double largestSize(const std::vector<float>& values);

/**
 * Where colours for vectors end: at the largest size, unless a few numbers lie so far out that all others would look
 * alike beside them. Then at twice what 95 % of the numbers that are not 0 stay below; about four standard deviations
 * of numbers that lie as the normal distribution has them.
 */
double sizeOfMost(const std::vector<float>& values);

/** The colours end where most numbers do, and it is said how far the others reach. */
void endColoursAtMost(HeatmapContent& content);

/** Numbers beyond the colours of a picture that says how far they reach; 0 in others. */
int numbersBeyond(const HeatmapContent& content);
bool isBeyond(const HeatmapContent& content, float value);

} // namespace glassformer
