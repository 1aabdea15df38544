#include "core/model/loading/weight_loader.h"

#include "core/error.h"
#include "core/model/loading/matrix_reader.h"
#include "core/model/weight_finder.h"
#include "core/tensor/finite.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

namespace glassformer {
namespace {

/** Rows of an embedding table that are read in one piece. */
constexpr std::int64_t rows_at_once = 4096;

class Loader
{
public:
    Loader(const ModelConfig& config, const Family* family, const WeightSource& source,
        const std::vector<std::string>& sizes_left_out)
        : m_config(config)
        , m_family(family)
        , m_source(source)
        , m_finder(config, family, source, sizes_left_out)
        , m_outputs_first(family && family->outputs_first)
        , m_matrices(source)
    {
        planAll();
    }
    Loader(const Loader&) = delete;
    Loader& operator=(const Loader&) = delete;

    /** The next piece. Whether anything is left. */
    bool advance()
    {
        if (m_next < m_pieces.size()) {
            m_pieces[m_next++]();
            m_not_finite.merge(m_matrices.readAll());
        }
        return m_next < m_pieces.size();
    }

    TransformerWeights<float> takeWeights() { return std::move(m_weights); }

    std::vector<std::string> unread() const { return m_finder.unread(); }
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
            linear(m_weights.embedding_projection, "embedding_projection", width, m_config.d_model, true);
    }

