#pragma once

#include "core/file/json/json.h"
#include "core/file/json/json_field.h"

#include <string>
#include <string_view>

namespace glassformer {

/** What becomes of a whole number beyond 64 signed bits. */
enum class WideIntegers
{
    Refuse,
    Round ///< to a floating-point number: some files of others say "no limit" by 10^30
};

/**
 * Reads one JSON text (RFC 8259) and refuses whatever two readers could understand differently or what could
 * exhaust memory. Checked: UTF-8 without NUL bytes, nothing but blanks after the value, no key twice in one
 * object, whole numbers within 64 signed bits (not rounded to a float unless asked for), numbers within double, at most
 * 64 levels of nesting, at most 4 million values. A byte order mark before the text is skipped, because
 * editors add it unasked.
 *
 * \param file  how messages name the source: "config.json"
 * \throws Error with the place (field or byte), what was found and what was expected
 */
Json parseJson(std::string_view bytes, const std::string& file, WideIntegers wide = WideIntegers::Refuse);

} // namespace glassformer
