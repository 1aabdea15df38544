#pragma once

#include "core/cancel.h"

#include <cstdint>
#include <functional>

namespace glassformer {

/**
 * Called now and then by a long job, from the job's own thread or one that helps it, never two at once: how much is done, of how much (bytes when files are
 * read). It must return quickly. An empty one: nobody looks.
 */
using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/** Who watches a long job: may stop it and hears how far it is. Default-made: nobody. */
struct JobWatch
{
    CancelFlag cancel{};
    Progress progress{};
};

} // namespace glassformer
