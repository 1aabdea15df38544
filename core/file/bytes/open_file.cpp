#include "core/file/bytes/open_file.h"

#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/file_fault.h"

#include <cerrno>
#include <optional>
#include <string>

// The one place that knows how this platform reads at an offset. Where there is no pread, a stream does it.
#if defined(__unix__) && !defined(__EMSCRIPTEN__) || defined(__APPLE__)
#define GLASSFORMER_HAS_PREAD
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <fstream>
#include <mutex>
#endif

namespace glassformer {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, Message found, Message remedy)
{
    throw Error({std::move(found), pathText(path), {}, std::move(remedy)});
}

/** What a write to the file changes. */
struct Stamp
{
    std::uint64_t size = 0;
    std::int64_t seconds = 0;
    std::int64_t fraction = 0;

    bool operator==(const Stamp&) const = default;
};

} // namespace

#ifdef GLASSFORMER_HAS_PREAD

static_assert(sizeof(off_t) == 8, "files beyond 2 GB need wide offsets: compile with _FILE_OFFSET_BITS=64");

struct OpenFile::Handle
{
    explicit Handle(const fs::path& path)
        // Without O_NONBLOCK the opening of a pipe would wait for a writer; regular files do not mind it.
        : descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))
    {
        if (const std::optional<Stamp> now = stamp())
            opened = *now;
    }
    ~Handle()
    {
        if (descriptor >= 0)
            ::close(descriptor);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    bool isOpen() const { return descriptor >= 0; }

    std::optional<Stamp> stamp() const
    {
        struct stat status
        {
        };
        if (descriptor < 0 || ::fstat(descriptor, &status) != 0)
            return std::nullopt;
#ifdef __APPLE__
        const timespec& time = status.st_mtimespec;
#else
        const timespec& time = status.st_mtim;
#endif
        return Stamp{static_cast<std::uint64_t>(status.st_size), static_cast<std::int64_t>(time.tv_sec),
            static_cast<std::int64_t>(time.tv_nsec)};
    }

    /** The bytes that could be read; fewer only at the end of the file or after a fault. */
    std::size_t read(std::uint64_t offset, std::span<char> out) const
    {
        std::size_t done = 0;
        while (done < out.size()) {
            const ssize_t count =
                ::pread(descriptor, out.data() + done, out.size() - done, static_cast<off_t>(offset + done));
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                break;
            done += static_cast<std::size_t>(count);
        }
        return done;
    }

    int descriptor;
    Stamp opened;
};

#else

struct OpenFile::Handle
{
    explicit Handle(const fs::path& file)
        : path(file)
        , stream(file, std::ios::binary)
    {
        if (const std::optional<Stamp> now = stamp())
            opened = *now;
    }

    bool isOpen() const { return stream.is_open(); }

    std::optional<Stamp> stamp() const
    {
        std::error_code failed;
        const std::uintmax_t size = fs::file_size(path, failed);
        if (failed)
            return std::nullopt;
        const auto time = fs::last_write_time(path, failed).time_since_epoch().count();
        return Stamp{static_cast<std::uint64_t>(size), static_cast<std::int64_t>(time), 0};
    }

    std::size_t read(std::uint64_t offset, std::span<char> out) const
    {
        const std::lock_guard<std::mutex> alone(mutex);
        stream.clear();
        stream.seekg(static_cast<std::streamoff>(offset));
        stream.read(out.data(), static_cast<std::streamsize>(out.size()));
        return static_cast<std::size_t>(stream.gcount());
    }

    fs::path path;
    mutable std::mutex mutex;
    mutable std::ifstream stream;
    Stamp opened;
};

#endif

OpenFile::OpenFile(fs::path path)
    : m_path(std::move(path))
{
    std::error_code failed;
    const fs::file_status status = fs::status(m_path, failed);
    if (status.type() == fs::file_type::not_found)
        failed = std::make_error_code(std::errc::no_such_file_or_directory);
    if (failed)
        refuse(m_path, fileFault(failed), faultRemedy(failed));
    if (!fs::is_regular_file(status))
        refuse(m_path,
            fs::is_directory(status) ? Message::tr("a folder instead of a file")
                                     : Message::tr("no regular file"),
            {});

    errno = 0;
    m_handle = std::make_unique<Handle>(m_path);
    if (!m_handle->isOpen()) {
        const std::error_code fault(errno, std::generic_category());
        refuse(m_path, fileFault(fault), faultRemedy(fault));
    }
    m_size = m_handle->opened.size;
}

OpenFile::~OpenFile() = default;
OpenFile::OpenFile(OpenFile&&) noexcept = default;
OpenFile& OpenFile::operator=(OpenFile&&) noexcept = default;

std::string OpenFile::where() const
{
    return pathText(m_path);
}

void OpenFile::read(std::uint64_t offset, std::span<char> out) const
{
    const std::size_t done = m_handle->read(offset, out);
    // Looked at afterwards: what was read before a change is what the file held.
    if (m_handle->stamp() != m_handle->opened)
        refuse(m_path, Message::tr("a file that another program changed while it was open"),
            Message::tr("Open it again."));
    if (done < out.size()) {
        refuse(m_path, Message::tr("a file that cannot be read from byte %1", offset + done),
            Message::tr("Check the disk, or copy the file again."));
    }
}

} // namespace glassformer
