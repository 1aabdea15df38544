#pragma once

#include "core/experiment/attention/head_figures.h"
#include "core/experiment/explanation/word_classes.h"
#include "core/experiment/explanation/word_directions.h"
#include "core/experiment/reading/beam_tree.h"

#include <memory>
#include <set>
#include <string>

namespace glassformer {

/** What has been measured so far beside the run, for those who show it; null: not known (yet). */
struct Measured
{
    std::shared_ptr<const HeadFigures> heads{}; ///< of the run that is shown, by the trait that was asked for
    std::shared_ptr<const PrincipalPlane> plane{}; ///< of the whole vocabulary
    std::shared_ptr<const BeamTree> beams{}; ///< of the run that is shown, from the row that it names
    std::shared_ptr<const NearWords> near{}; ///< the words of the vocabulary nearest to the chosen one
    std::shared_ptr<const WordDirections> directions{}; ///< from that word
    std::shared_ptr<const std::set<std::string>>
        chinese_words{}; ///< by which characters are put together to words
    std::shared_ptr<const WordClasses> classes{}; ///< of the vocabulary's words
};

} // namespace glassformer
