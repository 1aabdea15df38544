#pragma once

#include <map>
#include <string>
#include <vector>

namespace glassformer {

/** What kinds of words the entries of a vocabulary are, as far as a lexicon knows them. */
struct WordClasses
{
    std::vector<std::string> names; ///< "animal", "verb": as the lexicon says it; that with most words first
    std::vector<int> of; ///< by entry: index into names; -1: none, or one that is left out

    bool isEmpty() const { return names.empty(); }
};

/**
 * \param entries  the texts of a vocabulary, which may begin with a space or a capital
 * \param class_of  of words in small letters
 * \param most  so many classes are kept: those with most entries
 */
WordClasses wordClasses(const std::vector<std::string>& entries,
    const std::map<std::string, std::string>& class_of, std::size_t most);

} // namespace glassformer
