#pragma once

#include "core/file/bytes/byte_source.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** What is read whole has at most so many bytes, unless its reader says otherwise. */
inline constexpr std::uint64_t largest_whole_file = 64ull << 20;

/**
 * Files by name: the one door by which models, corpora, recipes and checkpoints come in. Who reads them doesn't know
 * whether they lie in a folder, in memory, in the program's resources or where somebody dropped them.
 *
 * Names are plain file names in UTF-8, without folders. An object can be shared by threads.
 */
class Files
{
public:
    virtual ~Files() = default;

    /** All that there are, sorted. \throws Error if they cannot be listed, with the reason */
    virtual std::vector<std::string> names() const = 0;
    /** \throws Error if that cannot be told, with the reason */
    virtual bool contains(const std::string& name) const = 0;
    /** \throws Error if there is no such file, or if it may not be read */
    virtual std::unique_ptr<ByteSource> open(const std::string& name) const = 0;

    /** How messages name a file, also one that is missing. */
    virtual std::string where(const std::string& name) const = 0;
    /** How messages name all together. */
    virtual std::string where() const = 0;
    /** What people call them: the folder's own name. */
    virtual std::string title() const = 0;
    /** The folder by which they can be opened again; empty if there is none. */
    virtual std::filesystem::path folder() const { return {}; }

    /** All bytes of a file; \throws Error as open() and for more than limit bytes */
    std::string bytes(const std::string& name, std::uint64_t limit = largest_whole_file) const;
    /** The same; nothing if there is no such file. */
    std::optional<std::string> find(const std::string& name, std::uint64_t limit = largest_whole_file) const;
};

using FilesPointer = std::shared_ptr<const Files>;

/** Files that can be written too: checkpoints, traces, pictures. */
class FileStore : public Files
{
public:
    /**
     * Puts the bytes there in place of what the file held: all of them or none.
     * \throws Error with the reason: no permission, no room, a folder of that name
     */
    virtual void write(const std::string& name, std::string_view bytes) = 0;
};

/** Whether a name is that of a file among others: not empty, no folders, no drive, no NUL, not "." or "..". */
bool isPlainFileName(std::string_view name);

} // namespace glassformer
