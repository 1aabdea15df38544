#pragma once

#include "core/text/encoding.h"

#include <string>
#include <vector>

namespace glassformer {

// What a text was before it was cut, as the metadata of a file of tensors keeps it under "source.normal": a JSON list of
// [begin, end] for a stretch that stayed as it was, and [begin, end, "text"] for one that became this text.

std::string normalText(const std::vector<NormalPart>& parts);

/** \throws Error for a stretch that is not of this text, or stands before the one before it */
std::vector<NormalPart> normalFromText(
    const std::string& json, const std::string& where, const std::string& text);

} // namespace glassformer
