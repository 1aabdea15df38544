#include "core/file/weight_files.h"

#include "core/file/byte_file.h"
#include "core/file/model_folder.h"
#include "core/file/safetensors_file.h"
#include "core/file/safetensors_index.h"

#include <set>

namespace glassformer {
namespace {

constexpr std::uint64_t largest_weights = 64ull << 30;
constexpr std::uint64_t largest_index = 64ull << 20;

SafetensorsFile open(const std::filesystem::path& path)
{
    return SafetensorsFile(readFile(path, largest_weights), pathText(path));
}

bool isFile(const std::filesystem::path& path)
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored);
}

} // namespace

bool hasWeights(const std::filesystem::path& folder)
{
    return isFile(folder / weights_file_name) || isFile(folder / weights_index_file_name);
}

std::map<std::string, Tensor> readWeights(const std::filesystem::path& folder)
{
    std::map<std::string, Tensor> tensors;
    const std::filesystem::path index = folder / weights_index_file_name;
    if (isFile(folder / weights_file_name) || !isFile(index)) {
        const SafetensorsFile file = open(folder / weights_file_name);
        for (const std::string& name : file.names())
            tensors[name] = file.finiteTensor(name);
        return tensors;
    }
    const std::map<std::string, std::string> shards =
        shardsFromIndex(readFile(index, largest_index), pathText(index));
    std::set<std::string> files;
    for (const auto& [name, file] : shards)
        files.insert(file);
    for (const std::string& file_name : files) {
        const SafetensorsFile file = open(folder / pathFromText(file_name));
        for (const auto& [name, shard] : shards)
            if (shard == file_name)
                tensors[name] = file.finiteTensor(name);
    }
    return tensors;
}

} // namespace glassformer
