#include "core/trace/record/trace_shapes.h"

#include "core/error.h"
#include "core/model/tensor_name.h"

#include <charconv>
#include <set>

namespace glassformer {

std::size_t traceRank(const std::string& name)
{
    if (name.ends_with(".tokens.ids"))
        return 1;
    const bool is_in_heads = name.find("_attention.") != std::string::npos && !name.ends_with(".output");
    return is_in_heads ? 3 : 2;
}

std::optional<int> layerOf(const std::string& name)
{
    if (!name.starts_with("encoder.") && !name.starts_with("decoder."))
        return std::nullopt;
    int layer = -1;
    const char* const end_of_name = name.data() + name.size();
    const auto [end, error] = std::from_chars(name.data() + 8, end_of_name, layer);
    constexpr int most_layers = 4096;
    if (error != std::errc() || end == end_of_name || *end != '.' || layer < 0 || layer >= most_layers)
        return std::nullopt;
    return layer;
}

bool isTraceTensor(const std::string& name)
{
    static const std::set<std::string> plain{source_ids_tensor, source_embedding_tensor,
        source_position_tensor, source_segment_tensor, encoder_input_tensor, encoder_output_tensor,
        target_ids_tensor, target_embedding_tensor, target_position_tensor, decoder_input_tensor,
        decoder_output_tensor, output_state_tensor, logits_tensor, probabilities_tensor,
        relativeBiasTensor(AttentionSite::Encoder), relativeBiasTensor(AttentionSite::DecoderSelf)};
    return plain.count(name) > 0 || layerOf(name).has_value();
}

bool hasRowPerToken(const std::string& name)
{
    const bool is_embedding = name.starts_with("source.") || name.starts_with("target.");
    return traceRank(name) == 2 && !is_embedding && name != output_state_tensor;
}

void refuseShape(
    const std::string& name, const Tensor& tensor, const Message& expected, const std::string& file)
{
    throw Error(
        {Message::tr("the tensor %1 of shape %2", name, shapeText(tensor.shape)), file, expected, {}});
}

namespace {

/** One tensor of a trace. */
class ShapeCheck
{
public:
    ShapeCheck(const std::string& name, const Tensor& tensor, const Trace& trace, const std::string& file)
        : m_name(name)
        , m_tensor(tensor)
        , m_trace(trace)
        , m_file(file)
    {
    }

    void require() const
    {
        const auto rows =
            static_cast<std::int64_t>(isOfDecoder() ? m_trace.target.size() : m_trace.source.size());
        if (m_name.ends_with(".relative_bias")) {
            if (m_tensor.shape
                != std::vector<std::int64_t>{m_trace.config.relative.buckets, m_trace.config.n_heads})
                refuse(Message::tr("[buckets, heads]"));
            return;
        }
        if (m_tensor.shape.size() != traceRank(m_name))
            refuse(Message::tr("%1 extents", traceRank(m_name)));
        if (traceRank(m_name) == 3) {
            requireHeads(rows);
            return;
        }
        if (m_tensor.shape.front() != rows)
            refuse(Message::tr("%1 rows, one for each token", rows));
        if (const std::int64_t expected = columns(); expected > 0 && m_tensor.shape.back() != expected)
            refuse(Message::tr("%1 columns", expected));
    }

private:
    [[noreturn]] void refuse(const Message& expected) const
    {
        refuseShape(m_name, m_tensor, expected, m_file);
    }

    void requireHeads(std::int64_t rows) const
    {
        const bool is_cross = m_name.find(".cross_attention.") != std::string::npos;
        const auto keys = is_cross ? static_cast<std::int64_t>(m_trace.source.size()) : rows;
        if (m_tensor.shape[0] != m_trace.config.n_heads)
            refuse(Message::tr("%1 heads, as in the first layer", m_trace.config.n_heads));
        if (m_name.ends_with(".thumbnail"))
            return;
        const bool is_of_keys =
            m_name.ends_with(".key") || m_name.ends_with(".value") || m_name.ends_with("_key");
        if (m_tensor.shape[1] != (is_of_keys ? keys : rows))
            refuse(Message::tr("%1 rows, one for each token", is_of_keys ? keys : rows));
        const bool is_of_pairs =
            m_name.ends_with(".scores") || m_name.ends_with(".masked") || m_name.ends_with(".weights");
        const std::int64_t expected = is_of_pairs ? keys : m_trace.config.headSize();
        if (m_tensor.shape[2] != expected)
            refuse(Message::tr("%1 columns", expected));
    }

    bool isOfDecoder() const
    {
        const bool is_output =
            m_name == logits_tensor || m_name == probabilities_tensor || m_name == output_state_tensor;
        return m_name.starts_with("decoder.") || m_name.starts_with("target.")
            || (is_output && m_trace.config.hasDecoder());
    }

    /** 0: any number. */
    std::int64_t columns() const
    {
        if (m_name == logits_tensor || m_name == probabilities_tensor)
            return m_trace.config.vocabulary;
        if (m_name.ends_with(".hidden") || m_name.ends_with(".gate"))
            return m_trace.config.d_ff;
        return hasRowPerToken(m_name) ? m_trace.config.d_model : 0;
    }

    const std::string& m_name;
    const Tensor& m_tensor;
    const Trace& m_trace;
    const std::string& m_file;
};

} // namespace

void requireShape(const std::string& name, const Tensor& tensor, const Trace& trace, const std::string& file)
{
    ShapeCheck(name, tensor, trace, file).require();
}

} // namespace glassformer
