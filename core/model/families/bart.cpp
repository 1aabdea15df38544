#include "core/model/families/family_list.h"

// BART (Lewis et al. 2020), mBART (Liu et al. 2020) and the Marian translators (Junczys-Dowmunt et al. 2018): the
// encoder-decoder of the paper; they differ in positions and in where the norms are.

namespace glassformer {
namespace {

void addAttention(std::vector<WeightName>& names, const std::string& ours, const std::string& theirs)
{
    names.push_back({ours + ".query", theirs + ".q_proj"});
    names.push_back({ours + ".key", theirs + ".k_proj"});
    names.push_back({ours + ".value", theirs + ".v_proj"});
    names.push_back({ours + ".output", theirs + ".out_proj"});
    names.push_back({ours + "_norm", theirs + "_layer_norm"});
}

std::vector<WeightName> bartNames()
{
    std::vector<WeightName> names{
        {"embedding",
            "model.shared.weight|model.encoder.embed_tokens.weight|model.decoder.embed_tokens.weight"},
        {"output", "lm_head"}, {"output.bias", "final_logits_bias"}};
    for (const std::string stack : {"encoder", "decoder"}) {
        const std::string ours = stack + ".{L}.", theirs = "model." + stack + ".layers.{L}.";
        names.push_back({stack + ".position", "model." + stack + ".embed_positions.weight"});
        names.push_back({stack + ".embedding_norm", "model." + stack + ".layernorm_embedding"});
        names.push_back({stack + ".norm", "model." + stack + ".layer_norm"});
        addAttention(names, ours + "attention", theirs + "self_attn");
        addAttention(names, ours + "cross_attention", theirs + "encoder_attn");
        names.push_back({ours + "feed_forward.hidden", theirs + "fc1"});
        names.push_back({ours + "feed_forward.output", theirs + "fc2"});
        names.push_back({ours + "feed_forward_norm", theirs + "final_layer_norm"});
    }
    return names;
}

/** What is left out: all of them have 12 layers of 16 heads, 1024 wide. */
ModelConfig sharedConfig(const Settings& settings, const HasTensor& has_tensor, int vocabulary)
{
    settings.requireEqual("encoder_attention_heads", "decoder_attention_heads", 16);
    settings.requireEqual("encoder_ffn_dim", "decoder_ffn_dim", 4096);
    ModelConfig config;
    config.vocabulary = settings.size("vocab_size", vocabulary);
    config.d_model = settings.size("d_model", 1024);
    config.n_heads = settings.size("encoder_attention_heads", 16);
    config.d_ff = settings.size("encoder_ffn_dim", 4096);
    config.encoder_layers = settings.layers("encoder_layers", 12);
    config.decoder_layers = settings.layers("decoder_layers", 12);
    config.max_length = settings.size("max_position_embeddings", 1024);
    config.norm_placement = NormPlacement::After;
    config.activation = settings.activation("activation_function", "gelu");
    config.scale_embedding = settings.flag("scale_embedding", false);
    config.tied_output = settings.flag("tie_word_embeddings", true);
    readOutput(config, settings, has_tensor);
    config.output_bias = config.has_output && has_tensor("final_logits_bias");
    return config;
}

ModelConfig bartConfig(const Settings& settings, const HasTensor& has_tensor)
{
    settings.requireFlag("normalize_before", false, false);
    settings.requireFlag("static_position_embeddings", false, false);
    ModelConfig config = sharedConfig(settings, has_tensor, 50265);
    config.position_kind = PositionKind::Learned;
    config.position_offset = 2;
    config.embedding_norm = settings.flag("normalize_embedding", true);
    return config;
}

ModelConfig mbartConfig(const Settings& settings, const HasTensor& has_tensor)
{
    settings.requireFlag("normalize_before", true, true);
    ModelConfig config = sharedConfig(settings, has_tensor, 50265);
    config.position_kind = PositionKind::Learned;
    config.position_offset = 2;
    config.embedding_norm = true;
    config.norm_placement = NormPlacement::Before;
    return config;
}

ModelConfig marianConfig(const Settings& settings, const HasTensor& has_tensor)
{
    settings.requireFlag("share_encoder_decoder_embeddings", true, true);
    settings.requireFlag("normalize_before", false, false);
    ModelConfig config = sharedConfig(settings, has_tensor, 58101);
    config.position_kind = PositionKind::SinusoidalHalves;
    return config;
}

const std::vector<std::string_view> ignored{
    "embed_positions.weight", "embed_tokens.weight", "classification_head."};

} // namespace

std::vector<Family> bartFamilies()
{
    return {{{"marian"}, marianConfig, bartNames(), true, {"model."}, ignored, 58100},
        {{"bart"}, bartConfig, bartNames(), true, {"model."}, ignored, 2},
        {{"mbart"}, mbartConfig, bartNames(), true, {"model."}, ignored}};
}

} // namespace glassformer
