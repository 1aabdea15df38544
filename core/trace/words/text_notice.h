#pragma once

#include "core/trace/model.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace glassformer {

/** The languages that a model was trained on, as its makers say; empty where they do not. Codes: "en", "fr", "zh". */
struct TrainedLanguages
{
    /** What is read, and what is written of it; the second is empty for a model that goes on in the same language. */
    std::vector<std::pair<std::string, std::string>> directions{};
    /** Words that tell a language from others of the same letters: "fr" -> "le", "la", "parce". */
    std::map<std::string, std::vector<std::string>> telling_words{};

    bool isEmpty() const { return directions.empty(); }
};

/** A text as a model reads it: known before the model has run. */
struct TextToRead
{
    std::string text;
    std::string target_language; ///< to be written; empty: none in particular
    std::vector<Token> tokens;
    std::vector<WordCut> words;
};

/** @throws Error for a text that the model cannot take. */
TextToRead textToRead(const Model& model, const RunRequest& request);
/** The text that was read. */
TextToRead textOf(const Trace& trace);

/**
 * Why the answer to a text will mean little, from what is known before the model has run: tokens that its vocabulary
 * lacks, and, where its makers say what it reads, the letters and the telling words of the text. Nothing if all is
 * well or nothing can be known.
 */
std::optional<Message> textNotice(
    const TextToRead& read, const SpecialTokens& special, const TrainedLanguages& languages);

} // namespace glassformer
