#pragma once

#include "core/cancel.h"
#include "core/model/sampling.h"
#include "core/model/transformer.h"

#include <span>
#include <vector>

namespace glassformer {

/** What the decoder wrote: tokens after the start token, the end token included if it came. */
struct Written
{
    std::vector<int> ids;
    bool ended = false;
};

/** What a generation starts from. */
struct GenerationInput
{
    std::span<const int> source; ///< not empty, in the vocabulary
    int start = 1;
    int end = 2;
    std::span<const int> forced; ///< tokens that are written whatever the model thinks of them
    const Controls<float>* controls = nullptr;
};

/**
 * Writes token after token until the end token, `max_new_tokens` or the model's longest target. Controls that name a
 * decoder row which is not written yet wait for it. @throws Cancelled.
 */
Written generate(const Transformer<float>& model, const GenerationInput& input, const Decoding& decoding,
    const CancelFlag& cancel = {});

} // namespace glassformer
