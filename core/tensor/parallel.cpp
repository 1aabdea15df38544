#include "core/tensor/parallel.h"

#include <algorithm>
#include <atomic>
#include <cassert>

#if !defined(__EMSCRIPTEN__) || defined(__EMSCRIPTEN_PTHREADS__)
#define GLASSFORMER_THREADS
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>
#endif

namespace glassformer {
namespace {

void runHere(std::ptrdiff_t pieces, WorkReference work)
{
    for (std::ptrdiff_t piece = 0; piece < pieces; ++piece)
        work(piece);
}

#ifdef GLASSFORMER_THREADS

/** One call of parallelFor: the pieces that nobody has taken yet. */
class Job
{
public:
    Job(std::ptrdiff_t pieces, WorkReference work)
        : m_pieces(pieces)
        , m_work(work)
    {
    }

    void takePieces()
    {
        try {
            for (;;) {
                const std::ptrdiff_t piece = m_next.fetch_add(1, std::memory_order_relaxed);
                if (piece >= m_pieces)
                    return;
                m_work(piece);
            }
        } catch (...) {
            m_next.store(m_pieces, std::memory_order_relaxed);
            const std::lock_guard lock(m_mutex);
            if (!m_error)
                m_error = std::current_exception();
        }
    }

    void rethrow() const
    {
        if (m_error)
            std::rethrow_exception(m_error);
    }

private:
    const std::ptrdiff_t m_pieces;
    const WorkReference m_work;
    std::atomic<std::ptrdiff_t> m_next{0};
    std::mutex m_mutex;
    std::exception_ptr m_error;
};

/** Whether this thread is at work on a piece, and so must not wait for the helpers. */
thread_local bool is_working = false;

/** The helping threads. One job at a time. */
class Helpers
{
public:
    ~Helpers()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
        }
        m_wake.notify_all();
        for (std::thread& thread : m_threads)
            thread.join();
    }

    /** False if another thread has the helpers. */
    bool run(std::ptrdiff_t pieces, WorkReference work, int helpers)
    {
        const std::unique_lock turn(m_turn, std::try_to_lock);
        if (!turn.owns_lock())
            return false;
        Job job(pieces, work);
        begin(job, helpers);
        is_working = true;
        job.takePieces();
        is_working = false;
        end();
        job.rethrow();
        return true;
    }

private:
    void begin(Job& job, int helpers)
    {
        {
            const std::lock_guard lock(m_mutex);
            startThreads(helpers);
            m_job = &job;
            m_wanted = helpers;
            m_round.fetch_add(1, std::memory_order_release);
        }
        m_wake.notify_all();
    }

    /** A system that gives no more threads gets the work done with those there are. */
    void startThreads(int helpers)
    {
        try {
            while (static_cast<int>(m_threads.size()) < helpers)
                m_threads.emplace_back([this] { help(); });
        } catch (const std::system_error&) {
        }
    }

    /** Takes the job back and waits for the helpers that are still at it. */
    void end()
    {
        std::unique_lock lock(m_mutex);
        m_job = nullptr;
        m_done.wait(lock, [this] { return m_busy == 0; });
    }

    void help()
    {
        is_working = true;
        unsigned seen = 0;
        for (;;) {
            lookOut(seen);
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [&] { return m_stop || m_round.load(std::memory_order_relaxed) != seen; });
            if (m_stop)
                return;
            seen = m_round.load(std::memory_order_relaxed);
            if (!m_job || m_wanted == 0)
                continue;
            --m_wanted;
            ++m_busy;
            Job& job = *m_job;
            lock.unlock();
            job.takePieces();
            lock.lock();
            if (--m_busy == 0)
                m_done.notify_one();
        }
    }

    /** Stays awake for a moment: products follow each other closely, and waking a sleeper takes as long as a small one. */
    void lookOut(unsigned seen) const
    {
        constexpr int glances = 200;
        for (int i = 0; i < glances && m_round.load(std::memory_order_acquire) == seen; ++i)
            std::this_thread::yield();
    }

    std::mutex m_turn; ///< held by the thread whose job it is
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake, m_done;
    std::vector<std::thread> m_threads;
    Job* m_job = nullptr;
    std::atomic<unsigned> m_round{0}; ///< counts jobs
    int m_wanted = 0; ///< helpers that may still join the job
    int m_busy = 0; ///< helpers at work on it
    bool m_stop = false;
};

int coreCount()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

#else

int coreCount()
{
    return 1;
}

#endif

std::atomic<int>& currentThreadCount()
{
    static std::atomic<int> count{coreCount()};
    return count;
}

} // namespace

int threadCount()
{
    return currentThreadCount().load(std::memory_order_relaxed);
}

void setThreadCount(int count)
{
    assert(count >= 1);
#ifdef GLASSFORMER_THREADS
    currentThreadCount().store(std::max(1, count), std::memory_order_relaxed);
#endif
}

void runInParallel(std::ptrdiff_t pieces, WorkReference work)
{
#ifdef GLASSFORMER_THREADS
    const auto helpers = static_cast<int>(std::min<std::ptrdiff_t>(threadCount(), pieces)) - 1;
    if (helpers > 0 && !is_working) {
        static Helpers pool;
        if (pool.run(pieces, work, helpers))
            return;
    }
#endif
    runHere(pieces, work);
}

} // namespace glassformer
