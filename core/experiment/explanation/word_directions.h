#pragma once

#include "core/experiment/explanation/embedding_map.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace glassformer {

// Directions that several pairs of words share, as king and queen do with man and woman: looked for in the vocabulary, and
// measured, not promised (Mikolov, Yih and Zweig 2013).

/** Two words of which one comes from the other: dog, dogs. Entries of the vocabulary. */
struct WordPair
{
    int base = 0;
    int derived = 0;

    bool operator==(const WordPair&) const = default;
};

/** What a direction does: "s" for dog and dogs; of man and woman no ending, which is empty. */
struct RelatedPairs
{
    std::string ending;
    std::vector<WordPair> pairs;
};

/** Relations of which the vocabulary has several pairs. words: the text of every entry; empty for special ones */
std::vector<RelatedPairs> relatedPairs(const std::vector<std::string>& words);

/** Where the other pairs of a relation lead from one word. */
struct WordDirections
{
    int id = 0; ///< the word from which they lead
    int expected = 0; ///< where they should
    int tried = 0; ///< pairs
    int held = 0; ///< that led to the expected word before all others but the given ones
    std::optional<Analogy> best{}; ///< the one that came nearest
    AnalogyFound found{}; ///< of that one
};

/** The relation of the word that most pairs have; nothing where the word is in none. */
std::optional<WordDirections> followDirections(
    const RowBlocks& table, const std::vector<RelatedPairs>& relations, int id, const JobWatch& watch = {});

/** The same of a model's vocabulary; without `best` where the word is in no relation. */
std::unique_ptr<JobOf<WordDirections>> wordDirectionsJob(std::shared_ptr<const Model> model, int id);

} // namespace glassformer
