#include "core/tensor/parallel.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstdint>
#include <limits>

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

/** Pieces from one on, of which nobody has taken any. */
struct Range
{
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    static Range of(std::uint64_t packed)
    {
        return {static_cast<std::uint32_t>(packed >> 32), static_cast<std::uint32_t>(packed)};
    }
    std::uint64_t packed() const { return std::uint64_t{begin} << 32 | end; }
    std::uint32_t size() const { return end - begin; }
};

/** What one thread has left of its share of a job, in a cache line of its own. */
struct alignas(64) Seat
{
    std::atomic<std::uint64_t> range{0};
};

/**
 * One call of parallelFor: the pieces that nobody has taken yet. Every thread begins with a range of its own, so that what it
 * needs of one piece stands beside what it needs of the next; when that is done, it takes over half of the largest that is
 * left, so that all end at the same time, whoever was held up.
 */
class Job
{
public:
    /** \param seats  one for each thread that may join, this one included; nobody else has them meanwhile */
    Job(std::ptrdiff_t pieces, WorkReference work, std::vector<Seat>& seats)
        : m_work(work)
        , m_seats(seats)
    {
        assert(pieces <= std::numeric_limits<std::uint32_t>::max());
        const std::ptrdiff_t count = std::ssize(m_seats);
        const auto bound = [&](std::ptrdiff_t seat) {
            return static_cast<std::uint32_t>(pieces * seat / count);
        };
        for (std::ptrdiff_t seat = 0; seat < count; ++seat)
            rangeOf(static_cast<int>(seat))
                .store(Range{bound(seat), bound(seat + 1)}.packed(), std::memory_order_relaxed);
    }

    /** \param seat  of one thread alone */
    void takePieces(int seat)
    {
        try {
            std::uint32_t piece = 0;
            while (!m_has_failed.load(std::memory_order_relaxed) && take(seat, piece))
                m_work(static_cast<std::ptrdiff_t>(piece));
        } catch (...) {
            m_has_failed.store(true, std::memory_order_relaxed);
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
    std::atomic<std::uint64_t>& rangeOf(int seat) { return m_seats[static_cast<std::size_t>(seat)].range; }

    /** The first piece of the thread's own range, or of what others leave it. */
    bool take(int seat, std::uint32_t& piece)
    {
        do {
            std::uint64_t own = rangeOf(seat).load(std::memory_order_relaxed);
            while (Range::of(own).size() > 0) {
                const Range range = Range::of(own);
                if (rangeOf(seat).compare_exchange_weak(
                        own, Range{range.begin + 1, range.end}.packed(), std::memory_order_relaxed)) {
                    piece = range.begin;
                    return true;
                }
            }
        } while (takeOver(seat));
        return false;
    }

    /** The later half of the largest range becomes that of a thread whose own is done; false if nothing is left. */
    bool takeOver(int seat)
    {
        for (;;) {
            Seat* largest = nullptr;
            Range range;
            for (Seat& other : m_seats) {
                const Range left = Range::of(other.range.load(std::memory_order_relaxed));
                if (left.size() > range.size()) {
                    largest = &other;
                    range = left;
                }
            }
            if (!largest)
                return false;
            const std::uint32_t middle = range.begin + range.size() / 2;
            std::uint64_t expected = range.packed();
            if (largest->range.compare_exchange_strong(
                    expected, Range{range.begin, middle}.packed(), std::memory_order_relaxed)) {
                rangeOf(seat).store(Range{middle, range.end}.packed(), std::memory_order_relaxed);
                return true;
            }
        }
    }

    const WorkReference m_work;
    std::vector<Seat>& m_seats;
    std::atomic<bool> m_has_failed{false};
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
        if (m_seats.size() != static_cast<std::size_t>(helpers) + 1)
            m_seats = std::vector<Seat>(static_cast<std::size_t>(helpers) + 1);
        Job job(pieces, work, m_seats);
        m_job = &job;
        m_state.store(State{++m_round, static_cast<std::uint16_t>(helpers), 0}.packed());
        if (m_sleepers.load() > 0)
            wake(m_wake);
        is_working = true;
        job.takePieces(0);
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

    /** The seat of a helper that is at work from now on, until it leaves; 0: it came too late. */
    int join()
    {
        int seat = 0;
        change([&seat](State state) {
            seat = state.wanted;
            if (seat > 0) {
                --state.wanted;
                ++state.busy;
            }
            return state;
        });
        return seat;
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
            if (const int seat = join()) {
                m_job->takePieces(seat);
                leave();
            }
        }
    }

    std::mutex m_turn; ///< held by the thread whose job it is
    std::mutex m_mutex; ///< of those who sleep
    std::condition_variable m_wake, m_done;
    std::vector<std::thread> m_threads;
    std::vector<Seat> m_seats; ///< of the job; kept, since making them takes as long as a small one
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
