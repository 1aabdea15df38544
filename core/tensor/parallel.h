#pragma once

#include <algorithm>
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
 * are done; what they wrote is then visible. Neighbours go to one thread, the first ones to the caller, as far as all are
 * equally fast; so pieces may be small. The helping threads start with the first call and sleep between calls.
 * Called from inside such work, or while another thread has the helpers, it does all pieces on the calling thread, so
 * any thread may call it at any time. If work throws, the remaining pieces are left out and the first exception is
 * thrown here.
 */
template <typename Work> void parallelFor(std::ptrdiff_t pieces, const Work& work)
{
    runInParallel(pieces, WorkReference(work));
}

/** The same, on the calling thread alone if the work is too small to be worth waking others. */
template <typename Work> void parallelForIf(bool is_worthwhile, std::ptrdiff_t pieces, const Work& work)
{
    if (is_worthwhile)
        return parallelFor(pieces, work);
    for (std::ptrdiff_t piece = 0; piece < pieces; ++piece)
        work(piece);
}

/**
 * Rows of a matrix, shared out in blocks: work(first, count). For steps that look at each row by itself.
 * \param cols  how long a row is; small matrices stay on the calling thread
 */
template <typename Work> void parallelRows(std::ptrdiff_t rows, std::ptrdiff_t cols, const Work& work)
{
    constexpr std::ptrdiff_t worthwhile = 4 * 1024, most = 16;
    const std::ptrdiff_t block = std::clamp<std::ptrdiff_t>(rows / (4 * threadCount()), 1, most);
    parallelForIf(rows * cols >= worthwhile, (rows + block - 1) / block,
        [&](std::ptrdiff_t i) { work(i * block, i * block + block < rows ? block : rows - i * block); });
}

} // namespace glassformer
