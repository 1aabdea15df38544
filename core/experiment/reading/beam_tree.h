#pragma once

#include "core/job.h"
#include "core/model/writing/generate.h"
#include "core/trace/model.h"

#include <memory>
#include <vector>

namespace glassformer {

/** The words that a beam search considers behind those that were written up to a row: roads taken and not taken. */
struct BeamTree
{
    int row = 0; ///< of the output: its word is the first one that is searched for
    int beam_size = 0;
    BeamNodes considered;
};

/** From a node to the first word, in the order in which they are written. */
std::vector<int> roadTo(const BeamTree& tree, int node);

/** A word of the tree as it is worth showing. */
struct BeamRoad
{
    int node = 0;
    int parent = -1; ///< place of the word before it among these
    double probability = 0; ///< of all words up to this one
    double share = 0; ///< of this word behind the one before it
    bool is_best = false; ///< on the road that the search took
};

/** The words that the search went on from, and behind each the best of those that it gave up; parents first. */
std::vector<BeamRoad> shownRoads(const BeamTree& tree);

/** Whether a beam can begin at a row: a decoder writes there, and the words before it are known. */
bool beamsFollow(const Trace& trace, int row);

/**
 * A few words ahead, on a few roads at a time; the words before are those of the run, and so are its changes.
 * \param request  what the run was asked
 */
std::unique_ptr<JobOf<BeamTree>> beamTreeJob(
    std::shared_ptr<const Model> model, std::shared_ptr<const Trace> trace, RunRequest request, int row);

} // namespace glassformer
