#pragma once

#include "core/file/bytes/files.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** A sentence that comes with a model, because something can be seen in it. */
struct LibrarySentence
{
    std::string language; ///< that it is written in: "en", "zh"
    std::string topic; ///< what it shows: an id of sentenceTopics()
    std::string text;
    std::string look_en, look_zh; ///< what to look for, for people of these languages

    /** For people who read the window in a language: "en", "zh_CN". */
    QString look(const QString& language_code) const;
};

inline constexpr const char* sentences_file = "sentences.tsv";

/** Those of a model; none if it brings none. @throws Error naming file and line */
std::vector<LibrarySentence> readSentences(const Files& model);

/** What sentences can show, in the order of a lesson. */
const std::vector<std::string_view>& sentenceTopics();
/** Its name in the language of the window. */
QString topicName(std::string_view topic);

} // namespace glassformer
