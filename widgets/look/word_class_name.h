#pragma once

#include <QString>

#include <string>

namespace glassformer {

/** What a lexicon's class of words is called, "animals"; the class itself if it is none that is known. */
QString wordClassName(const std::string& word_class);

} // namespace glassformer
