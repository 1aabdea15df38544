#pragma once

#include "core/file/bytes/files.h"

#include <map>
#include <set>
#include <string>

namespace glassformer {

// What the lexicon of a generated world says of single words.

/**
 * Chinese words of two characters and more: those of a lexicon's nouns, adjectives, verbs and names, and those that hold
 * sentences together. @throws Error naming the file that cannot be read.
 */
std::set<std::string> chineseWords(const Files& lexicon);

/**
 * The class of every word that a lexicon has in one: "animal" of a noun, "verb", "adjective"; English in all its forms,
 * French and Chinese. A word that is in several has the first. @throws Error naming the file that cannot be read.
 */
std::map<std::string, std::string> classesOfWords(const Files& lexicon);

} // namespace glassformer
