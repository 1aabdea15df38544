#pragma once

#include "core/model/head_name.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace glassformer {

/** What a bundled model's folder says of it beyond its weights (card.json). */
struct ModelCard
{
    std::optional<HeadName>
        pointing_head; ///< the head that the evaluation found to point from "it" to its noun
    std::string example; ///< a text to begin with; empty if it names none
    std::vector<std::pair<std::string, std::string>> swaps; ///< words worth exchanging: tired, wide
};

/** An empty card if the folder has none. @throws Error naming file and field. */
ModelCard readModelCard(const std::filesystem::path& folder, const ModelConfig& config);

} // namespace glassformer
