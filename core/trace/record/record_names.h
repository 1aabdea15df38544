#pragma once

#include "core/model/tensor_name.h"
#include "core/model/transformer.h"

#include <map>
#include <string>
#include <vector>

namespace glassformer {

using NamedTensors = std::map<std::string, Tensor>;

Tensor tensorOf(const Matrix<float>& matrix);

// Puts the records of a forward pass over one sentence under the names of tensor_name.h.

/** Rows that an earlier run has computed, where the records of a pass begin behind them. */
struct RowsBefore
{
    const NamedTensors* tensors = nullptr; ///< of that run; unused if there are no rows
    int rows = 0;
};

/**
 * Takes what is large out of the record as it is named, since both would not always fit into memory.
 * \param site  the stack's self-attention
 * \param only  the one tensor that is wanted; null: all that the record has
 */
void nameLayer(NamedTensors& tensors, const ModelConfig& config, AttentionSite site, int layer,
    LayerRecord<float>& record, RowsBefore before = {}, const std::string* only = nullptr);

/** The scores or weights of all heads that a layer's record has under this name; null if it names anything else. */
const std::vector<Matrix<float>>* mapsIn(
    const LayerRecord<float>& record, AttentionSite site, int layer, const std::string& name);

/** What enters and leaves a stack, and its layers if they were kept: of those only the stream stays in the record. */
void nameStack(NamedTensors& tensors, const Transformer<float>& model, AttentionSite site,
    const std::vector<int>& ids, StackRecord<float>& record, RowsBefore before = {});

/** The lowest layers of a stack as an earlier run has left them, of the first `rows` rows that it read. */
void takeLayers(NamedTensors& tensors, const NamedTensors& from, AttentionSite site, int layers, int rows);

/** Logits and their softmax. */
void nameOutput(
    NamedTensors& tensors, const Matrix<float>& state, const Matrix<float>& logits, RowsBefore before = {});

/** The stream between layers where the layers themselves were not kept, and every head made small. */
void nameThumbnail(
    NamedTensors& tensors, AttentionSite site, int layer, const AttentionRecord<float>& record);

} // namespace glassformer
