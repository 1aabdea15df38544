#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace glassformer {

/** The bytes of a text in base64 (RFC 4648, section 4), padded; nothing if it is none. */
std::optional<std::string> bytesOfBase64(std::string_view text);

} // namespace glassformer
