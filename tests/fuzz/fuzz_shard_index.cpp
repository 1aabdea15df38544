// An index is refused, or every file that it names is a plain name beside it: no path leads out of the folder.
#include "core/file/safetensors/safetensors_index.h"
#include "tests/fuzz/fuzz.h"

#include <filesystem>

using namespace glassformer;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::accepted([json = fuzz::textOf(data, size)] {
        const auto shards = shardsFromIndex(json, "model.safetensors.index.json");
        fuzz::require(!shards.empty(), "an index names at least one file");
        for (const auto& [tensor, file] : shards) {
            const std::filesystem::path path(file);
            fuzz::require(path.is_relative() && path == path.filename() && path.extension() == ".safetensors",
                "a shard is a plain file name");
            fuzz::require(file.find_first_of("\\:") == std::string::npos, "on every platform");
        }
    });
    return 0;
}
