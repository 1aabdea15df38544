#pragma once

#include "core/file/json/json_field.h"
#include "core/text/pipeline/decoder.h"
#include "core/text/pipeline/normalizer.h"
#include "core/text/pipeline/pre_tokenizer.h"

#include <vector>

namespace glassformer {

// The components of a tokenizer.json around its model. A field that is null has no steps. Whatever is not known is
// refused by its name: no component, expression or setting is guessed at or left out.

/** \throws Error naming the field and the component */
std::vector<NormalizerStep> readNormalizer(const JsonField& field);
std::vector<PreTokenizerStep> readPreTokenizer(const JsonField& field);
std::vector<DecoderStep> readDecoder(const JsonField& field);

/** A flag that may be left out or null. */
bool flagOr(const JsonField& object, std::string_view key, bool fallback);
/** A text that may be left out or null. */
std::string textOr(const JsonField& object, std::string_view key, const std::string& fallback);

} // namespace glassformer
