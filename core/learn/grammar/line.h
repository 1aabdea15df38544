#pragma once

#include "core/text/encoding.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace glassformer::grammar {

/** What was said in one language, and where each part of the meaning stands in it. */
struct Spoken
{
    std::string text;
    std::map<const void*, TextSpan> spans;
};

/**
 * Words of one language in the making. A word may be marked with the address of the part of the meaning that it says;
 * of a part that is said by several words the span reaches from the first to the last.
 */
class Line
{
public:
    explicit Line(bool has_blanks)
        : m_has_blanks(has_blanks)
    {
    }

    /** Nothing for an empty word. Words with blanks inside are one mark. */
    void add(std::string_view word, const void* part = nullptr);
    /** A comma or the like, which follows without a blank. */
    void addSign(std::string_view sign);
    /** Says about half of the words that have others in another way. @return whether any was */
    bool vary(const std::map<std::string, std::vector<std::string>>& others, std::uint32_t seed);
    /** Lets "a" and "an" fit the word behind them. */
    void fitArticles(bool (*takes_an)(std::string_view word));
    /** I am -> I'm: joins two words where `joined` knows how the pair is written as one; the first one's mark stays.
     * @return whether any was */
    bool contract(const std::map<std::pair<std::string, std::string>, std::string>& joined);
    bool isEmpty() const { return m_words.empty(); }

    /** The words joined; the first letter made large where the language has such letters. Of two 的 that meet one is said. */
    Spoken join() const;

protected:
    struct Word
    {
        std::string text;
        const void* part = nullptr;
        bool is_sign = false;
    };

    std::vector<Word> m_words;

private:
    bool m_has_blanks;
};

} // namespace glassformer::grammar
