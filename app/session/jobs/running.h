#pragma once

#include "app/session/shown_run.h"
#include "core/job.h"

namespace glassformer {

/** Where to look in a run when it arrives. */
enum class Arrival
{
    Same, ///< as far as the run has the place: only conditions differ
    First, ///< another text: what was looked at in the text before says nothing about this one
    LastRow ///< the text goes on: at what was written last
};

/** What is to be run, and how it is to be shown. */
struct RunWish
{
    ModelPointer model;
    RunRequest request;
    Selection look; ///< step, layers and head are kept
    Arrival arrival = Arrival::Same;
    TracePointer
        before{}; ///< an earlier run of the model, from which as much is taken over as holds; or null
    double most_bytes = most_bytes_kept; ///< above, the insides of layers are made when they are looked at
};

/** Runs a model, then makes the layers that are looked at first. */
std::unique_ptr<JobOf<ShownRun>> runningJob(RunWish wish);

} // namespace glassformer
