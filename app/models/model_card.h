#pragma once

#include "core/file/bytes/files.h"
#include "core/learn/evaluation/head_roles.h"
#include "core/model/head_name.h"
#include "core/trace/words/text_notice.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace glassformer {

/** What a bundled model's card.json says of it beyond its weights. */
struct ModelCard
{
    std::optional<HeadName>
        pointing_head; ///< the head that the evaluation found to point from "it" to its noun
    std::string example; ///< a text to begin with; empty if it names none
    std::map<std::string, std::string> examples; ///< the same for people of a language: "zh_CN"
    std::vector<std::pair<std::string, std::string>> swaps; ///< words worth exchanging: tired, wide
    std::string lexicons = "world"; ///< folder of the resources whose sentences it learned
    MeasuredRoles roles; ///< what its heads do over many sentences
    TrainedLanguages languages; ///< what it was trained to read and write; empty if it names none
};

/** The text to begin with for people of a language ("zh_CN"); the common one where the card has none for them. */
std::string exampleFor(const ModelCard& card, const std::string& language);
/** The language for which a text is an example of the card; empty: the common one; nothing for another text. */
std::optional<std::string> languageOfExample(const ModelCard& card, const std::string& text);

/** With the roles that lie beside it; an empty card if there is none. @throws Error naming file and field. */
ModelCard readModelCard(const Files& files, const ModelConfig& config);

} // namespace glassformer
