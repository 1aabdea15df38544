#pragma once

#include "core/experiment/effect/head_effect.h"

#include <QString>

namespace glassformer {

/** "Without this head, “il” stays: its probability falls from 0.90 to 0.69." */
QString headEffectText(const HeadEffect& effect);

} // namespace glassformer
