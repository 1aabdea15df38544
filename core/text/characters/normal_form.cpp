#include "core/text/characters/normal_form.h"

#include "core/text/characters/unicode_class.h"

#include <algorithm>
#include <array>
#include <utf8proc.h>

namespace glassformer {
namespace {

constexpr std::size_t longest_decomposition = 32; ///< U+FDFA gives 18 characters
constexpr char32_t first_combining = 0x300; ///< no character before it is changed by what stands before it

void appendDecomposed(AlignedText& text, const AlignedCharacter& character, bool compatible)
{
    if (character.code < 0x80) {
        text.push_back(character);
        return;
    }
    std::array<utf8proc_int32_t, longest_decomposition> parts{};
    int boundary = UTF8PROC_BOUNDCLASS_START;
    const int options = UTF8PROC_DECOMPOSE | (compatible ? UTF8PROC_COMPAT : 0);
    const utf8proc_ssize_t count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(character.code), parts.data(),
            static_cast<utf8proc_ssize_t>(parts.size()), static_cast<utf8proc_option_t>(options), &boundary);
    if (count <= 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) {
        text.push_back(character);
        return;
    }
    for (utf8proc_ssize_t i = 0; i < count; ++i)
        text.push_back({static_cast<char32_t>(parts[static_cast<std::size_t>(i)]), character.origin});
}

/** Sorts every run of combining characters by their class; those of one class keep their order. */
void reorder(AlignedText& text)
{
    const auto is_mark = [](const AlignedCharacter& c) { return combiningClass(c.code) != 0; };
    auto run = std::find_if(text.begin(), text.end(), is_mark);
    while (run != text.end()) {
        const auto end = std::find_if_not(run, text.end(), is_mark);
        std::stable_sort(run, end, [](const AlignedCharacter& one, const AlignedCharacter& other) {
            return combiningClass(one.code) < combiningClass(other.code);
        });
        run = std::find_if(end, text.end(), is_mark);
    }
}

/** The character that two make together, or 0. */
char32_t composition(char32_t first, char32_t second)
{
    if (second < first_combining)
        return 0;
    std::array<utf8proc_int32_t, 2> pair{
        static_cast<utf8proc_int32_t>(first), static_cast<utf8proc_int32_t>(second)};
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    return utf8proc_normalize_utf32(pair.data(), 2, options) == 1 ? static_cast<char32_t>(pair[0]) : 0;
}

AlignedText composed(const AlignedText& text)
{
    AlignedText result;
    result.reserve(text.size());
    std::size_t starter = 0;
    bool has_starter = false;
    int last_class = 0; ///< of the last character behind the starter; 0 if the starter is the last
    for (const AlignedCharacter& character : text) {
        const int own_class = combiningClass(character.code);
        const bool is_reachable =
            has_starter && (last_class == 0 ? starter + 1 == result.size() : last_class < own_class);
        const char32_t both = is_reachable ? composition(result[starter].code, character.code) : 0;
        if (both != 0) {
            result[starter].code = both;
            TextSpan& origin = result[starter].origin;
            origin = {
                std::min(origin.begin, character.origin.begin), std::max(origin.end, character.origin.end)};
            continue;
        }
        if (own_class == 0) {
            starter = result.size();
            has_starter = true;
        }
        last_class = own_class;
        result.push_back(character);
    }
    return result;
}

} // namespace

AlignedText normalForm(AlignedView text, NormalForm form)
{
    const bool compatible = form == NormalForm::KC || form == NormalForm::KD;
    AlignedText decomposed;
    decomposed.reserve(text.size());
    for (const AlignedCharacter& character : text)
        appendDecomposed(decomposed, character, compatible);
    reorder(decomposed);
    return form == NormalForm::C || form == NormalForm::KC ? composed(decomposed) : decomposed;
}

} // namespace glassformer
