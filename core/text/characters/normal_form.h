#pragma once

#include "core/text/characters/aligned_text.h"

namespace glassformer {

/** The four normal forms of Unicode: decomposed or composed, K with compatibility ("ﬁ" -> "fi"). */
enum class NormalForm
{
    C,
    D,
    KC,
    KD
};

/**
 * The text in a normal form. Characters made from one share its origin; a composed character has the origins of all
 * that went into it. Source: Unicode Standard Annex 15.
 */
AlignedText normalForm(AlignedView text, NormalForm form);

} // namespace glassformer
