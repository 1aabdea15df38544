#pragma once

#include "core/learn/grammar/words.h"

namespace glassformer::grammar {

/** Puts the words that are written in place of those that are only read for them, as synonyms.tsv has them. */
class PlainWords
{
public:
    PlainWords(const Synonyms& synonyms, Language language);

    /** "The couch is large." as "The sofa is big." Texts that come out alike say the same. */
    std::string of(const std::string& text) const;

private:
    std::vector<std::pair<std::string, std::string>>
        m_pairs; ///< what is read and what is written for it, the longest first
    bool m_has_blanks;
};

} // namespace glassformer::grammar