    void planStack(const std::string& name, int layers, bool has_cross_attention, StackWeights<float>& stack)
    {
        if (layers == 0)
            return;
        m_pieces.push_back([this, name, layers, &stack] {
            stack.layers.reserve(static_cast<std::size_t>(m_config.differentLayers(layers)));
            beforeLayers(name, stack);
        });
        for (int l = 0; l < m_config.differentLayers(layers); ++l)
            m_pieces.push_back([this, name, l, has_cross_attention, &stack] {
                m_finder.setLayer(l);
                layer(stack.layers.emplace_back(), name + ".{L}", has_cross_attention);
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

    void layer(LayerWeights<float>& layer, const std::string& name, bool has_cross_attention)
    {
        layer.attention_norm = norm(name + ".attention_norm", m_config.d_model);
        attention(layer.attention, name + ".attention");
        if (has_cross_attention) {
            layer.cross_attention_norm = norm(name + ".cross_attention_norm", m_config.d_model);
            attention(layer.cross_attention, name + ".cross_attention");
        }
        layer.feed_forward_norm = norm(name + ".feed_forward_norm", m_config.d_model);
        feedForward(layer.feed_forward, name + ".feed_forward");
    }

    void feedForward(FeedForwardWeights<float>& feed_forward, const std::string& name)
    {
        const int d = m_config.d_model;
        const bool bias = m_config.feed_forward_bias;
        if (m_config.gated_feed_forward)
            linear(feed_forward.gate, name + ".gate", d, m_config.d_ff, bias);
        linear(feed_forward.hidden, name + ".hidden", d, m_config.d_ff, bias);
        linear(feed_forward.output, name + ".output", m_config.d_ff, d, bias);
    }

    void attention(AttentionWeights<float>& attention, const std::string& name)
    {
        const int d = m_config.d_model, shared = m_config.keyValueHeads() * m_config.headSize();
        linear(attention.query, name + ".query", d, m_config.headsWidth(), m_config.attention_bias);
        linear(attention.key, name + ".key", d, shared, m_config.attention_bias);
        linear(attention.value, name + ".value", d, shared, m_config.attention_bias);
        linear(attention.output, name + ".output", m_config.headsWidth(), d, m_config.attention_output_bias);
        if (m_config.query_key_norm) {
            attention.query_norm.gain = vector(name + ".query_norm", gainSuffix(), m_config.headSize());
            attention.key_norm.gain = vector(name + ".key_norm", gainSuffix(), m_config.headSize());
        }
    }

    void planOutput()
    {
        const bool is_tied = m_config.has_output && m_config.tied_output;
        if (!is_tied)
            planTable();
        m_pieces.push_back([this] {
            m_finder.ignore("output", ".weight|.bias");
            m_finder.ignore("output.bias", "");
        });
        if (!m_config.has_output)
            return;
        if (m_config.output_transform)
            m_pieces.push_back([this] {
                const int width = m_config.embeddingWidth();
                linear(m_weights.output_transform, "output_transform", m_config.d_model, width, true);
                m_weights.output_norm = norm("output_norm", width);
            });
        if (is_tied)
            planTiedOutput();
        else
            m_pieces.push_back([this] {
                const int in = m_config.output_transform ? m_config.embeddingWidth() : m_config.d_model;
                linear(m_weights.output, "output", in, m_config.vocabulary, false);
            });
        if (m_config.output_bias)
            m_pieces.push_back(
                [this] { m_weights.output.bias = vector("output.bias", "", m_config.vocabulary); });
    }

    /** The embedding table, whose rows are read one by one. */
    void planTable()
    {
        m_pieces.push_back([this] {
            findTable();
            m_weights.table =
                NumberTable(m_config.vocabulary, m_config.embeddingWidth(), m_matrices.formatOf(m_table));
        });
        planRows([this](RowRange rows) { m_matrices.want(m_table, rows, m_weights.table); });
    }

    /** The embedding table as the matrix of the output: a token's vector becomes a column. */
    void planTiedOutput()
    {
        m_pieces.push_back([this] {
            findTable();
            m_weights.output.packed =
                PackedMatrix(m_config.embeddingWidth(), m_config.vocabulary, m_matrices.formatOf(m_table));
        });
        planRows([this](RowRange rows) {
            m_matrices.want({m_table, rows.first, rows.count, rows.first}, true, m_weights.output.packed);
        });
    }

    void findTable()
    {
        const std::int64_t rows = m_config.vocabulary, columns = m_config.embeddingWidth();
        m_table = m_finder.require("embedding", "", {rows, columns}).name;
        m_finder.requireShape(m_table, {rows, columns});
    }

    /** The table's rows in pieces. */
    void planRows(const std::function<void(RowRange)>& want)
    {
        const std::int64_t rows = m_config.vocabulary;
        for (std::int64_t first = 0; first < rows; first += rows_at_once)
            m_pieces.push_back(
                [want, range = RowRange{first, std::min(rows_at_once, rows - first)}] { want(range); });
    }

    NormWeights<float> norm(const std::string& name, int width)
    {
        NormWeights<float> norm;
        norm.gain = vector(name, gainSuffix(), width);
        if (m_config.norm_kind == NormKind::Layer)
            norm.bias = vector(name, m_family ? ".bias|.beta" : ".bias", width);
        return norm;
    }

    /** The weights stay where they are until the piece is over: its matrices are read together. */
    void linear(LinearWeights<float>& linear, const std::string& name, int in, int out, bool has_bias)
    {
        const FoundWeight found = m_finder.require(name, ".weight", {in, out}, m_outputs_first);
        const std::int64_t all = std::int64_t(found.parts) * out;
        m_finder.requireShape(found.name,
            m_outputs_first ? std::vector<std::int64_t>{all, in} : std::vector<std::int64_t>{in, all});
        linear.packed = PackedMatrix(in, out, m_matrices.formatOf(found.name));
        m_matrices.want({found.name, std::int64_t(found.part) * out, out, 0}, m_outputs_first, linear.packed);
        if (has_bias)
            linear.bias = vector(name, ".bias", out);
    }

    Matrix<float> table(const std::string& name, int rows, int columns)
    {
        const FoundWeight found = m_finder.require(name, "", {rows, columns});
        m_finder.requireShape(found.name, {rows, columns});
        Matrix<float> table = m_source.matrix(found.name);
        noteNumbers(found.name, areFinite({table.data(), static_cast<std::size_t>(table.size())}));
        return table;
    }

    /** suffixes: alternatives. Of a fused tensor, the part that is meant; extents of 1 do not count. */
    RowVector<float> vector(const std::string& name, const std::string& suffixes, std::int64_t size)
    {
        const FoundWeight found = m_finder.require(name, suffixes, {size});
        const std::vector<std::int64_t>& shape = m_source.entry(found.name).shape;
        std::vector<std::int64_t> wide;
        std::copy_if(
            shape.begin(), shape.end(), std::back_inserter(wide), [](std::int64_t n) { return n != 1; });
        if (wide != std::vector<std::int64_t>{found.parts * size} && !(size == 1 && wide.empty()))
            m_finder.requireShape(found.name, {found.parts * size});
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

    const ModelConfig& m_config;
    const Family* m_family;
    const WeightSource& m_source;
    WeightFinder m_finder;
    bool m_outputs_first;
    MatrixReader m_matrices;
    TransformerWeights<float> m_weights;
    std::vector<std::function<void()>> m_pieces;
    std::size_t m_next = 0; ///< piece
    std::string m_table; ///< the embedding's tensor
    std::set<std::string> m_not_finite;
};

} // namespace

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
