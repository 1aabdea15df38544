#include "core/file/bytes/file_fault.h"

#include <cerrno>

namespace glassformer {
namespace {

bool isDenied(const std::error_code& fault)
{
    return fault == std::errc::permission_denied || fault == std::errc::operation_not_permitted;
}

bool isMissing(const std::error_code& fault)
{
    // Below a file instead of a folder nothing can be found either.
    return fault == std::errc::no_such_file_or_directory || fault == std::errc::not_a_directory;
}

bool isFull(const std::error_code& fault)
{
#ifdef EDQUOT
    if (fault.value() == EDQUOT)
        return true;
#endif
    return fault == std::errc::no_space_on_device || fault == std::errc::file_too_large;
}

} // namespace

Message fileFault(const std::error_code& fault)
{
    if (isDenied(fault))
        return Message::tr("a file that you may not read");
    if (isMissing(fault))
        return Message::tr("no such file");
    if (fault == std::errc::is_a_directory)
        return Message::tr("a folder instead of a file");
    if (fault == std::errc::too_many_files_open || fault == std::errc::too_many_files_open_in_system)
        return Message::tr("too many files are open");
    return Message::tr("a file that cannot be read (%1)", fault.message());
}

Message folderFault(const std::error_code& fault)
{
    if (isDenied(fault))
        return Message::tr("a folder that you may not open");
    if (fault == std::errc::not_a_directory)
        return Message::tr("a file instead of a folder");
    if (isMissing(fault))
        return Message::tr("no such folder");
    if (isFull(fault))
        return Message::tr("no room on the disk");
    if (fault == std::errc::read_only_file_system)
        return Message::tr("a disk that can only be read");
    return Message::tr("a folder that cannot be read (%1)", fault.message());
}

Message writeFault(const std::error_code& fault, std::size_t n_bytes)
{
    if (isDenied(fault))
        return Message::tr("a folder that you may not write into");
    if (isMissing(fault))
        return Message::tr("a folder that does not exist");
    if (isFull(fault))
        return Message::tr("no room for %1 bytes", n_bytes);
    if (fault == std::errc::read_only_file_system)
        return Message::tr("a disk that can only be read");
    if (fault == std::errc::filename_too_long)
        return Message::tr("a name that is too long");
    return Message::tr("a file that cannot be written (%1)", fault.message());
}

Message faultRemedy(const std::error_code& fault)
{
    if (isDenied(fault))
        return Message::tr("Ask for permission, or choose another place.");
    if (isMissing(fault))
        return Message::tr("Check the name and the folder.");
    if (isFull(fault))
        return Message::tr("Make room on the disk, or choose another place.");
    if (fault == std::errc::read_only_file_system)
        return Message::tr("Choose another place.");
    return {};
}

Message folderRemedy(const std::error_code& fault)
{
    if (isDenied(fault))
        return Message::tr("Ask its owner for the right to read it, or copy it to a folder of your own.");
    if (fault == std::errc::not_a_directory)
        return Message::tr("Choose the folder that holds config.json and the weights.");
    if (isMissing(fault))
        return Message::tr("It may have been moved, renamed or deleted, or its disk is not connected.");
    return faultRemedy(fault);
}

} // namespace glassformer
