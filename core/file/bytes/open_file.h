#pragma once

#include "core/file/bytes/byte_source.h"

#include <filesystem>
#include <memory>

namespace glassformer {

/**
 * A file that is held open and read piece by piece, at any place. It is read, never mapped into memory: a mapped file
 * that another program cuts would end the program.
 *
 * The file may be replaced by a new one under its name: the old bytes stay readable (on Windows it cannot be replaced
 * meanwhile). A file that is cut or written over in place is noticed by its size and time.
 */
class OpenFile : public ByteSource
{
public:
    /** \throws Error with the reason if the file is missing, no regular file (a folder, a pipe), or may not be read */
    explicit OpenFile(std::filesystem::path path);
    ~OpenFile() override;
    OpenFile(OpenFile&&) noexcept;
    OpenFile& operator=(OpenFile&&) noexcept;

    std::uint64_t size() const override { return m_size; } ///< in bytes, when it was opened
    std::string where() const override; ///< its path
    void read(std::uint64_t offset, std::span<char> out) const override;

private:
    struct Handle;

    std::filesystem::path m_path;
    std::uint64_t m_size = 0;
    std::unique_ptr<Handle> m_handle;
};

} // namespace glassformer
