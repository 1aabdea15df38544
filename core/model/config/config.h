#pragma once

#include "core/tensor/activation.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** Before: x + f(norm(x)), a last norm after the stack. After: norm(x + f(x)), as in the paper. */
enum class NormPlacement
{
    Before,
    After
};

/** Layer: mean and variance, gain and bias (Ba et al. 2016). Rms: root mean square, gain only (Zhang & Sennrich 2019). */
enum class NormKind
{
    Layer,
    Rms
};

/**
 * How a token knows its place. Sinusoidal: sine and cosine in turn ("Attention Is All You Need", section 3.5), or first
 * all sines and then all cosines (Marian). Learned: a table. Rotary: queries and keys are turned (Su et al. 2021).
 * Relative: a bias on the scores for every distance (Raffel et al. 2020, section 2.1).
 */
enum class PositionKind
{
    None,
    Sinusoidal,
    SinusoidalHalves,
    Learned,
    Rotary,
    Relative
};

/** Rotary positions: pair i of a head of size d turns by position · theta^(-2i/d), slowed down for long texts. */
struct RotaryConfig
{
    double theta = 10000;
    double linear_factor = 1; ///< every angle is divided by it
    /** The "llama3" rule: slow pairs are slowed by `long_factor`, fast ones not; 1 switches it off. */
    double long_factor = 1;
    double low_frequency_factor = 1;
    double high_frequency_factor = 4;
    int original_length = 8192;

    bool operator==(const RotaryConfig&) const = default;
};

/** Buckets of distances that share a bias, per head. */
struct RelativeConfig
{
    int buckets = 32;
    int max_distance = 128; ///< everything farther shares the last bucket

    bool operator==(const RelativeConfig&) const = default;
};

/**
 * All that differs between models; the same Transformer serves every value. Defaults are those of the paper's base
 * model except for the vocabulary. A model without encoder layers is decoder-only, one without decoder layers is
 * encoder-only.
 */
struct ModelConfig
{
    std::string name;
    std::string family = "glassformer"; ///< model_type of the files it came from
    int vocabulary = 37000;
    int d_model = 512;
    int d_embedding = 0; ///< width of the embedding table if it is projected to d_model; 0: d_model
    int n_heads = 8;
    int n_key_value_heads = 0; ///< keys and values that groups of heads share; 0: every head has its own
    int d_head = 0; ///< 0: d_model / n_heads
    int d_ff = 2048;
    int encoder_layers = 6;
    int decoder_layers = 6;
    int layer_groups =
        0; ///< layers one after the other that share their weights form a group; 0: none do (ALBERT)
    int max_length = 512; ///< longest source and longest target, in tokens
    NormPlacement norm_placement = NormPlacement::After;
    NormKind norm_kind = NormKind::Layer;
    double norm_epsilon = 1e-5;
    PositionKind position_kind = PositionKind::Sinusoidal;
    int position_offset = 0; ///< row of a learned table that belongs to the first token
    RotaryConfig rotary;
    RelativeConfig relative;
    Activation activation = Activation::ReLU;
    bool gated_feed_forward = false; ///< activation(x·W_gate) times x·W_hidden (Shazeer 2020)
    bool attention_bias = true; ///< biases of W_Q, W_K, W_V
    bool attention_output_bias = true; ///< bias of W_O
    bool feed_forward_bias = true;
    bool scale_scores = true; ///< scores are divided by sqrt(d_head)
    bool query_key_norm = false; ///< each head's query and key pass an RMS norm
    int sliding_window = 0; ///< a causal query sees so many tokens, itself included; 0: all before it
    int window_from_layer = 0; ///< first layer with the window
    bool scale_embedding = true; ///< rows of the embedding table times sqrt(d_model)
    int segments = 0; ///< rows of the table of vectors that tell two sentences apart; 0: it has none
    int tasks =
        0; ///< rows of a table of which the first is added to the segments' vectors (ERNIE); 0: it has none
    bool embedding_norm = false; ///< a norm on the sum that enters a stack
    bool has_output = true; ///< a model without gives vectors, no words
    bool tied_output = true; ///< the output projection is the embedding table
    bool output_bias = false;
    bool output_transform = false; ///< dense, activation and norm in front of the output projection (BERT)
    bool scale_output = false; ///< logits of d_model^-0.5 times the last vectors (T5)

    bool hasEncoder() const { return encoder_layers > 0; }
    bool hasDecoder() const { return decoder_layers > 0; }
    bool hasCrossAttention() const { return hasEncoder() && hasDecoder(); }
    /** d_k = d_v. */
    int headSize() const { return d_head > 0 ? d_head : d_model / n_heads; }
    /** Columns of all heads side by side; d_model for most. */
    int headsWidth() const { return n_heads * headSize(); }
    int keyValueHeads() const { return n_key_value_heads > 0 ? n_key_value_heads : n_heads; }
    int embeddingWidth() const { return d_embedding > 0 ? d_embedding : d_model; }
    /** The weights that a layer of a stack of so many uses: groups are of equal size. */
    int groupOf(int layer, int layers) const
    {
        return layer_groups > 0 ? static_cast<int>(std::int64_t(layer) * layer_groups / layers) : layer;
    }
    /** Different layers of a stack of so many. */
    int differentLayers(int layers) const { return layer_groups > 0 ? layer_groups : layers; }
    /** Tokens that a causal query of the layer sees, itself included; 0: all before it. */
    int windowOf(int layer) const { return layer >= window_from_layer ? sliding_window : 0; }
    /** Whether the model can read no farther than max_length: where places are rows of a table, or of sines alike. */
    bool hasLongestText() const
    {
        return position_kind != PositionKind::Rotary && position_kind != PositionKind::Relative;
    }
    /** Whether the derivative is written for all of its parts. */
    bool isTrainable() const;
    /** @throws Error naming the first part that has no derivative. \param where  what asked for it */
    void requireTrainable(const std::string& where) const;

    /** @throws Error naming the first field that is out of range or does not fit the others. */
    void validate(const std::string& where) const;

    bool operator==(const ModelConfig&) const = default;
};

/** config.json of a model of our own, both ways. @throws Error naming the field. */
ModelConfig configFromJson(std::string_view json, const std::string& where);
std::string configToJson(const ModelConfig& config);

} // namespace glassformer
