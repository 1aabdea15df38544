#include "core/model/weight_loader.h"

#include "core/error.h"
#include "core/file/byte_file.h"
#include "core/file/model_folder.h"
#include "core/file/printable.h"
#include "core/tensor/finite.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <optional>
#include <set>

namespace glassformer {
namespace {

/** Rows of a tied embedding table that are read at once. */
constexpr std::int64_t rows_at_once = 4096;

std::vector<std::string> alternativesOf(const std::string& names)
{
    std::vector<std::string> list;
    std::size_t begin = 0;
    for (std::size_t end; (end = names.find('|', begin)) != std::string::npos; begin = end + 1)
        list.push_back(names.substr(begin, end - begin));
    list.push_back(names.substr(begin));
    return list;
}

NumberFormat formatOf(TensorType type, const std::string& where)
{
    switch (type) {
    case TensorType::F32:
        return NumberFormat::Float32;
    case TensorType::F16:
        return NumberFormat::Float16;
    case TensorType::BF16:
        return NumberFormat::BFloat16;
    default:
        throw Error({Message::tr("numbers of the type %1", typeText(type)), where,
            Message::tr("F32, F16 or BF16"), Message::tr("Convert the model to one of these types.")});
    }
}

/** Under which name a tensor is stored: save_model() keeps one of several that are the same, and says so. */
std::optional<std::string> storedName(const WeightSource& source, const std::string& name)
{
    if (source.contains(name))
        return name;
    const auto kept = source.metadata().find(name);
    if (kept != source.metadata().end() && source.contains(kept->second))
        return kept->second;
    return std::nullopt;
}

/** What quantised files hold beside a weight or instead of it (GPTQ, AWQ, bitsandbytes, FP8, compressed tensors). */
constexpr std::array<std::string_view, 12> quantised_endings{".qweight", ".qzeros", ".scales", ".g_idx",
    ".weight.absmax", ".weight.quant_map", ".SCB", ".weight_scale", ".weight_scale_inv", ".weight_packed",
    ".weight_zero_point", ".biases"};

/** A tensor as the family names it. */
struct Found
{
    std::string name;
    int part = 0, parts = 1;
};

class Loader
{
public:
    Loader(const ModelConfig& config, const Family* family, const WeightSource& source,
        const std::vector<std::string>& sizes_left_out)
        : m_config(config)
        , m_family(family)
        , m_source(source)
        , m_sizes_left_out(sizes_left_out)
        , m_outputs_first(family && family->outputs_first)
    {
        planAll();
    }
    Loader(const Loader&) = delete;
    Loader& operator=(const Loader&) = delete;

    /** The next piece. Whether anything is left. */
    bool advance()
    {
        if (m_next < m_pieces.size())
            m_pieces[m_next++]();
        return m_next < m_pieces.size();
    }

    TransformerWeights<float> takeWeights() { return std::move(m_weights); }

    /** Names of the files that nobody asked for and that are not known to be of no interest. */
    std::vector<std::string> unread() const
    {
        std::vector<std::string> names;
        for (const std::string& name : m_source.names())
            if (m_used.count(name) == 0 && !isIgnored(name))
                names.push_back(name);
        return names;
    }

    std::vector<std::string> notFinite() const { return {m_not_finite.begin(), m_not_finite.end()}; }

private:
    void planAll()
    {
        m_pieces.push_back([this] { embeddings(); });
        planStack("encoder", m_config.encoder_layers, false, m_weights.encoder);
        planStack("decoder", m_config.decoder_layers, m_config.hasCrossAttention(), m_weights.decoder);
        planOutput();
    }

    void embeddings()
    {
        const int width = m_config.embeddingWidth();
        if (m_config.segments > 0)
            m_weights.segment = segments(width);
        if (width != m_config.d_model)
            m_weights.embedding_projection = linear("embedding_projection", width, m_config.d_model, true);
    }

