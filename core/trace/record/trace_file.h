#pragma once

#include "core/file/bytes/files.h"
#include "core/progress.h"
#include "core/trace/look/place.h"

#include <string>

namespace glassformer {

/**
 * Writes a run as a safetensors file: every tensor under its name, and as metadata all else that the run is: what it was
 * asked as a text of view_text.h, the model's configuration, the tokens (texts, ids, kinds, places in the text), how words
 * became before they were cut (recorded_normal.h) and were cut (recorded_cuts.h), by which rules others were chosen (recorded_rules.h), what was given, whether it ended, and
 * those entries of the vocabulary that pictures of its words show. NumPy and PyTorch open it as it is.
 *
 * \param token_of  the vocabulary; without one only the run's own tokens have texts
 * \throws Error if the file cannot be written, with the reason
 */
void writeTrace(FileStore& store, const std::string& name, const Trace& trace, const TokenOf& token_of = {});

/** So many of the likeliest and of the unlikeliest words of each row are kept with their texts. */
inline constexpr int kept_words = 24;

/**
 * A run from such a file, made by this program or elsewhere. Tensors with names of tensor_name.h are taken (numbers of
 * any floating-point type; one leading extent of 1, a batch, is dropped); others are left out. What metadata does not
 * say is read off the shapes: attention weights alone are enough. What neither says stays unsaid: Trace::recorded,
 * no_id. Tokens without texts are numbered; names of vocabulary entries ("Ġthe", "▁the", "##ing") become texts.
 *
 * \throws Error naming the tensor whose shape does not fit the others, or saying that there is nothing to show
 */
Trace readTrace(const Files& files, const std::string& name, const JobWatch& watch = {});

} // namespace glassformer
