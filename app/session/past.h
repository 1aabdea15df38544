#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace glassformer {

/** What was, in its order, with a place in it: going back leaves what came after until something else happens. Not empty. */
template <typename Value> class Past
{
public:
    /** Of more than `most` the oldest are forgotten. */
    Past(Value first, std::size_t most)
        : m_values{std::move(first)}
        , m_most(most)
    {
    }

    const Value& now() const { return m_values[m_now]; }
    std::size_t place() const { return m_now; }
    bool canGo(int by) const
    {
        const std::ptrdiff_t to = static_cast<std::ptrdiff_t>(m_now) + by;
        return to >= 0 && to < std::ssize(m_values);
    }

    /** Back or forward; canGo() there. */
    const Value& go(int by)
    {
        m_now = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(m_now) + by);
        return now();
    }

    /** Something else than now; what came after now is forgotten. */
    void add(Value value)
    {
        m_values.resize(m_now + 1, m_values.front());
        m_values.push_back(std::move(value));
        if (m_values.size() > m_most)
            m_values.erase(m_values.begin());
        m_now = m_values.size() - 1;
    }

    void replace(Value value) { m_values[m_now] = std::move(value); }

private:
    std::vector<Value> m_values;
    std::size_t m_now = 0;
    std::size_t m_most;
};

} // namespace glassformer
