#pragma once

#include "core/file/json/json.h"
#include "core/message.h"

#include <string>
#include <string_view>

namespace glassformer {

// What stands behind "=" in a link, as view_text.h says it.

/** How a value stands in a link. */
enum class LinkForm
{
    Text,
    Number,
    Index, ///< a number, or nothing
    Numbers,
    Texts
};

/** The value that stands in a link; whether it fits the field is seen later. @throws Error naming the field. */
Json valueFromLink(LinkForm form, std::string_view text, std::string_view field);

std::string linkValue(const Json& value);

/** @throws Error that names the field. */
[[noreturn]] void refuseLink(const Message& found, std::string_view field, const Message& expected);

/** Calls for each part between separators, in order; an empty text is one empty part. */
template <typename Take> void forEachPart(std::string_view text, char separator, Take take)
{
    while (true) {
        const std::size_t end = text.find(separator);
        take(text.substr(0, end));
        if (end == std::string_view::npos)
            return;
        text.remove_prefix(end + 1);
    }
}

} // namespace glassformer
