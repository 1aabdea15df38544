#include "core/file/json/strict_json.h"
#include "core/model/config/config.h"

#include <algorithm>
#include <array>
#include <utility>

namespace glassformer {
namespace {

constexpr int largest_width = 65536;
constexpr int most_layers = 256;
constexpr int most_segments = 1'000'000;

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
    field.refuse(Message::tr("one of %1", choices));
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

/** Reads a field that may be left out. */
class OptionalReader
{
public:
    explicit OptionalReader(const JsonField& file)
        : m_file(file)
    {
    }
    void operator()(const char* name, int& value, std::int64_t most)
    {
        if (const auto field = m_file.find(name))
            value = whole(*field, 0, most);
    }
    void operator()(const char* name, double& value, double most)
    {
        if (const auto field = m_file.find(name))
            value = field->number(0, most);
    }
    void operator()(const char* name, bool& value)
    {
        if (const auto field = m_file.find(name))
            value = field->boolean();
    }
    void operator()(const char* name, std::string& value)
    {
        if (const auto field = m_file.find(name))
            value = field->text();
    }

private:
    const JsonField& m_file;
};

/** Collects the names of all optional fields, and their values as far as they say anything. */
class OptionalWriter
{
public:
    std::vector<std::pair<std::string, Json>> members;
    std::vector<std::string> names;

    template <typename Value, typename... Limit> void operator()(const char* name, Value& value, Limit...)
    {
        names.push_back(name);
        members.emplace_back(name, Json(value));
    }
};

/** The fields that a configuration may leave out, each with its largest value. */
template <typename Visitor> void visitOptional(ModelConfig& config, Visitor& visit)
{
    visit("family", config.family);
    visit("d_embedding", config.d_embedding, largest_width);
    visit("n_key_value_heads", config.n_key_value_heads, largest_width);
    visit("d_head", config.d_head, largest_width);
    visit("layer_groups", config.layer_groups, most_layers);
    visit("position_offset", config.position_offset, 1'000'000);
    visit("rotary_theta", config.rotary.theta, 1e12);
    visit("rotary_linear_factor", config.rotary.linear_factor, 1e6);
    visit("rotary_long_factor", config.rotary.long_factor, 1e6);
    visit("rotary_low_frequency_factor", config.rotary.low_frequency_factor, 1e6);
    visit("rotary_high_frequency_factor", config.rotary.high_frequency_factor, 1e6);
    visit("rotary_original_length", config.rotary.original_length, 100'000'000);
    visit("relative_buckets", config.relative.buckets, largest_width);
    visit("relative_max_distance", config.relative.max_distance, 100'000'000);
    visit("gated_feed_forward", config.gated_feed_forward);
    visit("attention_output_bias", config.attention_output_bias);
    visit("scale_scores", config.scale_scores);
    visit("query_key_norm", config.query_key_norm);
    visit("sliding_window", config.sliding_window, 100'000'000);
    visit("window_from_layer", config.window_from_layer, 1'000'000);
    visit("segments", config.segments, most_segments);
    visit("embedding_norm", config.embedding_norm);
    visit("has_output", config.has_output);
    visit("output_bias", config.output_bias);
    visit("output_transform", config.output_transform);
    visit("scale_output", config.scale_output);
}

/** What a configuration has that leaves all optional fields out. */
ModelConfig withoutOptional(const ModelConfig& config)
{
    ModelConfig plain;
    plain.attention_output_bias = config.attention_bias;
    return plain;
}

/** A misspelt setting must not be ignored silently. */
void requireKnownFields(const JsonField& file)
{
    OptionalWriter optional;
    ModelConfig any;
    visitOptional(any, optional);
    std::vector<std::string>& names = optional.names;
    for (const char* name :
        {"name", "architecture", "vocabulary", "d_model", "n_heads", "d_ff", "encoder_layers",
            "decoder_layers", "max_length", "norm_placement", "norm_kind", "norm_epsilon", "position_kind",
            "activation", "attention_bias", "feed_forward_bias", "scale_embedding", "tied_output"})
        names.push_back(name);
    for (const JsonMember& member : file.members())
        if (std::find(names.begin(), names.end(), member.key) == names.end())
            file[member.key].refuse(
                Message::tr("no field of this name"), Message::tr("a field that is not known"));
}

} // namespace

ModelConfig configFromJson(std::string_view json, const std::string& where)
{
    const Json root = parseJson(json, where);
    const JsonField file(root, where);
    requireKnownFields(file);
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
    OptionalReader read_optional(file);
    visitOptional(config, read_optional);
    config.validate(where);
    return config;
}

std::string configToJson(const ModelConfig& config)
{
    std::vector<JsonMember> members{
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
    };
    // Optional fields are written where they say something.
    ModelConfig written = config, plain = withoutOptional(config);
    OptionalWriter ours, left_out;
    visitOptional(written, ours);
    visitOptional(plain, left_out);
    for (std::size_t i = 0; i < ours.members.size(); ++i)
        if (jsonText(ours.members[i].second) != jsonText(left_out.members[i].second))
            members.push_back({ours.members[i].first, ours.members[i].second});
    return jsonText(Json::object(std::move(members)), 4) + "\n";
}

} // namespace glassformer
