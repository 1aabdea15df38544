#pragma once

#if defined(__unix__)
#include <unistd.h>
#endif

namespace glassformer {

/**
 * Whoever may do everything is somebody else as long as this lives, so that what is closed by its permissions is closed.
 */
class WithoutRights
{
public:
#if defined(__unix__)
    WithoutRights()
        : m_before(geteuid())
    {
        constexpr uid_t nobody = 65534;
        if (m_before == 0 && seteuid(nobody) != 0)
            m_before = nobody;
    }
    ~WithoutRights()
    {
        if (m_before == 0 && seteuid(0) != 0)
            _exit(1);
    }
    bool work() const
    {
        return geteuid() != 0;
    }

private:
    uid_t m_before;
#else
    bool work() const
    {
        return false;
    }
#endif
};

} // namespace glassformer
