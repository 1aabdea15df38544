#include "core/model/families/family_list.h"

// T5 (Raffel et al. 2020), its second version with gated networks (Shazeer 2020; Flan-T5) and mT5 (Xue et al. 2021):
// relative positions as a bias on scores that are not scaled, RMS norms before, no biases.

namespace glassformer {
namespace {

void addAttention(std::vector<WeightName>& names, const std::string& ours, const std::string& theirs)
{
    names.push_back({ours + ".query", theirs + ".q"});
    names.push_back({ours + ".key", theirs + ".k"});
    names.push_back({ours + ".value", theirs + ".v"});
    names.push_back({ours + ".output", theirs + ".o"});
}

std::vector<WeightName> t5Names()
{
    std::vector<WeightName> names{
        {"embedding", "shared.weight|encoder.embed_tokens.weight|decoder.embed_tokens.weight"},
        {"output", "lm_head"}};
    for (const std::string stack : {"encoder", "decoder"}) {
        const std::string ours = stack + ".{L}.", theirs = stack + ".block.{L}.layer.";
        const std::string last = theirs + (stack == "encoder" ? "1" : "2");
        names.push_back({stack + ".relative_bias",
            stack + ".block.0.layer.0.SelfAttention.relative_attention_bias.weight"});
        names.push_back({stack + ".norm", stack + ".final_layer_norm"});
        addAttention(names, ours + "attention", theirs + "0.SelfAttention");
        names.push_back({ours + "attention_norm", theirs + "0.layer_norm"});
        addAttention(names, ours + "cross_attention", theirs + "1.EncDecAttention");
        names.push_back({ours + "cross_attention_norm", theirs + "1.layer_norm"});
        names.push_back({ours + "feed_forward.gate", last + ".DenseReluDense.wi_0"});
        names.push_back(
            {ours + "feed_forward.hidden", last + ".DenseReluDense.wi|" + last + ".DenseReluDense.wi_1"});
        names.push_back({ours + "feed_forward.output", last + ".DenseReluDense.wo"});
        names.push_back({ours + "feed_forward_norm", last + ".layer_norm"});
    }
    return names;
}

/** Values of what is left out, as far as the two families are different there. */
struct Defaults
{
    int vocabulary, d_ff, layers, heads;
    const char* network;
    bool is_tied;
};

/** "gated-gelu" means the approximation by tanh. */
void readNetwork(ModelConfig& config, const Settings& settings, const char* absent)
{
    const std::string network = settings.text("feed_forward_proj", absent);
    const std::string gated = "gated-";
    config.gated_feed_forward = network.starts_with(gated);
    const std::string activation = config.gated_feed_forward ? network.substr(gated.size()) : network;
    config.activation = network == "gated-gelu"
        ? Activation::GeluTanh
        : activationNamed(activation, settings.find("feed_forward_proj").value_or(settings.file()));
}

ModelConfig sharedConfig(const Settings& settings, const HasTensor& has_tensor, const Defaults& defaults)
{
    ModelConfig config;
    config.vocabulary = settings.size("vocab_size", defaults.vocabulary);
    config.d_model = settings.size("d_model", 512);
    config.n_heads = settings.size("num_heads", defaults.heads);
    config.d_head = settings.size("d_kv", 64);
    config.d_ff = settings.size("d_ff", defaults.d_ff);
    config.encoder_layers = settings.layers("num_layers", defaults.layers);
    config.decoder_layers = settings.find("num_decoder_layers")
        ? settings.layers("num_decoder_layers", config.encoder_layers)
        : config.encoder_layers;
    if (isEncoderAlone(settings))
        config.decoder_layers = 0;
    // The length of the texts of the training: no table ends there.
    config.max_length = settings.find("n_positions") ? settings.size("n_positions", 512) : 512;
    config.norm_placement = NormPlacement::Before;
    config.norm_kind = NormKind::Rms;
    config.norm_epsilon = settings.epsilon("layer_norm_epsilon", 1e-6);
    config.position_kind = PositionKind::Relative;
    config.relative.buckets = settings.size("relative_attention_num_buckets", 32);
    config.relative.max_distance = settings.size("relative_attention_max_distance", 128);
    config.attention_bias = config.attention_output_bias = config.feed_forward_bias = false;
    config.scale_scores = config.scale_embedding = false;
    config.tied_output = settings.flag("tie_word_embeddings", defaults.is_tied);
    readOutput(config, settings, has_tensor);
    config.scale_output = config.has_output && config.tied_output;
    readNetwork(config, settings, defaults.network);
    return config;
}

ModelConfig t5Config(const Settings& settings, const HasTensor& has_tensor)
{
    return sharedConfig(settings, has_tensor, {32128, 2048, 6, 8, "relu", true});
}

ModelConfig mt5Config(const Settings& settings, const HasTensor& has_tensor)
{
    return sharedConfig(settings, has_tensor, {250112, 1024, 8, 6, "gated-gelu", false});
}

} // namespace

std::vector<Family> t5Families()
{
    const std::vector<std::string_view> ignored{
        "embed_tokens.weight", "EncDecAttention.relative_attention_bias."};
    return {{{"t5"}, t5Config, t5Names(), true, {}, ignored, 0},
        {{"mt5"}, mt5Config, t5Names(), true, {}, ignored, 0}};
}

} // namespace glassformer
