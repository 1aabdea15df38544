#pragma once

#include "core/text/encoding.h"

namespace glassformer {

/** A vocabulary entry and where it stands in the text that was cut. */
struct TextPiece
{
    int id = 0;
    TextSpan span;

    bool operator==(const TextPiece&) const = default;
};

} // namespace glassformer
