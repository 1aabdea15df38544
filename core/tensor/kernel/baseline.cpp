#define GLASSFORMER_KERNEL_TABLE baselineTable
#define GLASSFORMER_KERNEL_LANES 4
#define GLASSFORMER_KERNEL_ROWS 4
#define GLASSFORMER_KERNEL_VECTORS 2
#include "core/tensor/kernel/source.h"
