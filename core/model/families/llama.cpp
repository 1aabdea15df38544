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

/** Slower turning for long texts; other rules than these two are refused. */
void readScaling(RotaryConfig& rotary, const JsonField& field)
{
    const Settings settings(field);
    const std::string kind = settings.textOr("rope_type", settings.textOr("type", "default"));
    if (const auto theta = settings.find("rope_theta"))
        rotary.theta = theta->number(1, 1e12);
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

ModelConfig llamaConfig(const Settings& settings, const HasTensor&)
{
    ModelConfig config;
    config.vocabulary = settings.size("vocab_size");
    config.d_model = settings.size("hidden_size");
    config.n_heads = settings.size("num_attention_heads");
    config.n_key_value_heads = settings.sizeOr("num_key_value_heads", config.n_heads);
    config.d_head = settings.sizeOr("head_dim", std::max(1, config.d_model / config.n_heads));
    config.d_ff = settings.size("intermediate_size");
    config.encoder_layers = 0;
    config.decoder_layers = settings.layers("num_hidden_layers");
    config.max_length = settings.sizeOr("max_position_embeddings", 2048);
    config.norm_placement = NormPlacement::Before;
    config.norm_kind = NormKind::Rms;
    config.norm_epsilon = settings.numberOr("rms_norm_eps", 1e-6);
    config.position_kind = PositionKind::Rotary;
    config.rotary.theta = settings.numberOr("rope_theta", 10000);
    for (const char* key : {"rope_scaling", "rope_parameters"})
        if (const auto field = settings.find(key))
            readScaling(config.rotary, *field);
    config.activation = settings.activation("hidden_act", "silu");
    config.gated_feed_forward = true;
    config.feed_forward_bias = settings.flagOr("mlp_bias", false);
    config.scale_embedding = false;
    config.attention_bias = config.attention_output_bias = settings.flagOr("attention_bias", false);
    config.tied_output = settings.flagOr("tie_word_embeddings", false);
    return config;
}

ModelConfig mistralConfig(const Settings& settings, const HasTensor& has_tensor)
{
    ModelConfig config = llamaConfig(settings, has_tensor);
    config.sliding_window = settings.find("sliding_window") ? settings.size("sliding_window") : 0;
    return config;
}

/** The window of Qwen's later layers, if it is switched on; layer_types, where it is there, must say the same. */
void readWindow(ModelConfig& config, const Settings& settings)
{
    if (settings.flagOr("use_sliding_window", false)) {
        config.sliding_window = settings.size("sliding_window");
        config.window_from_layer =
            static_cast<int>(settings.file()["max_window_layers"].integer(0, 1'000'000));
    }
    const auto types = settings.find("layer_types");
    for (std::size_t l = 0; types && l < types->size(); ++l) {
        const bool has_window = config.windowOf(static_cast<int>(l)) > 0;
        if (types->at(l).text() != (has_window ? "sliding_attention" : "full_attention"))
            types->at(l).refuse(Message::tr("the kind that use_sliding_window and max_window_layers give"));
    }
}

ModelConfig qwen2Config(const Settings& settings, const HasTensor& has_tensor)
{
    ModelConfig config = llamaConfig(settings, has_tensor);
    config.attention_bias = true;
    config.attention_output_bias = false;
    readWindow(config, settings);
    return config;
}

ModelConfig qwen3Config(const Settings& settings, const HasTensor& has_tensor)
{
    ModelConfig config = llamaConfig(settings, has_tensor);
    config.d_head = settings.sizeOr("head_dim", 128);
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
