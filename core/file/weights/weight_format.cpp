#include "core/file/weights/weight_format.h"

#include "core/file/model_folder.h"
#include "core/file/safetensors/safetensors_header.h"
#include "core/file/safetensors/safetensors_index.h"

#include <algorithm>
#include <set>

namespace glassformer {
namespace {

bool hasSafetensors(const Files& files)
{
    return files.contains(weights_file_name) || files.contains(weights_index_file_name);
}

WeightLayout safetensorsLayout(const Files& files)
{
    if (files.contains(weights_file_name) || !files.contains(weights_index_file_name))
        return {{weights_file_name}};
    WeightLayout layout;
    layout.index = weights_index_file_name;
    layout.file_of =
        shardsFromIndex(files.bytes(weights_index_file_name), files.where(weights_index_file_name));
    std::set<std::string> names;
    for (const auto& [tensor, file] : layout.file_of)
        names.insert(file);
    layout.files.assign(names.begin(), names.end());
    return layout;
}

TensorTable safetensorsTable(const ByteSource& file)
{
    return readSafetensorsHeader(file);
}

} // namespace

const std::vector<WeightFormat>& weightFormats()
{
    static const std::vector<WeightFormat> formats{
        {"safetensors", hasSafetensors, safetensorsLayout, safetensorsTable}};
    return formats;
}

const WeightFormat& weightFormatOf(const Files& files)
{
    const std::vector<WeightFormat>& formats = weightFormats();
    const auto found = std::find_if(formats.begin(), formats.end(),
        [&files](const WeightFormat& format) { return format.isThere(files); });
    return found == formats.end() ? formats.front() : *found;
}

bool hasWeights(const Files& files)
{
    return weightFormatOf(files).isThere(files);
}

} // namespace glassformer
