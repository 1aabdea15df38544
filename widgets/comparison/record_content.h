#pragma once

#include "core/experiment/reading/record_difference.h"
#include "core/trace/look/place.h"
#include "widgets/pictures/attention/map_row.h"

#include <QCoreApplication>

namespace glassformer {

/** Where what is said of comparisons is translated. */
struct ComparisonText
{
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

/** One of two runs, and where one looks in it. */
struct RunSide
{
    const Trace& trace;
    const Selection& selection;

    AttentionSite site() const { return siteOf(selection.step, trace.config); }
    const std::vector<Token>& rows() const { return queriesOf(trace, site()); }
    const std::vector<Token>& keys() const { return keysOf(trace, site()); }
    /** The chosen one of rows(), as vectors of tokens are chosen. */
    int chosenRow() const;
};

/** A record of the step as a map of its own; no heading where the step is about that record alone. */
NamedMap recordMap(const RunSide& side, const StepRecord& record, bool is_only_one);

/** The same record in two runs: there minus here, over the tokens that stand for each other. */
struct DifferenceMap
{
    NamedMap map; ///< empty where the records cannot be subtracted
    std::vector<TokenPair> rows, keys; ///< what its rows are, and the columns of a map of attention
};

DifferenceMap differenceMap(
    const RunSide& here, const StepRecord& record, const RunSide& there, const StepRecord& other);

/** "tired", or where the two differ, "tired/wide". */
AxisLabel pairLabel(const Token& here, const Token& there);

} // namespace glassformer
