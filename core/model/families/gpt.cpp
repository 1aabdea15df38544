#include "core/model/families/family_list.h"

// GPT-1 (Radford et al. 2018) and GPT-2 (Radford et al. 2019): learned positions, one matrix for queries, keys and
// values, matrices stored [in, out].

namespace glassformer {
namespace {

const std::vector<WeightName> gpt2_names{
    {"embedding", "transformer.wte.weight"},
    {"decoder.position", "transformer.wpe.weight"},
    {"decoder.{L}.attention_norm", "transformer.h.{L}.ln_1"},
    {"decoder.{L}.attention.query", "transformer.h.{L}.attn.c_attn", 0, 3},
    {"decoder.{L}.attention.key", "transformer.h.{L}.attn.c_attn", 1, 3},
    {"decoder.{L}.attention.value", "transformer.h.{L}.attn.c_attn", 2, 3},
    {"decoder.{L}.attention.output", "transformer.h.{L}.attn.c_proj"},
    {"decoder.{L}.feed_forward_norm", "transformer.h.{L}.ln_2"},
    {"decoder.{L}.feed_forward.hidden", "transformer.h.{L}.mlp.c_fc"},
    {"decoder.{L}.feed_forward.output", "transformer.h.{L}.mlp.c_proj"},
    {"decoder.norm", "transformer.ln_f"},
    {"output", "lm_head"},
};

const std::vector<WeightName> gpt1_names{
    {"embedding", "transformer.tokens_embed.weight"},
    {"decoder.position", "transformer.positions_embed.weight"},
    {"decoder.{L}.attention.query", "transformer.h.{L}.attn.c_attn", 0, 3},
    {"decoder.{L}.attention.key", "transformer.h.{L}.attn.c_attn", 1, 3},
    {"decoder.{L}.attention.value", "transformer.h.{L}.attn.c_attn", 2, 3},
    {"decoder.{L}.attention.output", "transformer.h.{L}.attn.c_proj"},
    {"decoder.{L}.attention_norm", "transformer.h.{L}.ln_1"},
    {"decoder.{L}.feed_forward.hidden", "transformer.h.{L}.mlp.c_fc"},
    {"decoder.{L}.feed_forward.output", "transformer.h.{L}.mlp.c_proj"},
    {"decoder.{L}.feed_forward_norm", "transformer.h.{L}.ln_2"},
    {"output", "lm_head"},
};

ModelConfig sharedConfig(const Settings& settings, const HasTensor& has_tensor)
{
    ModelConfig config;
    config.d_model = settings.size("n_embd", 768);
    config.n_heads = settings.size("n_head", 12);
    config.encoder_layers = 0;
    config.decoder_layers = settings.layers("n_layer", 12);
    config.norm_epsilon = settings.epsilon("layer_norm_epsilon", 1e-5);
    config.position_kind = PositionKind::Learned;
    config.scale_embedding = false;
    config.tied_output = settings.flag("tie_word_embeddings", true);
    readOutput(config, settings, has_tensor);
    return config;
}

ModelConfig gpt2Config(const Settings& settings, const HasTensor& has_tensor)
{
    settings.requireFlag("scale_attn_weights", true, true);
    settings.requireFlag("scale_attn_by_inverse_layer_idx", false, false);
    settings.requireFlag("add_cross_attention", false, false);
    ModelConfig config = sharedConfig(settings, has_tensor);
    config.vocabulary = settings.size("vocab_size", 50257);
    config.max_length = settings.size("n_positions", 1024);
    const int four_times = 4 * config.d_model;
    config.d_ff = settings.find("n_inner") ? settings.size("n_inner", four_times) : four_times;
    config.norm_placement = NormPlacement::Before;
    config.activation = settings.activation("activation_function", "gelu_new");
    return config;
}

ModelConfig gpt1Config(const Settings& settings, const HasTensor& has_tensor)
{
    ModelConfig config = sharedConfig(settings, has_tensor);
    config.vocabulary = settings.size("vocab_size", 40478);
    config.max_length = settings.size("n_positions", 512);
    config.d_ff = 4 * config.d_model;
    config.norm_placement = NormPlacement::After;
    // This family's "gelu" is the approximation by tanh.
    const std::string name = settings.text("afn", "gelu");
    config.activation = name == "gelu" ? Activation::GeluTanh : settings.activation("afn", "gelu");
    return config;
}

} // namespace

std::vector<Family> gptFamilies()
{
    return {{{"gpt2"}, gpt2Config, gpt2_names, false, {"transformer."}, {".attn.bias", ".attn.masked_bias"}},
        {{"openai-gpt"}, gpt1Config, gpt1_names, false, {"transformer."}, {".attn.bias", "position_ids"}}};
}

} // namespace glassformer
