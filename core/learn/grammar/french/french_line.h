#pragma once

#include "core/learn/grammar/line.h"

namespace glassformer::grammar {

/** Whether French elides before a word that begins so, unless its h is aspirated. */
bool beginsWithVowel(std::string_view word);

/** A line that elides (l'eau, qu'il) and contracts (du, aux) when it is joined. */
class FrenchLine : public Line
{
public:
    FrenchLine()
        : Line(true)
    {
    }
    /** A word before which nothing is elided, for all its first letter: hibou. */
    void addClosed(std::string_view word, const void* part = nullptr);
    Spoken joinSettled();

private:
    std::vector<std::size_t> m_closed;
};

} // namespace glassformer::grammar
