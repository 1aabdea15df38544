#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>

namespace glassformer {

/** The bytes of one file, wherever they lie, read piece by piece at any place; by several threads at the same time. */
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    virtual std::uint64_t size() const = 0;
    /** How messages name it. */
    virtual std::string where() const = 0;
    /**
     * Fills out with the bytes that begin at offset.
     * \throws Error if they are not all there, have been changed since the source was opened, or cannot be read
     */
    virtual void read(std::uint64_t offset, std::span<char> out) const = 0;
};

/** \throws Error for a source of more than limit bytes */
void requireAtMost(const ByteSource& source, std::uint64_t limit);

/**
 * All bytes. The size is compared with the limit before memory is asked for, so that a sparse file that claims terabytes
 * costs nothing.
 * \throws Error for a source of more than limit bytes
 */
std::string allBytes(const ByteSource& source, std::uint64_t limit);

/** Bytes in memory: of something dropped, of a resource, of a test. */
class MemoryBytes : public ByteSource
{
public:
    MemoryBytes(std::shared_ptr<const std::string> bytes, std::string where)
        : m_bytes(std::move(bytes))
        , m_where(std::move(where))
    {
    }
    MemoryBytes(std::string bytes, std::string where)
        : MemoryBytes(std::make_shared<const std::string>(std::move(bytes)), std::move(where))
    {
    }

    std::uint64_t size() const override { return m_bytes->size(); }
    std::string where() const override { return m_where; }
    void read(std::uint64_t offset, std::span<char> out) const override;

private:
    std::shared_ptr<const std::string> m_bytes; ///< shared with whoever keeps them
    std::string m_where;
};

} // namespace glassformer
