#pragma once

#include "core/experiment/explanation/nearest_rows.h"
#include "core/experiment/explanation/row_blocks.h"
#include "core/job.h"

#include <array>
#include <memory>
#include <vector>

namespace glassformer {

// The whole vocabulary as the embedding table places it.

/**
 * The plane in which rows of a table differ most: their first two principal components (Pearson 1901). Each axis points
 * to where its largest component is positive, so that the same table always gives the same picture.
 */
struct PrincipalPlane
{
    std::vector<std::array<float, 2>> points; ///< of every row, from the mean of all; in units of the table
    std::array<double, 2> shares{}; ///< of the variance of all rows, 0 .. 1, larger one first
};

/** @throws Cancelled */
PrincipalPlane principalPlane(const RowBlocks& table, const JobWatch& watch = {});

/** What the plane is worth making of: its time grows as rows · columns². */
bool hasPrincipalPlane(const ModelConfig& config);
std::unique_ptr<JobOf<PrincipalPlane>> embeddingMapJob(std::shared_ptr<const Model> model);

/** The `count` rows nearest to a vector [columns], nearest first; those that are to be left out don't count. */
std::vector<NearRow> nearestInTable(const RowBlocks& table, const RowVector<float>& vector, int count,
    std::span<const int> left_out = {}, const JobWatch& watch = {});

/** The words of the vocabulary nearest to one of them, which is left out. */
struct NearWords
{
    int id = 0;
    std::vector<NearRow> words; ///< row = id
};

std::unique_ptr<JobOf<NearWords>> nearWordsJob(std::shared_ptr<const Model> model, int id, int count);

/** "plus - minus + added": king - man + woman. Rows of the table. */
struct Analogy
{
    int plus = 0;
    int minus = 0;
    int added = 0;
    int expected = 0; ///< what should be there: queen
};

/**
 * Where an analogy arrives (Mikolov, Yih and Zweig 2013). They leave the three given words out; since the nearest word of
 * all is often one of these (Linzen 2016), both ranks are measured.
 */
struct AnalogyFound
{
    std::vector<NearRow> nearest; ///< without the three given ones
    int rank = 0; ///< of the expected one among all but the given ones, from 1; 0: it is one of these
    int rank_among_all = 0;
    double cosine = 0; ///< of the expected one
};

AnalogyFound followAnalogy(
    const RowBlocks& table, const Analogy& analogy, int count, const JobWatch& watch = {});

} // namespace glassformer