    void planStack(const std::string& name, int layers, bool has_cross_attention, StackWeights<float>& stack)
    {
        if (layers == 0)
            return;
        m_pieces.push_back([this, name, &stack] { beforeLayers(name, stack); });
        for (int l = 0; l < m_config.differentLayers(layers); ++l)
            m_pieces.push_back([this, name, l, has_cross_attention, &stack] {
                m_layer = l;
                stack.layers.push_back(layer(name + ".{L}", has_cross_attention));
            });
        if (m_config.norm_placement == NormPlacement::Before)
            m_pieces.push_back([this, name, &stack] { stack.norm = norm(name + ".norm", m_config.d_model); });
    }

    void beforeLayers(const std::string& name, StackWeights<float>& stack)
    {
        const int width = m_config.embeddingWidth();
        if (m_config.position_kind == PositionKind::Learned)
            stack.position = table(name + ".position", m_config.position_offset + m_config.max_length, width);
        if (m_config.embedding_norm)
            stack.embedding_norm = norm(name + ".embedding_norm", width);
        if (m_config.position_kind == PositionKind::Relative)
            stack.relative_bias = table(name + ".relative_bias", m_config.relative.buckets, m_config.n_heads);
    }

    LayerWeights<float> layer(const std::string& name, bool has_cross_attention)
    {
        LayerWeights<float> layer;
        layer.attention_norm = norm(name + ".attention_norm", m_config.d_model);
        layer.attention = attention(name + ".attention");
        if (has_cross_attention) {
            layer.cross_attention_norm = norm(name + ".cross_attention_norm", m_config.d_model);
            layer.cross_attention = attention(name + ".cross_attention");
        }
        layer.feed_forward_norm = norm(name + ".feed_forward_norm", m_config.d_model);
        const bool bias = m_config.feed_forward_bias;
        if (m_config.gated_feed_forward)
            layer.feed_forward.gate =
                linear(name + ".feed_forward.gate", m_config.d_model, m_config.d_ff, bias);
        layer.feed_forward.hidden =
            linear(name + ".feed_forward.hidden", m_config.d_model, m_config.d_ff, bias);
        layer.feed_forward.output =
            linear(name + ".feed_forward.output", m_config.d_ff, m_config.d_model, bias);
        return layer;
    }

    AttentionWeights<float> attention(const std::string& name)
    {
        const int d = m_config.d_model, shared = m_config.keyValueHeads() * m_config.headSize();
        AttentionWeights<float> attention;
        attention.query = linear(name + ".query", d, m_config.headsWidth(), m_config.attention_bias);
        attention.key = linear(name + ".key", d, shared, m_config.attention_bias);
        attention.value = linear(name + ".value", d, shared, m_config.attention_bias);
        attention.output = linear(name + ".output", m_config.headsWidth(), d, m_config.attention_output_bias);
        if (m_config.query_key_norm) {
            attention.query_norm.gain = vector(name + ".query_norm", gainSuffix(), m_config.headSize());
            attention.key_norm.gain = vector(name + ".key_norm", gainSuffix(), m_config.headSize());
        }
        return attention;
    }

    void planOutput()
    {
        const bool is_tied = m_config.has_output && m_config.tied_output;
        m_pieces.push_back([this, is_tied] {
            if (!is_tied)
                m_weights.embedding = table("embedding", m_config.vocabulary, m_config.embeddingWidth());
            ignore("output", ".weight|.bias");
            ignore("output.bias", "");
        });
        if (!m_config.has_output)
            return;
        if (m_config.output_transform)
            m_pieces.push_back([this] {
                const int width = m_config.embeddingWidth();
                m_weights.output_transform = linear("output_transform", m_config.d_model, width, true);
                m_weights.output_norm = norm("output_norm", width);
            });
        if (is_tied)
            planTiedOutput();
        else
            m_pieces.push_back([this] {
                const int in = m_config.output_transform ? m_config.embeddingWidth() : m_config.d_model;
                m_weights.output = linear("output", in, m_config.vocabulary, false);
            });
        if (m_config.output_bias)
            m_pieces.push_back(
                [this] { m_weights.output.bias = vector("output.bias", "", m_config.vocabulary); });
    }

