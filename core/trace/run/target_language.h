#pragma once

#include "core/trace/model.h"

#include <optional>
#include <string>
#include <vector>

namespace glassformer {

/** Of codes of languages, the one that says what a person names: "fr" finds "fr_XX" or "fra_Latn", "zh-cn" finds "zh_CN". */
std::optional<std::string> languageLike(const std::vector<std::string>& languages, const std::string& asked);

/**
 * The language to write that a person names, as the model names it. Nothing asked for is French, which the lessons speak
 * of, or else the model's first language. What the model doesn't write comes back as it is, and its tokenizer refuses it
 * by name. Empty for a model without target languages.
 */
std::string targetLanguageFor(const Model& model, const std::string& asked);

/** The same for a language that is a wish and no must, such as that of the model before: another may take its place. */
std::string nearestTargetLanguage(const Model& model, const std::string& wished);

} // namespace glassformer
