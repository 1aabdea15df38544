#pragma once

#include "app/cli/arguments.h"
#include "core/experiment/effect/word_trial.h"
#include "core/file/json/json.h"
#include "core/trace/look/view_text.h"
#include "core/trace/model.h"

#include <optional>
#include <string>
#include <vector>

namespace glassformer::cli {

/** A model, and what is asked of it. */
struct Asked
{
    Model model;
    View view;
};

/** What --view says, of a session what was on the screen, and over it what the other options say. */
ViewText viewText(const Arguments& arguments);

/** A bundled model or a folder; remarks on it go to the errors. @throws Error if it cannot be read */
Model loadModel(const ModelIdentity& wanted);

/** The options of every command that runs a model, and these. */
std::vector<std::string> runOptions(std::vector<std::string> more);

/** The model and the request that the options name. @throws Error, UsageError */
Asked modelAndView(const Arguments& arguments);

/** The second sentence: of --with, or of the comparison that --view tells. @throws UsageError if there is none */
std::string secondText(const Arguments& arguments);

/** Options of the commands that ask about one word of a run, and these. */
std::vector<std::string> wordOptions(std::vector<std::string> more);

/**
 * Runs the model and finds the word: --word as it is written, or as it could be at the place that is asked about; --row
 * names the place. @throws Error, UsageError
 */
WordQuestion runAndWord(const Arguments& arguments);

/** The word of an option at the place that is asked about, such as --rival; nothing if the option isn't given. */
std::optional<Token> otherWord(const Arguments& arguments, const std::string& option, const Model& model);

/** "“il” (row 6, p 0.98)" */
std::string wordText(const WordTrials& trials);
/** Of a word that is asked about: its row, its id, its text and its probability. */
Json wordJson(const WordTrials& trials);

/** A token's text as it can be printed. */
std::string tokenText(const Token& token);

} // namespace glassformer::cli
