#include "core/file/bytes/byte_source.h"

#include "core/error.h"

#include <algorithm>

namespace glassformer {

void requireAtMost(const ByteSource& source, std::uint64_t limit)
{
    if (source.size() > limit)
        throw Error({Message::tr("a file of %1 bytes", source.size()), source.where(),
            Message::tr("at most %1 bytes", limit), {}});
}

std::string allBytes(const ByteSource& source, std::uint64_t limit)
{
    requireAtMost(source, limit);
    std::string bytes(static_cast<std::size_t>(source.size()), '\0');
    source.read(0, bytes);
    return bytes;
}

void MemoryBytes::read(std::uint64_t offset, std::span<char> out) const
{
    if (offset > m_bytes->size() || out.size() > m_bytes->size() - offset)
        throw Error({Message::tr("a file that cannot be read from byte %1", m_bytes->size()), m_where, {},
            Message::tr("Check the disk, or copy the file again.")});
    std::copy_n(m_bytes->data() + offset, out.size(), out.data());
}

} // namespace glassformer
