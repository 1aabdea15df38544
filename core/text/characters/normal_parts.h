#pragma once

#include "core/text/characters/aligned_text.h"
#include "core/text/characters/mapped_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/**
 * Puts a text and its normalised form beside each other: it is told every character that is cut, with its origin, from
 * left to right. What came of one origin is one part; neighbours that are alike in whether they changed are put together.
 */
class NormalParts
{
public:
    /** \param original  the text that all origins are of; it must outlive this */
    explicit NormalParts(std::string_view original);

    void add(char32_t code, TextSpan origin);
    void add(AlignedView text);
    void add(const MappedText& text);

    /** At most max_normal_parts; what of the original no character came from was left out. */
    std::vector<NormalPart> finish();

private:
    void close();
    void leaveOutUpTo(std::size_t place);
    void put(NormalPart part);

    std::string_view m_original;
    std::vector<NormalPart> m_parts;
    NormalPart m_open; ///< of one origin, still growing
    bool m_is_open = false;
    std::size_t m_end = 0; ///< of what was seen of the original
    bool m_is_full = false;
};

} // namespace glassformer
