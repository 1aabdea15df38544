#include "core/model/families/family_list.h"

#include <algorithm>

// LLaMA (Touvron et al. 2023) and its kin Mistral (Jiang et al. 2023), Qwen2, Qwen3: rotary positions, RMS norms before,
// gated networks, keys and values shared by groups of heads.

namespace glassformer {
namespace {

std::vector<WeightName> llamaNames()
{
    const std::string layer = "model.layers.{L}.";
    return {{"embedding", "model.embed_tokens.weight"},
        {"decoder.{L}.attention_norm", layer + "input_layernorm"},
        {"decoder.{L}.attention.query", layer + "self_attn.q_proj"},
        {"decoder.{L}.attention.key", layer + "self_attn.k_proj"},
        {"decoder.{L}.attention.value", layer + "self_attn.v_proj"},
        {"decoder.{L}.attention.output", layer + "self_attn.o_proj"},
        {"decoder.{L}.attention.query_norm", layer + "self_attn.q_norm"},
        {"decoder.{L}.attention.key_norm", layer + "self_attn.k_norm"},
        {"decoder.{L}.feed_forward_norm", layer + "post_attention_layernorm"},
        {"decoder.{L}.feed_forward.gate", layer + "mlp.gate_proj"},
        {"decoder.{L}.feed_forward.hidden", layer + "mlp.up_proj"},
        {"decoder.{L}.feed_forward.output", layer + "mlp.down_proj"}, {"decoder.norm", "model.norm"},
        {"output", "lm_head"}};
}

constexpr double largest_theta = 1e12;

/** Slower turning for long texts; other rules than these two are refused. */
void readScaling(RotaryConfig& rotary, const JsonField& field)
{
    const Settings settings(field);
    const std::string kind = settings.text("rope_type", settings.text("type", "default"));
    rotary.theta = settings.number("rope_theta", 1, largest_theta, rotary.theta);
    if (kind == "default")
        return;
    const double factor = field["factor"].number(1, 1e6);
    if (kind == "linear") {
        rotary.linear_factor = factor;
    } else if (kind == "llama3") {
        rotary.long_factor = factor;
        rotary.low_frequency_factor = field["low_freq_factor"].number(1e-6, 1e6);
        rotary.high_frequency_factor = field["high_freq_factor"].number(1e-6, 1e6);
        rotary.original_length =
            static_cast<int>(field["original_max_position_embeddings"].integer(1, 10'000'000));
        if (rotary.high_frequency_factor <= rotary.low_frequency_factor)
            field["high_freq_factor"].refuse(Message::tr("more than low_freq_factor"));
    } else {
        field.refuse(Message::tr("the kind default, linear or llama3"), Message::tr("the kind %1", kind));
    }
}

/** Values of what is left out, as far as the families are different there. */
struct Defaults
{
    int vocabulary, intermediate, max_length;
    int key_value_heads = 0; ///< 0: as many as heads
    int head_size = 0; ///< 0: the width divided by the heads
};

ModelConfig sharedConfig(const Settings& settings, const HasTensor& has_tensor, const Defaults& defaults)
{
    ModelConfig config;
    config.vocabulary = settings.size("vocab_size", defaults.vocabulary);
    config.d_model = settings.size("hidden_size", 4096);
    config.n_heads = settings.size("num_attention_heads", 32);
    config.n_key_value_heads = defaults.key_value_heads > 0 || settings.find("num_key_value_heads")
        ? settings.size("num_key_value_heads", defaults.key_value_heads, config.n_heads)
        : config.n_heads;
    const int head_size =
        defaults.head_size > 0 ? defaults.head_size : std::max(1, config.d_model / config.n_heads);
    config.d_head = settings.find("head_dim") ? settings.size("head_dim", head_size) : head_size;
    config.d_ff = settings.size("intermediate_size", defaults.intermediate);
    config.encoder_layers = 0;
    config.decoder_layers = settings.layers("num_hidden_layers", 32);
    config.max_length = settings.size("max_position_embeddings", defaults.max_length);
    config.norm_placement = NormPlacement::Before;
    config.norm_kind = NormKind::Rms;
    config.norm_epsilon = settings.epsilon("rms_norm_eps", 1e-6);
    config.position_kind = PositionKind::Rotary;
    config.rotary.theta = settings.number("rope_theta", 1, largest_theta, 10000);
    for (const char* key : {"rope_scaling", "rope_parameters"})
        if (const auto field = settings.find(key))
            readScaling(config.rotary, *field);
    config.activation = settings.activation("hidden_act", "silu");
    config.gated_feed_forward = true;
    config.feed_forward_bias = config.attention_bias = config.attention_output_bias = false;
    config.scale_embedding = false;
    config.tied_output = settings.flag("tie_word_embeddings", false);
    readOutput(config, settings, has_tensor);
    return config;
}

ModelConfig llamaConfig(const Settings& settings, const HasTensor& has_tensor)
{
    ModelConfig config = sharedConfig(settings, has_tensor, {32000, 11008, 2048});
    config.feed_forward_bias = settings.flag("mlp_bias", false);
    config.attention_bias = config.attention_output_bias = settings.flag("attention_bias", false);
    return config;
}

/** A window that is left out is one of 4096 tokens, one that is null is none. */
ModelConfig mistralConfig(const Settings& settings, const HasTensor& has_tensor)
{
    ModelConfig config = sharedConfig(settings, has_tensor, {32000, 14336, 131072, 8});
    config.sliding_window = settings.size("sliding_window", 4096, 0);
    return config;
}

/**
 * The window of Qwen's later layers, if it is switched on. layer_types says of each layer whether it has one; where it
 * is left out, layers from max_window_layers on have.
 */
void readWindow(ModelConfig& config, const Settings& settings)
{
    if (settings.flag("use_sliding_window", false)) {
        config.sliding_window = settings.size("sliding_window", 4096, 0);
        const auto first = settings.find("max_window_layers");
        config.window_from_layer = first ? static_cast<int>(first->integer(0, 1'000'000)) : 28;
    }
    const auto types = settings.find("layer_types");
    if (!types)
        return;
    const auto has_window = [&types](std::size_t layer) {
        return types->at(layer).oneOf({"full_attention", "sliding_attention"}) == "sliding_attention";
    };
    const auto layers = static_cast<std::size_t>(config.decoder_layers);
    if (types->size() != layers)
        types->refuse(Message::tr("one for each of the %1 layers", config.decoder_layers),
            Message::tr("%1 kinds of layers", types->size()));
    std::size_t first = 0;
    while (first < layers && !has_window(first))
        ++first;
    for (std::size_t l = first; l < layers; ++l)
        if (!has_window(l))
            types->at(l).refuse(Message::tr("a window too: layers with one stand behind those without"));
    if (first < layers && config.sliding_window == 0)
        types->at(first).refuse(
            Message::tr("full_attention, since use_sliding_window switches the window off"));
    config.window_from_layer = static_cast<int>(first);
}

ModelConfig qwen2Config(const Settings& settings, const HasTensor& has_tensor)
{
    ModelConfig config = sharedConfig(settings, has_tensor, {151936, 22016, 32768, 32});
    config.attention_bias = true;
    readWindow(config, settings);
    return config;
}

ModelConfig qwen3Config(const Settings& settings, const HasTensor& has_tensor)
{
    ModelConfig config = sharedConfig(settings, has_tensor, {151936, 22016, 32768, 32, 128});
    config.attention_bias = config.attention_output_bias = settings.flag("attention_bias", false);
    config.query_key_norm = true;
    readWindow(config, settings);
    return config;
}

const std::vector<std::string_view> ignored{"rotary_emb.inv_freq"};

} // namespace

std::vector<Family> llamaFamilies()
{
    return {{{"llama"}, llamaConfig, llamaNames(), true, {"model."}, ignored},
        {{"mistral"}, mistralConfig, llamaNames(), true, {"model."}, ignored},
        {{"qwen2"}, qwen2Config, llamaNames(), true, {"model."}, ignored},
        {{"qwen3"}, qwen3Config, llamaNames(), true, {"model."}, ignored}};
}

} // namespace glassformer
