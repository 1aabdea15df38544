#pragma once

#include "core/file/bytes/files.h"
#include "core/model/transformer.h"
#include "core/model/writing/generation_tokens.h"
#include "core/model/writing/sampling.h"
#include "core/progress.h"
#include "core/text/tokenizer.h"
#include "core/trace/trace.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace glassformer {

/** A model that can be asked: a Transformer and the tokenizer it was trained with. Immutable; runs on any thread. */
struct Model
{
    Transformer<float> transformer;
    Tokenizer tokenizer;
    GenerationTokens generation;
    std::shared_ptr<const Files> files; ///< where it came from: its card and its papers are there too
    std::vector<std::string>
        task_prefixes{}; ///< what a text begins with to choose a task; most models have none
    std::string weights_digest{}; ///< by which its weights are known again (weights_digest.h)
    std::vector<std::string> unread{}; ///< tensors of its files that the model has no use for
    std::vector<Message> notices{}; ///< what a person should know of its files: sentences

    /**
     * Reads one of our own models, or a checkpoint in the usual layout of any family that is known.
     * @throws Error naming file and field; Cancelled.
     */
    static Model load(std::shared_ptr<const Files> files, const JobWatch& watch = {});
    /** The same of a folder. */
    static Model load(const std::filesystem::path& folder, const JobWatch& watch = {});

    /** The folder that it was read from; empty if it came from elsewhere. */
    std::filesystem::path folder() const { return files->folder(); }

    /** Languages that it can write, as its tokenizer names them ("en", "fr", "zh"); empty if it does not translate. */
    std::vector<std::string> targetLanguages() const;
    /** Languages of which it can be told that a text is in them (mBART); empty if it asks for none. */
    std::vector<std::string> sourceLanguages() const;

    /** What stands between two sentences that an encoder alone is to read as a pair; empty if it reads no pairs. */
    std::string pairSeparator() const;
};

/** What is asked of a model. */
struct RunRequest
{
    std::string text;
    std::string target_language;
    Decoding decoding;
    Changes changes;
    std::vector<int> forced_target; ///< tokens that are written first; for "what if it had written ..."
    std::string source_language{}; ///< one of Model::sourceLanguages(); empty: what the model's files say

    bool operator==(const RunRequest&) const = default;
};

/** Runs the model and keeps everything. @throws Error for text that it cannot take; Cancelled. */
Trace run(const Model& model, const RunRequest& request, const CancelFlag& cancel = {});

/** A run that takes more memory than this keeps only the stream between the layers. */
inline constexpr double most_bytes_kept = 192e6;

/**
 * The same; of a run that would take more than `most_bytes` only the stream between the layers is kept, and Trace::late
 * makes the inside of a layer when somebody looks.
 * \param before  an earlier run of the model or null: of what it computed, all that still holds is taken over
 */
Trace runLean(std::shared_ptr<const Model> model, const RunRequest& request, const CancelFlag& cancel = {},
    double most_bytes = most_bytes_kept, std::shared_ptr<const Trace> before = {});

/**
 * The answer alone, without keeping the intermediates: the same forward pass.
 * \param before  as for runLean()
 */
std::string answer(const Model& model, const RunRequest& request, const CancelFlag& cancel = {},
    const Trace* before = nullptr);

} // namespace glassformer
