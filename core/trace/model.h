#pragma once

#include "core/cancel.h"
#include "core/model/sampling.h"
#include "core/model/transformer.h"
#include "core/text/tokenizer.h"
#include "core/trace/trace.h"

#include <filesystem>
#include <string>
#include <vector>

namespace glassformer {

/** A model that can be asked: a Transformer and the tokenizer it was trained with. Immutable; runs on any thread. */
struct Model
{
    Transformer<float> transformer;
    Tokenizer tokenizer;
    std::filesystem::path folder;

    /** Reads config.json, model.safetensors and tokenizer.json of a folder. @throws Error naming file and field. */
    static Model load(const std::filesystem::path& folder);

    /** Languages that it can write, as its tokenizer names them ("en", "fr", "zh"); empty if it does not translate. */
    std::vector<std::string> targetLanguages() const;
};

/** What is asked of a model. */
struct RunRequest
{
    std::string text;
    std::string target_language;
    Decoding decoding;
    Interventions interventions;
    std::vector<int>
        forced_target; ///< tokens the decoder is made to write first; for "what if it had written ..."
};

/** Runs the model and keeps everything. @throws Error for text that it cannot take; Cancelled. */
Trace run(const Model& model, const RunRequest& request, const CancelFlag& cancel = {});

/** The answer alone, without keeping the intermediates: the same forward pass. */
std::string answer(const Model& model, const RunRequest& request, const CancelFlag& cancel = {});

} // namespace glassformer
