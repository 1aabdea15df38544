#include "core/file/bytes/byte_file.h"

#include "core/error.h"
#include "core/file/bytes/file_fault.h"

#include <cerrno>
#include <fstream>
#include <random>
#include <vector>

namespace glassformer {
namespace {

namespace fs = std::filesystem;

constexpr fs::perms anyone_writes = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;

[[noreturn]] void refuse(const fs::path& path, Message found, Message expected = {}, Message remedy = {})
{
    throw Error({std::move(found), pathText(path), std::move(expected), std::move(remedy)});
}

/** The reason of the last call that failed; streams leave it where the system puts it. */
std::error_code lastFault()
{
    return std::error_code(errno, std::generic_category());
}

[[noreturn]] void refuseReading(const fs::path& path, const std::error_code& fault)
{
    refuse(path, fileFault(fault), {}, faultRemedy(fault));
}

[[noreturn]] void refuseWriting(const fs::path& path, const std::error_code& fault, std::size_t n_bytes)
{
    refuse(path, writeFault(fault, n_bytes), {}, faultRemedy(fault));
}

[[noreturn]] void refuseSize(const fs::path& path, std::uint64_t limit, Message found)
{
    refuse(path, std::move(found), Message::tr("at most %1 bytes", limit));
}

/** The size, or 0 where only reading can tell (a pipe, a device). */
std::uint64_t knownSize(const fs::path& path)
{
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(path, failed);
    return failed ? 0 : static_cast<std::uint64_t>(size);
}

/**
 * A new name in the same folder, since only there a rename is one step. It does not contain the final name:
 * that may already have the greatest length which the file system allows.
 */
fs::path siblingFor(const fs::path& path)
{
    std::random_device random;
    fs::path sibling;
    std::error_code ignored;
    do {
        sibling = path.parent_path() / (".glassformer-" + std::to_string(random()) + ".part");
    } while (fs::exists(sibling, ignored));
    return sibling;
}

/** All bytes, or an Error that names the path which was asked for. */
void writeBytes(const fs::path& asked, const fs::path& path, std::string_view bytes)
{
    errno = 0;
    std::ofstream stream(path, std::ios::binary);
    if (stream)
        stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (stream)
        stream.close();
    if (!stream)
        refuseWriting(asked, lastFault(), bytes.size());
}

/** Removes the half-written file on every way out but the good one. */
class PartFile
{
public:
    explicit PartFile(fs::path path)
        : m_path(std::move(path))
    {
    }
    ~PartFile()
    {
        std::error_code ignored;
        fs::remove(m_path, ignored);
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

} // namespace

std::string pathText(const fs::path& path)
{
    const std::u8string text = path.u8string();
    return std::string(text.begin(), text.end());
}

fs::path pathFromText(std::string_view utf8)
{
    return fs::path(std::u8string(utf8.begin(), utf8.end()));
}

bool isFile(const fs::path& path)
{
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

std::string readFile(const fs::path& path, std::uint64_t limit)
{
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (status.type() == fs::file_type::not_found)
        failed = std::make_error_code(std::errc::no_such_file_or_directory);
    if (failed)
        refuseReading(path, failed);
    if (fs::is_directory(status))
        refuse(path, Message::tr("a folder"), Message::tr("a file"));

    const std::uint64_t size = knownSize(path);
    if (size > limit)
        refuseSize(path, limit, Message::tr("a file of %1 bytes", size));
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        refuseReading(path, lastFault());

    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(size));
    std::vector<char> block(std::size_t{1} << 16);
    while (stream) {
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        const auto count = static_cast<std::size_t>(stream.gcount());
        if (count > limit - bytes.size())
            refuseSize(path, limit, Message::tr("a file that goes on past the limit"));
        bytes.append(block.data(), count);
    }
    if (stream.bad() || bytes.size() < size) {
        refuse(path, Message::tr("a file that could be read only as far as byte %1", bytes.size()),
            Message::tr("%1 bytes", size));
    }
    return bytes;
}

void writeFile(const fs::path& path, std::string_view bytes)
{
    std::error_code failed;
    const fs::path target = fs::exists(path, failed) ? fs::canonical(path, failed) : path;
    if (failed)
        refuseWriting(path, failed, bytes.size());
    const fs::file_status old = fs::status(target, failed);
    if (fs::is_directory(old))
        refuse(path, Message::tr("a folder"), Message::tr("a file"));
    if (fs::exists(old) && !fs::is_regular_file(old))
        return writeBytes(path, target, bytes);
    if (fs::exists(old) && (old.permissions() & anyone_writes) == fs::perms::none)
        refuse(path, Message::tr("a file that is write-protected"), {},
            Message::tr("Choose another name, or lift its protection."));
    if (target.has_parent_path() && !fs::is_directory(target.parent_path(), failed))
        refuseWriting(path, failed ? failed : std::make_error_code(std::errc::not_a_directory), bytes.size());

    const PartFile part(siblingFor(target));
    writeBytes(path, part.path(), bytes);
    if (fs::is_regular_file(old))
        fs::permissions(part.path(), old.permissions(), failed);
    fs::rename(part.path(), target, failed);
    if (failed)
        refuseWriting(path, failed, bytes.size());
}

} // namespace glassformer
