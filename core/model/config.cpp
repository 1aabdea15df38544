#include "core/model/config.h"

#include "core/error.h"
#include "core/file/strict_json.h"

#include <algorithm>
#include <array>
#include <utility>

namespace glassformer {
namespace {

constexpr int largest_width = 65536;
constexpr int widest_heads = 10'000'000;
constexpr int most_layers = 256;

constexpr std::array<std::pair<NormPlacement, const char*>, 2> norm_placements{
    {{NormPlacement::Before, "before"}, {NormPlacement::After, "after"}}};
constexpr std::array<std::pair<NormKind, const char*>, 2> norm_kinds{
    {{NormKind::Layer, "layer"}, {NormKind::Rms, "rms"}}};
constexpr std::array<std::pair<PositionKind, const char*>, 6> position_kinds{
    {{PositionKind::None, "none"}, {PositionKind::Sinusoidal, "sinusoidal"},
        {PositionKind::SinusoidalHalves, "sinusoidal_halves"}, {PositionKind::Learned, "learned"},
        {PositionKind::Rotary, "rotary"}, {PositionKind::Relative, "relative"}}};
constexpr std::array<std::pair<Activation, const char*>, 4> activations{{{Activation::ReLU, "relu"},
    {Activation::GeluErf, "gelu"}, {Activation::GeluTanh, "gelu_tanh"}, {Activation::SiLU, "silu"}}};

template <typename Value, std::size_t count>
const char* nameOf(const std::array<std::pair<Value, const char*>, count>& names, Value value)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [value](const auto& entry) { return entry.first == value; });
    return found->second;
}

template <typename Value, std::size_t count>
Value valueOf(const std::array<std::pair<Value, const char*>, count>& names, const JsonField& field)
{
    std::string choices;
    for (const auto& [value, name] : names) {
        if (field.text() == name)
            return value;
        choices += (choices.empty() ? "" : ", ") + std::string(name);
    }
    field.refuse("one of " + choices);
}

constexpr const char* encoder_decoder = "encoder-decoder";
constexpr const char* encoder_only = "encoder-only";
constexpr const char* decoder_only = "decoder-only";

const char* architectureOf(const ModelConfig& config)
{
    return !config.hasEncoder() ? decoder_only : config.hasDecoder() ? encoder_decoder : encoder_only;
}

int whole(const JsonField& field, std::int64_t least, std::int64_t most)
{
    return static_cast<int>(field.integer(least, most));
}

/** A stack that the architecture lacks has no layers. */
int layersOf(const JsonField& field, bool is_wanted)
{
    return is_wanted ? whole(field, 1, most_layers) : whole(field, 0, 0);
}

} // namespace

bool ModelConfig::isTrainable() const
{
    const bool positions_are_added =
        position_kind != PositionKind::Rotary && position_kind != PositionKind::Relative;
    return positions_are_added && !gated_feed_forward && !query_key_norm && layer_groups == 0
        && !embedding_norm && !segment_embedding && !output_transform && !scale_output && !output_bias
        && scale_scores && has_output && sliding_window == 0 && position_offset == 0
        && keyValueHeads() == n_heads && embeddingWidth() == d_model;
}

