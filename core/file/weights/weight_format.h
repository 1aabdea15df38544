#pragma once

#include "core/file/bytes/files.h"
#include "core/file/weights/tensor_table.h"

#include <map>
#include <string>
#include <vector>

namespace glassformer {

/** Which of a model's files hold its weights. */
struct WeightLayout
{
    std::vector<std::string> files; ///< at least one
    /** The file of every tensor, where an index says so; otherwise empty: all tensors of all files. */
    std::map<std::string, std::string> file_of{};
    std::string index{}; ///< the name of that index
};

/**
 * A format of weights. It says where numbers lie; WeightSource reads them and makes float32 of them. Another format is
 * another entry here, and for types of numbers that safetensors doesn't have, entries of TensorType.
 */
struct WeightFormat
{
    const char* name; ///< "safetensors"
    /** Whether a model's files hold weights under this format's names. */
    bool (*isThere)(const Files& files);
    /** \throws Error for an index that is none */
    WeightLayout (*layout)(const Files& files);
    /** What one file holds; reads no more of it than that table. \throws Error for a file that is not in this format */
    TensorTable (*table)(const ByteSource& file);
};

/** All that are known; the first is what models of our own are written in. */
const std::vector<WeightFormat>& weightFormats();

/** The first format whose weights are there, or the first of all, which then says what is missing. */
const WeightFormat& weightFormatOf(const Files& files);

/** Whether a model's files hold weights: model.safetensors, or the index of several such files. */
bool hasWeights(const Files& files);

} // namespace glassformer
