#pragma once

#include "core/trace/model.h"

#include <memory>

namespace glassformer {

/** What a run may keep, and what it may go on from. */
struct RunLimits
{
    double most_bytes;
    std::shared_ptr<const Trace> before;
};

/**
 * A run whose changes have their means, in pieces of a layer: the text up to its first word, if that is read apart, then
 * the words behind it and a pass over all.
 */
class WholeRun
{
public:
    WholeRun(std::shared_ptr<const Model> model, RunRequest request, Changes changes,
        const CancelFlag& cancel, RunLimits limits);
    ~WholeRun();

    bool isReading() const { return m_is_reading; }

    /** The next piece. Whether anything is left. @throws Cancelled */
    bool advance();
    /** Once nothing is left. */
    Trace take();

private:
    class Part;

    void begin(const RunRequest& request);

    const std::shared_ptr<const Model> m_model;
    const RunRequest m_request;
    const Changes m_changes;
    const CancelFlag m_cancel;
    RunLimits m_limits;
    bool m_is_reading = false;
    std::unique_ptr<Part> m_part;
};

} // namespace glassformer
