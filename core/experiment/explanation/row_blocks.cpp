#include "core/experiment/explanation/row_blocks.h"

namespace glassformer {

RowBlocks embeddingRows(std::shared_ptr<const Model> model)
{
    const ModelConfig& config = model->transformer.config;
    const int columns = config.d_embedding > 0 ? config.d_embedding : config.d_model;
    return {config.vocabulary, columns, [model, columns](int first, int count) {
                Matrix<float> block(count, columns);
                for (int i = 0; i < count; ++i)
                    block.row(i) = tokenVector(model->transformer.weights, first + i);
                return block;
            }};
}

} // namespace glassformer
