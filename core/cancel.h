#pragma once

#include "core/error.h"

#include <atomic>
#include <memory>

namespace glassformer {

/** A small value that long loops look at. Copies share the wish; a default-made flag is never raised by others. */
class CancelFlag
{
public:
    CancelFlag()
        : m_raised(std::make_shared<std::atomic<bool>>(false))
    {
    }

    void raise() const { m_raised->store(true, std::memory_order_relaxed); }
    bool isRaised() const { return m_raised->load(std::memory_order_relaxed); }

    /** @throws Cancelled if somebody raised the flag. */
    void check() const
    {
        if (isRaised())
            throw Cancelled();
    }

private:
    std::shared_ptr<std::atomic<bool>> m_raised;
};

} // namespace glassformer
