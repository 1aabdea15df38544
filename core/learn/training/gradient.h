#pragma once

#include "core/learn/training/batch.h"
#include "core/learn/training/loss.h"
#include "core/model/transformer.h"

namespace glassformer {

/** One factor per head of the whole model, and where the gradients of all of them go. */
struct HeadGates
{
    std::vector<RowVector<float>> encoder, decoder_self, decoder_cross;

    static HeadGates ones(const ModelConfig& config);
    bool isEmpty() const { return encoder.empty() && decoder_self.empty(); }
};

/** What is asked of one gradient: the shares that the whole update, of which this batch is a part, is divided by. */
struct GradientTask
{
    double label_smoothing = 0.1;
    double guidance = 0;
    double sharpen = 0;
    double target_rows = 1; ///< rows of the whole update
    double guided_rows = 1; ///< guided rows of the whole update
};

/** Sums over one batch. */
struct GradientResult
{
    LossSums loss;
    double guidance_loss = 0; ///< summed over rows, averaged over heads and layers
    double sharpening_loss = 0; ///< summed over rows
};

/**
 * Forward and backward pass of one batch. Adds to `gradients`, and to `gate_gradients` if gates are learned. The
 * guidance loss is -log of the attention that a cross-attention head pays, while a word is written, to the source
 * word it translates. The sharpening loss is, in the first head of the encoder's last layer, -log of the attention from
 * a pronoun to the candidate that it looks at more.
 */
GradientResult addGradients(const Transformer<float>& model, const HeadGates& gates,
    const TrainingBatch& batch, const GradientTask& task, TransformerWeights<float>& gradients,
    HeadGates& gate_gradients);

} // namespace glassformer
