#include "core/file/printable.h"

namespace glassformer {

std::string printable(std::string_view name, std::size_t longest)
{
    std::size_t length = name.size();
    if (length > longest) {
        length = longest;
        while (length > 0 && (static_cast<unsigned char>(name[length]) & 0xC0) == 0x80)
            --length;
    }

    std::string text(name.substr(0, length));
    for (char& c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F)
            c = '?';
    }
    return length < name.size() ? text + "..." : text;
}

} // namespace glassformer
