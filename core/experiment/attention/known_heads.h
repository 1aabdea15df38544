#pragma once

#include "core/job.h"
#include "core/trace/model.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace glassformer {

/**
 * How much of a head's weight goes where the known kinds of heads look, on average over the second half of random tokens that
 * are repeated once ("A B C A B C"): nothing in them can be known but by looking back. 0 .. 1.
 */
struct KnownHead
{
    HeadName head;
    double previous = 0; ///< on the token before ("previous token head", Elhage et al. 2021)
    double duplicate = 0; ///< on the same token earlier ("duplicate token head", Wang et al. 2022)
    double induction = 0; ///< on what followed it there ("prefix matching", Olsson et al. 2022)
};

struct KnownHeads
{
    int texts = 0, of = 0; ///< done, of so many
    int length = 0; ///< tokens of one half
    std::vector<KnownHead> heads; ///< self-attention of the stack that reads the text, layer by layer
};

/** Publishes after every text. @throws Error for a model with too few words or places */
std::unique_ptr<JobOf<KnownHeads>> knownHeadsJob(
    std::shared_ptr<const Model> model, int texts, std::uint32_t seed);

} // namespace glassformer
