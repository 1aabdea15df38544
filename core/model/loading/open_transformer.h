#pragma once

#include "core/file/bytes/files.h"
#include "core/message.h"
#include "core/model/families/family.h"
#include "core/model/transformer.h"
#include "core/model/writing/generation_tokens.h"
#include "core/progress.h"

#include <memory>
#include <string>
#include <vector>

namespace glassformer {

/** A model as its files hold it, tokenizer apart. */
struct OpenedTransformer
{
    Transformer<float> transformer;
    GenerationTokens generation;
    std::vector<std::string>
        task_prefixes; ///< see task_prefix.h; of models that read one text and write another
    bool is_own = true; ///< in the layout of this program's models, not of shared checkpoints
    std::string weights_digest; ///< see weights_digest.h
    std::vector<std::string> unread; ///< tensors of the files that the model has no use for
    std::vector<Message> notices; ///< what a person should know of the model: sentences
};

/** Opens a model in pieces: its settings and the tables of its files, then its weights. openTransformer() is all at once. */
class TransformerOpening
{
public:
    /** The files must live as long. */
    explicit TransformerOpening(const Files& files);
    ~TransformerOpening();

    /** The next piece. Whether anything is left. The watch of the first piece is that of all. @throws as openTransformer() */
    bool advance(const JobWatch& watch);
    OpenedTransformer take();

private:
    struct Work;
    std::unique_ptr<Work> m_work;
};

/**
 * Reads config.json and the weights: a model of our own, or a checkpoint in the usual layout. A config.json
 * with "model_type" is a checkpoint's. The memory that the weights take is known and checked before any is allocated.
 *
 * \throws Error naming file and field; Cancelled
 */
OpenedTransformer openTransformer(const Files& files, const JobWatch& watch = {});

/** Bytes that the weights will take, known from the tables of the files. \throws Error */
std::uint64_t memoryNeeded(const Files& files);

} // namespace glassformer
