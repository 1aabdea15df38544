#pragma once

#include <string_view>

namespace glassformer {

/**
 * The code of three letters (ISO 639-3) for a language that has one of two ("fr": "fra"), in small letters; where the
 * short code is of several languages, the one that NLLB translates ("lv": "lvs", Standard Latvian). What has no code of
 * two letters comes back as it is.
 */
std::string_view longLanguageCode(std::string_view code);

} // namespace glassformer
