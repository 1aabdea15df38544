#pragma once

namespace glassformer {

/** What of a picture is not to be seen yet, while it is shown how one of its numbers is made. */
struct Cover
{
    enum class Open
    {
        All, ///< nothing is covered
        Rows, ///< the first rows, and the chosen one
        Row, ///< the chosen row
        Cell, ///< the chosen cell
        Nothing
    };

    Open open = Open::All;
    double share = 1; ///< of the rows

    /** Whether a row, or what stands for it elsewhere, is told whole. */
    bool shows(int row, int rows, bool is_chosen) const
    {
        return open == Open::All || ((open == Open::Row || open == Open::Rows) && is_chosen)
            || (open == Open::Rows && row < int(share * rows));
    }

    bool operator==(const Cover&) const = default;
};

} // namespace glassformer