void ModelConfig::validate(const std::string& where) const
{
    const auto require = [&where](bool holds, const std::string& found, const std::string& expected) {
        if (!holds)
            throw Error({found, where, expected, ""});
    };
    require(d_model >= 1 && n_heads >= 1 && (d_head > 0 || d_model % n_heads == 0),
        "d_model " + std::to_string(d_model) + " with n_heads " + std::to_string(n_heads),
        "a d_model that n_heads divides");
    require(keyValueHeads() <= n_heads && n_heads % keyValueHeads() == 0,
        std::to_string(n_heads) + " heads with " + std::to_string(keyValueHeads()) + " key and value heads",
        "a number of heads that the key and value heads divide");
    require(std::int64_t(n_heads) * headSize() <= widest_heads,
        std::to_string(n_heads) + " heads of size " + std::to_string(headSize()),
        "at most " + std::to_string(widest_heads) + " numbers in all heads");
    require(vocabulary >= 1 && d_ff >= 1 && max_length >= 1, "a size below 1", "sizes of at least 1");
    require(encoder_layers >= 0 && decoder_layers >= 0 && encoder_layers + decoder_layers >= 1,
        "a model without layers", "at least one layer");
    require(layer_groups <= std::max(encoder_layers, decoder_layers),
        std::to_string(layer_groups) + " groups of layers", "no more groups than layers");
    require(position_kind != PositionKind::Rotary || headSize() % 2 == 0,
        "rotary positions with heads of size " + std::to_string(headSize()), "heads of an even size");
    require(position_kind != PositionKind::Relative
            || (relative.buckets >= 4 && relative.buckets % 2 == 0
                && relative.max_distance > relative.buckets / 2),
        std::to_string(relative.buckets) + " relative buckets up to distance "
            + std::to_string(relative.max_distance),
        "an even number of at least 4 buckets and a distance of more than half of it");
    require(!tied_output || output_transform || embeddingWidth() == d_model,
        "a tied output with an embedding table of another width than d_model", "a projection in between");
}

ModelConfig configFromJson(std::string_view json, const std::string& where)
{
    const Json root = parseJson(json, where);
    const JsonField file(root, where);
    file.requireOnly({"name", "architecture", "vocabulary", "d_model", "n_heads", "d_ff", "encoder_layers",
        "decoder_layers", "max_length", "norm_placement", "norm_kind", "norm_epsilon", "position_kind",
        "activation", "attention_bias", "feed_forward_bias", "scale_embedding", "tied_output"});
    const std::string& architecture =
        file["architecture"].oneOf({encoder_decoder, encoder_only, decoder_only});
    ModelConfig config;
    config.name = file["name"].text();
    config.vocabulary = whole(file["vocabulary"], 1, 10'000'000);
    config.d_model = whole(file["d_model"], 1, largest_width);
    config.n_heads = whole(file["n_heads"], 1, largest_width);
    config.d_ff = whole(file["d_ff"], 1, 4 * largest_width);
    config.encoder_layers = layersOf(file["encoder_layers"], architecture != decoder_only);
    config.decoder_layers = layersOf(file["decoder_layers"], architecture != encoder_only);
    config.max_length = whole(file["max_length"], 1, 1'000'000);
    config.norm_placement = valueOf(norm_placements, file["norm_placement"]);
    config.norm_kind = valueOf(norm_kinds, file["norm_kind"]);
    config.norm_epsilon = file["norm_epsilon"].number(0, 1);
    config.position_kind = valueOf(position_kinds, file["position_kind"]);
    config.activation = valueOf(activations, file["activation"]);
    config.attention_bias = file["attention_bias"].boolean();
    config.attention_output_bias = config.attention_bias;
    config.feed_forward_bias = file["feed_forward_bias"].boolean();
    config.scale_embedding = file["scale_embedding"].boolean();
    config.tied_output = file["tied_output"].boolean();
    config.validate(where);
    return config;
}

std::string configToJson(const ModelConfig& config)
{
    return jsonText(Json::object({
                        {"name", config.name},
                        {"architecture", architectureOf(config)},
                        {"vocabulary", config.vocabulary},
                        {"d_model", config.d_model},
                        {"n_heads", config.n_heads},
                        {"d_ff", config.d_ff},
                        {"encoder_layers", config.encoder_layers},
                        {"decoder_layers", config.decoder_layers},
                        {"max_length", config.max_length},
                        {"norm_placement", nameOf(norm_placements, config.norm_placement)},
                        {"norm_kind", nameOf(norm_kinds, config.norm_kind)},
                        {"norm_epsilon", config.norm_epsilon},
                        {"position_kind", nameOf(position_kinds, config.position_kind)},
                        {"activation", nameOf(activations, config.activation)},
                        {"attention_bias", config.attention_bias},
                        {"feed_forward_bias", config.feed_forward_bias},
                        {"scale_embedding", config.scale_embedding},
                        {"tied_output", config.tied_output},
                    }),
               4)
        + "\n";
}

} // namespace glassformer
