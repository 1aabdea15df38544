#include "core/error.h"
#include "core/model/families/family_list.h"

// BERT (Devlin et al. 2019) and its kin: encoders with norms behind, learned positions, and an output that guesses
// hidden words. A file without that output gives vectors.

namespace glassformer {
namespace {

/** What BERT's output is called. */
struct OutputNames
{
    std::string transform, norm, projection;
};

const OutputNames bert_output{
    "cls.predictions.transform.dense", "cls.predictions.transform.LayerNorm", "cls.predictions.decoder"};

/** bias: alternatives, as in WeightName. */
std::vector<WeightName> bertNames(const std::string& stem, const OutputNames& output, const std::string& bias)
{
    const std::string layer = stem + ".encoder.layer.{L}.";
    return {{"embedding", stem + ".embeddings.word_embeddings.weight"},
        {"encoder.position", stem + ".embeddings.position_embeddings.weight"},
        {"segment", stem + ".embeddings.token_type_embeddings.weight"},
        {"segment.task", stem + ".embeddings.task_type_embeddings.weight"},
        {"encoder.embedding_norm", stem + ".embeddings.LayerNorm"},
        {"encoder.{L}.attention.query", layer + "attention.self.query"},
        {"encoder.{L}.attention.key", layer + "attention.self.key"},
        {"encoder.{L}.attention.value", layer + "attention.self.value"},
        {"encoder.{L}.attention.output", layer + "attention.output.dense"},
        {"encoder.{L}.attention_norm", layer + "attention.output.LayerNorm"},
        {"encoder.{L}.feed_forward.hidden", layer + "intermediate.dense"},
        {"encoder.{L}.feed_forward.output", layer + "output.dense"},
        {"encoder.{L}.feed_forward_norm", layer + "output.LayerNorm"}, {"output_transform", output.transform},
        {"output_norm", output.norm}, {"output", output.projection}, {"output.bias", bias}};
}

const std::vector<WeightName> distilbert_names{
    {"embedding", "distilbert.embeddings.word_embeddings.weight"},
    {"encoder.position", "distilbert.embeddings.position_embeddings.weight"},
    {"encoder.embedding_norm", "distilbert.embeddings.LayerNorm"},
    {"encoder.{L}.attention.query", "distilbert.transformer.layer.{L}.attention.q_lin"},
    {"encoder.{L}.attention.key", "distilbert.transformer.layer.{L}.attention.k_lin"},
    {"encoder.{L}.attention.value", "distilbert.transformer.layer.{L}.attention.v_lin"},
    {"encoder.{L}.attention.output", "distilbert.transformer.layer.{L}.attention.out_lin"},
    {"encoder.{L}.attention_norm", "distilbert.transformer.layer.{L}.sa_layer_norm"},
    {"encoder.{L}.feed_forward.hidden", "distilbert.transformer.layer.{L}.ffn.lin1"},
    {"encoder.{L}.feed_forward.output", "distilbert.transformer.layer.{L}.ffn.lin2"},
    {"encoder.{L}.feed_forward_norm", "distilbert.transformer.layer.{L}.output_layer_norm"},
    {"output_transform", "vocab_transform"},
    {"output_norm", "vocab_layer_norm"},
    {"output", "vocab_projector"},
    {"output.bias", "vocab_projector.bias"},
};

const std::string albert_layer = "albert.encoder.albert_layer_groups.{L}.albert_layers.0.";

const std::vector<WeightName> albert_names{
    {"embedding", "albert.embeddings.word_embeddings.weight"},
    {"encoder.position", "albert.embeddings.position_embeddings.weight"},
    {"segment", "albert.embeddings.token_type_embeddings.weight"},
    {"encoder.embedding_norm", "albert.embeddings.LayerNorm"},
    {"embedding_projection", "albert.encoder.embedding_hidden_mapping_in"},
    {"encoder.{L}.attention.query", albert_layer + "attention.query"},
    {"encoder.{L}.attention.key", albert_layer + "attention.key"},
    {"encoder.{L}.attention.value", albert_layer + "attention.value"},
    {"encoder.{L}.attention.output", albert_layer + "attention.dense"},
    {"encoder.{L}.attention_norm", albert_layer + "attention.LayerNorm"},
    {"encoder.{L}.feed_forward.hidden", albert_layer + "ffn"},
    {"encoder.{L}.feed_forward.output", albert_layer + "ffn_output"},
    {"encoder.{L}.feed_forward_norm", albert_layer + "full_layer_layer_norm"},
    {"output_transform", "predictions.dense"},
    {"output_norm", "predictions.LayerNorm"},
    {"output", "predictions.decoder"},
    {"output.bias", "predictions.bias|predictions.decoder.bias"},
};

/** The output that guesses hidden words, if the files hold it. */
void setOutput(ModelConfig& config, bool has_output, const Settings& settings)
{
    config.has_output = config.output_transform = config.output_bias = has_output;
    config.tied_output = settings.flag("tie_word_embeddings", true);
}

/** What the whole family has in common, however it calls its sizes. */
ModelConfig commonConfig(const Settings& settings)
{
    ModelConfig config;
    config.vocabulary = settings.size("vocab_size", 30522);
    config.decoder_layers = 0;
    config.max_length = settings.size("max_position_embeddings", 512);
    config.norm_placement = NormPlacement::After;
    config.norm_epsilon = 1e-12;
    config.position_kind = PositionKind::Learned;
    config.scale_embedding = false;
    config.embedding_norm = true;
    return config;
}

/** Sizes that are left out, which alone are different in this kin. */
struct Defaults
{
    int vocabulary = 30522, hidden = 768, heads = 12, intermediate = 3072;
    const char* activation = "gelu";
};

ModelConfig kinConfig(const Settings& settings, const Defaults& defaults)
{
    settings.requireFlag("is_decoder", false, false);
    settings.requireText("position_embedding_type", "absolute");
    ModelConfig config = commonConfig(settings);
    config.vocabulary = settings.size("vocab_size", defaults.vocabulary);
    config.d_model = settings.size("hidden_size", defaults.hidden);
    config.n_heads = settings.size("num_attention_heads", defaults.heads);
    config.d_ff = settings.size("intermediate_size", defaults.intermediate);
    config.encoder_layers = settings.layers("num_hidden_layers", 12);
    config.norm_epsilon = settings.epsilon("layer_norm_eps", config.norm_epsilon);
    config.activation = settings.activation("hidden_act", defaults.activation);
    config.segments = settings.size("type_vocab_size", 2);
    return config;
}

ModelConfig bertConfig(const Settings& settings, const HasTensor& has_tensor)
{
    ModelConfig config = kinConfig(settings, {});
    setOutput(config, has_tensor("cls.predictions.transform.dense.weight"), settings);
    return config;
}

ModelConfig ernieConfig(const Settings& settings, const HasTensor& has_tensor)
{
    ModelConfig config = bertConfig(settings, has_tensor);
    // A table of tasks that is switched off may stand in the files all the same.
    if (settings.flag("use_task_id", false))
        config.tasks = settings.size("task_type_vocab_size", 3);
    return config;
}

ModelConfig robertaConfig(const Settings& settings, const HasTensor& has_tensor)
{
    Defaults defaults;
    if (settings.text("model_type", {}) == "roberta")
        defaults.vocabulary = 50265;
    ModelConfig config = kinConfig(settings, defaults);
    // The row of the padding token and those before it belong to no place in the text.
    const auto padding = settings.find("pad_token_id");
    config.position_offset = (padding ? static_cast<int>(padding->integer(0, 1000)) : 1) + 1;
    if (config.max_length <= config.position_offset)
        settings.file()["max_position_embeddings"].refuse(
            Message::tr("more than the offset of the first position"));
    config.max_length -= config.position_offset;
    setOutput(config, has_tensor("lm_head.dense.weight"), settings);
    return config;
}

ModelConfig albertConfig(const Settings& settings, const HasTensor& has_tensor)
{
    if (settings.size("inner_group_num", 1) != 1)
        settings.file()["inner_group_num"].refuse(
            Message::tr("1: groups of one layer that is used again and again"));
    ModelConfig config = kinConfig(settings, {30000, 4096, 64, 16384, "gelu_new"});
    config.d_embedding = settings.size("embedding_size", 128);
    if (config.d_embedding == config.d_model)
        throw Error({Message::tr("embedding_size and hidden_size are both %1", config.d_model),
            settings.file().where(), Message::tr("less than hidden_size: the projection is not optional"),
            {}});
    config.layer_groups = settings.size("num_hidden_groups", 1);
    setOutput(config, has_tensor("predictions.dense.weight"), settings);
    return config;
}

ModelConfig distilbertConfig(const Settings& settings, const HasTensor& has_tensor)
{
    ModelConfig config = commonConfig(settings);
    config.d_model = settings.size("dim", 768);
    config.n_heads = settings.size("n_heads", 12);
    config.d_ff = settings.size("hidden_dim", 3072);
    config.encoder_layers = settings.layers("n_layers", 6);
    config.activation = settings.activation("activation", "gelu");
    setOutput(config, has_tensor("vocab_transform.weight"), settings);
    return config;
}

const std::vector<std::string_view> ignored{
    "position_ids", "token_type_ids", "pooler.", "cls.seq_relationship.", "sop_classifier.", "classifier."};

} // namespace

std::vector<Family> bertFamilies()
{
    const std::string bert_bias = "cls.predictions.bias|cls.predictions.decoder.bias";
    const std::vector<WeightName> roberta_names = bertNames("roberta",
        {"lm_head.dense", "lm_head.layer_norm", "lm_head.decoder"}, "lm_head.bias|lm_head.decoder.bias");
    return {{{"bert"}, bertConfig, bertNames("bert", bert_output, bert_bias), true, {"bert."}, ignored},
        {{"ernie"}, ernieConfig, bertNames("ernie", bert_output, bert_bias), true, {"ernie."}, ignored},
        {{"roberta", "xlm-roberta", "camembert"}, robertaConfig, roberta_names, true, {"roberta."}, ignored},
        {{"distilbert"}, distilbertConfig, distilbert_names, true, {"distilbert."}, ignored},
        {{"albert"}, albertConfig, albert_names, true, {"albert."}, ignored}};
}

} // namespace glassformer
