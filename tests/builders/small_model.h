#pragma once

#include "core/trace/model.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace glassformer {

/** A model of random weights that is so small that a second implementation in plain loops can follow it. */
struct SmallModel
{
    Transformer<double> exact; ///< the same weights in double precision
    std::shared_ptr<const Model> model;
};

/** One for each family, place of norms and kind of positions. */
inline const std::vector<const char*> small_model_kinds{"encoder-decoder, norm after, sinusoidal",
    "encoder-decoder, norm before, learned", "encoder-decoder, norm before, relative",
    "encoder-only, norm after, learned", "encoder-only, norm before, rotary",
    "decoder-only, norm before, rotary", "decoder-only, norm after, sinusoidal"};

inline ModelConfig smallConfig(const std::string& kind)
{
    const auto says = [&kind](const char* word) { return kind.find(word) != std::string::npos; };
    ModelConfig config;
    config.name = kind;
    config.d_model = 8;
    config.n_heads = 2;
    config.d_ff = 12;
    config.encoder_layers = says("decoder-only") ? 0 : 2;
    config.decoder_layers = says("encoder-only") ? 0 : 2;
    config.max_length = 40;
    config.norm_placement = says("norm before") ? NormPlacement::Before : NormPlacement::After;
    if (says("learned"))
        config.position_kind = PositionKind::Learned;
    if (says("rotary")) {
        config.position_kind = PositionKind::Rotary;
        config.norm_kind = NormKind::Rms;
        config.attention_bias = config.attention_output_bias = config.feed_forward_bias = false;
        config.gated_feed_forward = true;
        config.activation = Activation::SiLU;
        config.tied_output = false;
    }
    if (says("relative")) {
        config.position_kind = PositionKind::Relative;
        config.norm_kind = NormKind::Rms;
        config.relative = {8, 6};
        config.scale_scores = config.scale_embedding = false;
        config.scale_output = true;
    }
    return config;
}

/** \param models  the bundled ones, whose tokenizers it reads with */
inline SmallModel smallModel(const std::string& kind, const std::filesystem::path& models)
{
    ModelConfig config = smallConfig(kind);
    Model model = Model::load(models
        / (config.hasCrossAttention() ? "translator"
                : config.hasDecoder() ? "next-word"
                                      : "gap"));
    config.vocabulary = model.tokenizer.size();
    Random random(5);
    SmallModel small{{config, initialWeights<double>(config, random)}, nullptr};
    model.transformer = {config, {}};
    Random again(5);
    model.transformer.weights = initialWeights<float>(config, again);
    const auto slots = weightSlots(small.exact.weights);
    const auto rounded = weightSlots(model.transformer.weights);
    // Zero biases and unit gains would hide mistakes.
    for (std::size_t i = 0; i < slots.size(); ++i)
        for (std::int64_t j = 0; j < slots[i].size; ++j) {
            rounded[i].data[j] = static_cast<float>(slots[i].data[j] + 0.3 * random.normal());
            slots[i].data[j] = static_cast<double>(rounded[i].data[j]);
        }
    small.model = std::make_shared<const Model>(std::move(model));
    return small;
}

/** A run of it over a few words: all that is written, or nothing more than the text. */
inline std::shared_ptr<const Trace> runOf(
    const std::shared_ptr<const Model>& model, const std::string& text, Changes changes = {})
{
    RunRequest request;
    request.text = text;
    request.changes = std::move(changes);
    request.decoding.max_new_tokens = 5;
    if (model->transformer.config.hasCrossAttention()) {
        request.target_language = "fr";
        request.forced_target = {101, 205, 303, 404}; // so that no change ends it early
    }
    return std::make_shared<const Trace>(runLean(model, request));
}

inline std::vector<int> idsOf(const std::vector<Token>& tokens)
{
    std::vector<int> ids;
    for (const Token& token : tokens)
        ids.push_back(token.id);
    return ids;
}

} // namespace glassformer
