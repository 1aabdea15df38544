#pragma once

#include "core/file/bytes/open_file.h"
#include "core/file/weights/weight_source.h"

#include <filesystem>
#include <string>

namespace glassformer {

/** The tensors of a file in memory. */
inline WeightSource tensorsIn(std::string bytes, std::string file)
{
    return WeightSource::ofFile(std::make_unique<MemoryBytes>(std::move(bytes), std::move(file)));
}

/** The tensors of one file, whatever its name. */
inline WeightSource tensorsIn(const std::filesystem::path& path)
{
    return WeightSource::ofFile(std::make_unique<OpenFile>(path));
}

} // namespace glassformer
