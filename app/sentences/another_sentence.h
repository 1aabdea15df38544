#pragma once

#include "core/learn/corpus/corpus.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace glassformer {

/**
 * Another sentence of a world in which the same can be seen as in those of a topic of sentenceTopics(), of words that
 * `is_known` accepts; nothing if none of many is.
 */
std::optional<std::string> anotherSentence(const Corpus& world, const std::string& topic, Language language,
    std::uint32_t seed, const std::function<bool(const std::string& text)>& is_known);

/** Whether a sentence of the world shows what a topic is about. */
bool shows(const Sentence& sentence, const std::string& topic, const Corpus& world);

} // namespace glassformer