    /** The embedding table as the matrix of the output: a token's vector becomes a column. */
    void planTiedOutput()
    {
        const std::int64_t rows = m_config.vocabulary, columns = m_config.embeddingWidth();
        m_pieces.push_back([this, rows, columns] {
            m_table = require("embedding", "", {rows, columns}).name;
            requireShape(m_table, {rows, columns});
            m_weights.output.packed = PackedMatrix(columns, rows);
        });
        for (std::int64_t first = 0; first < rows; first += rows_at_once)
            m_pieces.push_back([this, first, rows, columns] {
                const RowRange range{first, std::min(rows_at_once, rows - first)};
                const StoredTensor stored = m_source.storedRows(m_table, range);
                const NumberFormat format = formatOf(stored.type, m_source.where(m_table));
                noteNumbers(m_table, areFinite(format, stored.bytes));
                m_weights.output.packed.fill(
                    first, {stored.bytes.data(), format, range.count, columns, 0, true});
            });
    }

    NormWeights<float> norm(const std::string& name, int width)
    {
        NormWeights<float> norm;
        norm.gain = vector(name, gainSuffix(), width);
        if (m_config.norm_kind == NormKind::Layer)
            norm.bias = vector(name, m_family ? ".bias|.beta" : ".bias", width);
        return norm;
    }

    LinearWeights<float> linear(const std::string& name, int in, int out, bool has_bias)
    {
        LinearWeights<float> linear;
        const Found found = require(name, ".weight", {in, out}, m_outputs_first);
        const std::int64_t all = std::int64_t(found.parts) * out;
        requireShape(found.name,
            m_outputs_first ? std::vector<std::int64_t>{all, in} : std::vector<std::int64_t>{in, all});
        const StoredTensor stored = m_source.stored(found.name);
        RawMatrix raw;
        raw.format = formatOf(stored.type, m_source.where(found.name));
        noteNumbers(found.name, areFinite(raw.format, stored.bytes));
        const std::int64_t first = std::int64_t(found.part) * out * (m_outputs_first ? in : 1);
        raw.data = stored.bytes.data() + first * (raw.format == NumberFormat::Float32 ? 4 : 2);
        raw.rows = m_outputs_first ? out : in;
        raw.cols = m_outputs_first ? in : out;
        raw.stride = m_outputs_first ? in : all;
        raw.transposed = m_outputs_first;
        linear.packed = PackedMatrix(raw);
        if (has_bias)
            linear.bias = vector(name, ".bias", out);
        return linear;
    }

    Matrix<float> table(const std::string& name, int rows, int columns)
    {
        const Found found = require(name, "", {rows, columns});
        requireShape(found.name, {rows, columns});
        Matrix<float> table = m_source.matrix(found.name);
        noteNumbers(found.name, areFinite({table.data(), static_cast<std::size_t>(table.size())}));
        return table;
    }

    /** suffixes: alternatives. Of a fused tensor, the part that is meant; extents of 1 do not count. */
    RowVector<float> vector(const std::string& name, const std::string& suffixes, std::int64_t size)
    {
        const Found found = require(name, suffixes, {size});
        const std::vector<std::int64_t>& shape = m_source.entry(found.name).shape;
        std::vector<std::int64_t> wide;
        std::copy_if(
            shape.begin(), shape.end(), std::back_inserter(wide), [](std::int64_t n) { return n != 1; });
        if (wide != std::vector<std::int64_t>{found.parts * size} && !(size == 1 && wide.empty()))
            requireShape(found.name, {found.parts * size});
        const Tensor tensor = m_source.tensor(found.name);
        noteNumbers(found.name, areFinite(tensor.values));
        const auto first = static_cast<std::size_t>(found.part * size);
        return Eigen::Map<const RowVector<float>>(tensor.values.data() + first, size);
    }

