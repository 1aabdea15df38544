#pragma once

#include "core/model/config/config.h"
#include "core/model/families/settings.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/**
 * What one of our weights is called in the files of a family. "{L}" stands for the layer; alternatives are separated
 * by "|". Behind both names stand ".weight" and ".bias" for a linear map and a norm, nothing for a table.
 */
struct WeightName
{
    std::string ours; ///< "encoder.{L}.attention.query"
    std::string theirs; ///< "bert.encoder.layer.{L}.attention.self.query"
    int part = 0; ///< of a matrix that holds several of ours side by side, the one that is meant
    int parts = 1;
};

/** Tells whether the files hold a tensor of this name. */
using HasTensor = std::function<bool(std::string_view)>;

/** One family of models: settings and weight names, never a forward pass of its own. */
struct Family
{
    std::vector<std::string_view> model_types; ///< as config.json names them
    ModelConfig (*config)(const Settings& settings, const HasTensor& has_tensor);
    std::vector<WeightName> names;
    bool outputs_first = true; ///< matrices are stored [out, in], as torch's Linear does
    std::vector<std::string_view> prefixes; ///< of their names; a file may leave them out
    /** Beginnings or ends of names that belong to no picture: buffers, heads for other tasks, second copies. */
    std::vector<std::string_view> ignored;
    int start = -1; ///< first input of the decoder, where the files leave decoder_start_token_id out
};

/** All families that can be opened. */
std::span<const Family> families();

/** The family of a model_type; null if it is not known. */
const Family* familyOf(std::string_view model_type);

/** Whether the files were saved from the encoder alone of a model that has two stacks. */
bool isEncoderAlone(const Settings& settings);

/**
 * Whether a decoder has an output that gives words, called lm_head: it is in the files, or it is the embedding table,
 * unless the files were saved from a classifier or the like. Knows tied_output.
 */
void readOutput(ModelConfig& config, const Settings& settings, const HasTensor& has_tensor);

/** A checkpoint's config.json. */
struct CheckpointConfig
{
    ModelConfig config;
    const Family* family = nullptr;
    std::vector<std::string> sizes_left_out; ///< sizes that the file leaves to the family's defaults
};

/**
 * config.json in the usual layout of shared checkpoints.
 * \param has_tensor  what the weight files hold; some heads are told by nothing else
 * \throws Error naming the field, also for everything that the Transformer of this program does not do
 */
CheckpointConfig configFromCheckpoint(
    std::string_view json, const std::string& where, const HasTensor& has_tensor);

} // namespace glassformer
