#pragma once

#include "core/tensor/kernel/kernel.h"

namespace glassformer::kernel {

/** The functions of the instruction set in use. */
const Table& activeTable();

} // namespace glassformer::kernel