    /** Every segment's vector; to each that of the first task is added, which is the only one here. */
    Matrix<float> segments(int width)
    {
        Matrix<float> vectors = table("segment", m_config.segments, width);
        if (m_config.tasks > 0)
            vectors.rowwise() += RowVector<float>(table("segment.task", m_config.tasks, width).row(0));
        return vectors;
    }

    void noteNumbers(const std::string& name, bool are_finite)
    {
        if (!are_finite)
            m_not_finite.insert(name);
    }

    std::string gainSuffix() const { return m_family ? ".weight|.gamma" : ".gain"; }

    /** What the family calls a weight of ours, alternatives included. */
    std::vector<Found> candidates(const std::string& ours, const std::string& suffixes) const
    {
        std::vector<Found> names;
        const auto add = [&](const std::string& stem, int part, int parts) {
            for (const std::string& suffix : alternativesOf(suffixes)) {
                std::string name = stem + suffix;
                const std::size_t layer = name.find("{L}");
                if (layer != std::string::npos)
                    name.replace(layer, 3, std::to_string(m_layer));
                names.push_back({name, part, parts});
                for (const std::string_view prefix :
                    m_family ? m_family->prefixes : std::vector<std::string_view>{})
                    if (name.starts_with(prefix))
                        names.push_back({name.substr(prefix.size()), part, parts});
            }
        };
        if (!m_family)
            add(ours, 0, 1);
        else
            for (const WeightName& known : m_family->names)
                if (known.ours == ours)
                    for (const std::string& theirs : alternativesOf(known.theirs))
                        add(theirs, known.part, known.parts);
        if (m_family && ours == "embedding" && m_config.has_output && m_config.tied_output)
            for (const Found& output : candidates("output", ".weight"))
                names.push_back(output);
        return names;
    }

    /** Second copies of what is tied, or stands under another name too, are nothing to wonder about. */
    void ignore(const std::string& ours, const std::string& suffixes)
    {
        for (const Found& found : candidates(ours, suffixes))
            if (m_family)
                m_used.insert(found.name);
    }

    std::optional<Found> find(const std::string& ours, const std::string& suffixes)
    {
        for (const Found& found : candidates(ours, suffixes))
            if (const auto name = storedName(m_source, found.name)) {
                m_used.insert(*name);
                return Found{*name, found.part, found.parts};
            }
        return std::nullopt;
    }

    /** shape: ours, [in, out] of a matrix; turned in files that store outputs first. */
    Found require(const std::string& ours, const std::string& suffixes, std::vector<std::int64_t> shape,
        bool is_turned = false)
    {
        if (const auto found = find(ours, suffixes))
            return *found;
        std::vector<Found> names = candidates(ours, suffixes);
        if (names.empty())
            names.push_back({ours});
        const Found& wanted = names.front();
        refuseQuantised(wanted.name);
        for (const Found& name : names)
            if (const auto file = m_source.absent().find(name.name); file != m_source.absent().end())
                throw Error({Message::tr("no tensor %1", printable(name.name)), folderText(),
                    Message::tr(
                        "the tensors that %1 lists for %2", weights_index_file_name, printable(file->second)),
                    {}});
        shape.back() *= wanted.parts;
        if (is_turned)
            std::swap(shape.front(), shape.back());
        throw Error({Message::tr("the tensor %1 is missing", wanted.name), folderText(),
            Message::tr("shape %1, as config.json asks for", shapeText(shape)),
            m_used.size() > 1
                ? Message::tr("The file may be only a part of the model, or config.json that of another.")
                : Message::tr("The weights may be of another kind of model than config.json says.")});
    }

