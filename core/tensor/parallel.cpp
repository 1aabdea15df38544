#include "core/tensor/parallel.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstdint>

#if !defined(__EMSCRIPTEN__) || defined(__EMSCRIPTEN_PTHREADS__)
#define GLASSFORMER_THREADS
#include <chrono>
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

/** Tells the processor that this thread waits for another. */
void pause()
{
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#endif
}

/**
 * Waits for a moment without sleeping: products follow each other closely, and waking a sleeper takes as long as a small
 * one. Now and then the processor is offered to others, who may have the work that is waited for; where somebody takes it
 * the moment is over.
 * \returns whether it came
 */
template <typename IsThere> bool lookOut(IsThere is_there)
{
    constexpr std::chrono::microseconds moment{100};
    constexpr int glances = 50;
    const auto begin = std::chrono::steady_clock::now();
    do {
        for (int i = 0; i < glances; ++i) {
            if (is_there())
                return true;
            pause();
        }
        std::this_thread::yield();
    } while (std::chrono::steady_clock::now() - begin < moment);
    return is_there();
}

/**
 * The helping threads. One job at a time. A helper joins a job and leaves it without a lock; the lock is for those who
 * sleep. Who is about to sleep says so before it looks a last time, and who has news tells it before it looks for sleepers:
 * one of both sees the other.
 */
class Helpers
{
public:
    ~Helpers()
    {
        m_stop.store(true);
        wake(m_wake);
        for (std::thread& thread : m_threads)
            thread.join();
    }

    /** False if another thread has the helpers. */
    bool run(std::ptrdiff_t pieces, WorkReference work, int helpers)
    {
        const std::unique_lock turn(m_turn, std::try_to_lock);
        if (!turn.owns_lock())
            return false;
        startThreads(helpers);
        Job job(pieces, work);
        m_job = &job;
        m_state.store(State{++m_round, static_cast<std::uint16_t>(helpers), 0}.packed());
        if (m_sleepers.load() > 0)
            wake(m_wake);
        is_working = true;
        job.takePieces();
        is_working = false;
        end();
        job.rethrow();
        return true;
    }

private:
    /** Of the job: its number, helpers that may still join it, and helpers at work on it. */
    struct State
    {
        std::uint32_t round = 0;
        std::uint16_t wanted = 0;
        std::uint16_t busy = 0;

        static State of(std::uint64_t packed)
        {
            return {static_cast<std::uint32_t>(packed >> 32), static_cast<std::uint16_t>(packed >> 16),
                static_cast<std::uint16_t>(packed)};
        }
        std::uint64_t packed() const
        {
            return std::uint64_t{round} << 32 | std::uint64_t{wanted} << 16 | busy;
        }
    };

    State state() const { return State::of(m_state.load()); }

    template <typename Change> State change(Change change)
    {
        std::uint64_t now = m_state.load();
        for (;;) {
            const State next = change(State::of(now));
            if (m_state.compare_exchange_weak(now, next.packed()))
                return next;
        }
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

    void wake(std::condition_variable& sleepers)
    {
        {
            const std::lock_guard lock(m_mutex);
        }
        sleepers.notify_all();
    }

    /** Lets nobody join any more and waits for the helpers that are still at it. */
    void end()
    {
        change([](State state) {
            state.wanted = 0;
            return state;
        });
        const auto is_done = [this] { return state().busy == 0; };
        if (lookOut(is_done))
            return;
        std::unique_lock lock(m_mutex);
        m_waits.store(true);
        m_done.wait(lock, is_done);
        m_waits.store(false);
    }

    /** Whether a helper is at work now; then it leaves. */
    bool join()
    {
        bool has_joined = false;
        change([&has_joined](State state) {
            has_joined = state.wanted > 0;
            if (has_joined) {
                --state.wanted;
                ++state.busy;
            }
            return state;
        });
        return has_joined;
    }

    void leave()
    {
        const State left = change([](State state) {
            --state.busy;
            return state;
        });
        if (left.busy == 0 && m_waits.load())
            wake(m_done);
    }

    void help()
    {
        is_working = true;
        std::uint32_t seen = 0;
        for (;;) {
            const auto has_news = [&] { return m_stop.load() || state().round != seen; };
            if (!lookOut(has_news)) {
                std::unique_lock lock(m_mutex);
                ++m_sleepers;
                m_wake.wait(lock, has_news);
                --m_sleepers;
            }
            if (m_stop.load())
                return;
            seen = state().round;
            if (!join())
                continue;
            m_job->takePieces();
            leave();
        }
    }

    std::mutex m_turn; ///< held by the thread whose job it is
    std::mutex m_mutex; ///< of those who sleep
    std::condition_variable m_wake, m_done;
    std::vector<std::thread> m_threads;
    Job* m_job = nullptr; ///< read only by helpers that have joined
    std::uint32_t m_round = 0; ///< counts jobs
    std::atomic<std::uint64_t> m_state{0};
    std::atomic<int> m_sleepers{0};
    std::atomic<bool> m_waits{false}; ///< the thread whose job it is sleeps until its helpers are done
    std::atomic<bool> m_stop{false};
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
