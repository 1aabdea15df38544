#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace glassformer {

/**
 * A file that is held open and read piece by piece, at any place. It is read, never mapped into memory: a mapped file
 * that another program cuts would end the program.
 *
 * The file may be replaced by a new one under its name: the old bytes stay readable (on Windows it cannot be replaced
 * meanwhile). A file that is cut or written over in place is noticed by its size and time.
 */
class OpenFile
{
public:
    /** \throws Error if the file is missing, no regular file (a folder, a pipe), or may not be read */
    explicit OpenFile(std::filesystem::path path);
    ~OpenFile();
    OpenFile(OpenFile&&) noexcept;
    OpenFile& operator=(OpenFile&&) noexcept;

    const std::filesystem::path& path() const { return m_path; }
    std::uint64_t size() const { return m_size; } ///< in bytes, when it was opened

    /**
     * Fills out with the bytes that begin at offset; several threads may read at the same time.
     * \throws Error if the file has been changed since it was opened, or cannot be read there
     */
    void read(std::uint64_t offset, std::span<char> out) const;

private:
    struct Handle;

    std::filesystem::path m_path;
    std::uint64_t m_size = 0;
    std::unique_ptr<Handle> m_handle;
};

} // namespace glassformer