    void requireShape(const std::string& name, const std::vector<std::int64_t>& shape) const
    {
        const std::vector<std::int64_t>& found = m_source.entry(name).shape;
        if (found == shape)
            return;
        refuseQuantised(name);
        std::string left_out;
        for (const std::string& size : m_sizes_left_out)
            left_out += (left_out.empty() ? "" : ", ") + size;
        throw Error({Message::tr("the tensor %1 has the shape %2", name, shapeText(found)), folderText(),
            Message::tr("%1, as config.json asks for", shapeText(shape)),
            !left_out.empty()
                ? Message::tr("config.json leaves out %1: the values that are usual for %2 were taken.",
                    left_out, m_config.family)
                : found.size() == shape.size() ? Message::tr("The files may be of two models.")
                                               : Message()});
    }

    /** Instead of wondering about a weight that quantised files store in another form. */
    void refuseQuantised(const std::string& name) const
    {
        const std::string stem = name.ends_with(".weight") ? name.substr(0, name.size() - 7) : name;
        for (const std::string_view ending : quantised_endings)
            if (const std::string beside = stem + std::string(ending); m_source.contains(beside))
                throw Error({Message::tr("quantised weights: %1", printable(beside)), folderText(),
                    Message::tr("weights in F32, F16 or BF16"),
                    Message::tr("Open the model from which these files were made.")});
    }

    std::string folderText() const { return m_source.where(); }

    bool isIgnored(const std::string& name) const
    {
        return m_family
            && std::any_of(m_family->ignored.begin(), m_family->ignored.end(),
                [&name](std::string_view part) { return name.find(part) != std::string::npos; });
    }

    const ModelConfig& m_config;
    const Family* m_family;
    const WeightSource& m_source;
    const std::vector<std::string>& m_sizes_left_out;
    bool m_outputs_first;
    int m_layer = 0; ///< what "{L}" stands for
    TransformerWeights<float> m_weights;
    std::vector<std::function<void()>> m_pieces;
    std::size_t m_next = 0; ///< piece
    std::string m_table; ///< that is read in pieces
    std::set<std::string> m_used;
    std::set<std::string> m_not_finite;
};

} // namespace

bool holdsTensor(const WeightSource& source, std::string_view name)
{
    return storedName(source, std::string(name)).has_value();
}

class WeightLoading::Work
{
public:
    Work(const ModelConfig& config, const Family* family, const WeightSource& source,
        const std::vector<std::string>& sizes_left_out)
        : m_loader(config, family, source, sizes_left_out)
        , m_where(source.where())
        , m_is_own(!family)
    {
    }

    bool advance() { return m_loader.advance(); }

    LoadedWeights take()
    {
        LoadedWeights loaded{m_loader.takeWeights(), m_loader.unread(), m_loader.notFinite()};
        if (m_is_own && !loaded.unread.empty())
            throw Error({Message::tr("the tensor %1 is not part of this model", loaded.unread.front()),
                m_where, Message::tr("only tensors that config.json asks for"),
                Message::tr("The files may be of two models.")});
        return loaded;
    }

private:
    Loader m_loader;
    const std::string m_where;
    const bool m_is_own;
};

WeightLoading::WeightLoading(const ModelConfig& config, const Family* family, const WeightSource& source,
    const std::vector<std::string>& sizes_left_out)
    : m_work(std::make_unique<Work>(config, family, source, sizes_left_out))
{
}

WeightLoading::~WeightLoading() = default;

bool WeightLoading::advance()
{
    return m_work->advance();
}

LoadedWeights WeightLoading::take()
{
    return m_work->take();
}

LoadedWeights loadWeights(const ModelConfig& config, const Family* family, const WeightSource& source,
    const std::vector<std::string>& sizes_left_out)
{
    WeightLoading loading(config, family, source, sizes_left_out);
    while (loading.advance()) { }
    return loading.take();
}

} // namespace glassformer
