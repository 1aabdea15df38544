#pragma once

#include "core/tensor/kernel/kernel.h"

namespace glassformer::kernel {

/**
 * The table of the tile unit (core/tensor/kernel/amx.cpp) with the unit's instructions written out, so that it can be
 * tested on every processor with AVX-512.
 */
const Table& emulatedAmxTable();

} // namespace glassformer::kernel
