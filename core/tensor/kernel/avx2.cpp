#define GLASSFORMER_KERNEL_TABLE avx2Table
#define GLASSFORMER_KERNEL_LANES 8
#define GLASSFORMER_KERNEL_ROWS 4
#define GLASSFORMER_KERNEL_VECTORS 3
#include "core/tensor/kernel/source.h"
