#pragma once

namespace glassformer {

/** Which keys a query may not look at, by the rule of its attention alone. */
struct MaskRule
{
    bool is_causal = false;
    int window = 0; ///< so many tokens, the query included, are seen; 0: all

    /** Whether none of these queries may look at any of these keys; half-open ranges. */
    bool hides(int first_query, int end_query, int first_key, int end_key) const
    {
        const bool is_future = first_key >= end_query;
        const bool is_too_far = window > 0 && end_key <= first_query + 1 - window;
        return is_causal && (is_future || is_too_far);
    }
};

} // namespace glassformer
