#include "core/file/folder_check.h"

#include "core/error.h"
#include "core/file/byte_file.h"

namespace glassformer {

namespace fs = std::filesystem;

void requireFolder(const fs::path& path)
{
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (status.type() == fs::file_type::not_found)
        throw Error({Message::tr("a folder that is not there"), pathText(path), {},
            Message::tr("It may have been moved, renamed or deleted, or its disk is not connected.")});
    if (!failed && status.type() != fs::file_type::directory)
        throw Error({Message::tr("a file"), pathText(path), Message::tr("the folder of a model"),
            Message::tr("Choose the folder that holds config.json and the weights.")});
    if (!failed)
        fs::directory_iterator(path, failed);
    if (failed)
        throw Error({Message::tr("a folder that cannot be read (%1)", failed.message()), pathText(path), {},
            Message::tr("Ask its owner for the right to read it, or copy it to a folder of your own.")});
}

} // namespace glassformer
