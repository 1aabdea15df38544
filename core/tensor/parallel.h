#pragma once

#include <cstddef>

namespace glassformer {

/**
 * How many threads may work on one product, the calling one included; at first as many as the processor has cores.
 * One number for the whole program. Results never depend on it: threads share out rows, columns and heads, and each
 * number is computed by one thread in the same order of steps.
 */
int threadCount();

/** \param count  at least 1; on platforms without threads it stays 1 */
void setThreadCount(int count);

/** A reference to something callable with the number of a piece of work; no longer alive than that thing. */
class WorkReference
{
public:
    template <typename Work>
    explicit WorkReference(const Work& work)
        : m_work(&work)
        , m_call([](const void* self, std::ptrdiff_t piece) { (*static_cast<const Work*>(self))(piece); })
    {
    }

    void operator()(std::ptrdiff_t piece) const { m_call(m_work, piece); }

private:
    const void* m_work;
    void (*m_call)(const void* work, std::ptrdiff_t piece);
};

void runInParallel(std::ptrdiff_t pieces, WorkReference work);

/**
 * Calls work(0) to work(pieces - 1), each once, on up to threadCount() threads in no fixed order, and returns when all
 * are done; what they wrote is then visible. The helping threads start with the first call and sleep between calls.
 * Called from inside such work, or while another thread has the helpers, it does all pieces on the calling thread, so
 * any thread may call it at any time. If work throws, the remaining pieces are left out and the first exception is
 * thrown here.
 */
template <typename Work> void parallelFor(std::ptrdiff_t pieces, const Work& work)
{
    runInParallel(pieces, WorkReference(work));
}

} // namespace glassformer
