#include "core/file/bytes/path_inside.h"

#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/bytes/file_fault.h"

#include <string>

namespace glassformer {

namespace fs = std::filesystem;

fs::path pathInside(const fs::path& folder, std::string_view name)
{
    const fs::path path = folder / pathFromText(name);
    std::error_code failed;
    const fs::path home = fs::canonical(folder, failed);
    const fs::path target = failed ? fs::path() : fs::weakly_canonical(path, failed);
    if (failed)
        throw Error({fileFault(failed), pathText(path), {}, faultRemedy(failed)});

    const bool is_cache = home.parent_path().filename() == "snapshots";
    const fs::path blobs = home.parent_path().parent_path() / "blobs";
    if (target.parent_path() != home && !(is_cache && target.parent_path() == blobs)) {
        throw Error({Message::tr("a link that leads out of the model's folder"), pathText(path),
            Message::tr("a file in the folder"), Message::tr("Put the file itself there.")});
    }
    return path;
}

} // namespace glassformer
