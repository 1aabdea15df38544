#include "core/error.h"
#include "core/file/json/strict_json.h"
#include "core/file/weights/weight_source.h"
#include "core/model/tensor_name.h"
#include "core/tensor/softmax.h"
#include "core/text/shown_tokens.h"
#include "core/trace/record/recorded_facts.h"
#include "core/trace/record/recorded_tokens.h"
#include "core/trace/record/trace_file.h"
#include "core/trace/record/trace_remark.h"
#include "core/trace/record/trace_shapes.h"
#include "core/trace/run/trace_job.h"

#include <algorithm>
#include <optional>

namespace glassformer {
namespace {

constexpr std::uint64_t largest_trace = 8ull << 30; ///< in bytes
constexpr std::int64_t longest_text = 1'000'000;
constexpr std::size_t most_remarks = 3;
constexpr std::size_t numbers_at_once = 1 << 21; ///< in one piece, if not more are in one tensor

/** Reads a run off the tensors of a file; every size that it believes in was checked against them. */
class TraceReader
{
public:
    TraceReader(std::unique_ptr<ByteSource> file, const JobWatch& watch)
        : m_name(file->where())
        , m_file(WeightSource::ofFile(std::move(file), watch))
        , m_names(m_file.names())
    {
    }

    /** The next piece. Whether anything is left. @throws Error as readTrace() */
    bool advance()
    {
        if (m_read < m_names.size())
            readTensors();
        else if (!m_has_metadata)
            readMetadata();
        else
            return judgeNumbers();
        return true;
    }

    Trace take() { return std::move(m_trace); }

private:
    std::string metadata(const std::string& key) const
    {
        const auto found = m_file.metadata().find(key);
        return found == m_file.metadata().end() ? std::string() : found->second;
    }

    void readTensors()
    {
        for (std::size_t numbers = 0; m_read < m_names.size() && numbers < numbers_at_once; ++m_read)
            if (const std::string& name = m_names[m_read]; isTraceTensor(name)) {
                const Tensor& tensor = m_tensors[name] = readTensor(name);
                numbers += tensor.values.size();
            }
    }

    Tensor readTensor(const std::string& name) const
    {
        const bool is_ids = name.ends_with(".tokens.ids");
        Tensor tensor;
        if (is_ids && m_file.entry(name).type != TensorType::F32) {
            const std::vector<std::int64_t> ids = m_file.integers(name);
            tensor.shape = m_file.entry(name).shape;
            tensor.values.assign(ids.begin(), ids.end());
        } else {
            tensor = m_file.tensor(name);
        }
        if (tensor.shape.size() == traceRank(name) + 1 && tensor.shape.front() == 1) // a batch of one
            tensor.shape.erase(tensor.shape.begin());
        if (std::find(tensor.shape.begin(), tensor.shape.end(), 0) != tensor.shape.end())
            refuseShape(name, tensor, Message::tr("extents of at least 1"), m_name);
        return tensor;
    }

    void readMetadata()
    {
        m_has_metadata = true;
        readConfig();
        if (!m_config.hasEncoder() && !m_config.hasDecoder())
            throw Error({Message::tr("no attention weights"), m_name,
                Message::tr("at least encoder.0.self_attention.weights or decoder.0.self_attention.weights "
                            "[H, Q, K]"),
                Message::tr("Name the tensors as the documentation of traces says.")});
        const RecordedFacts facts(m_file.metadata(), m_name);
        facts.readRequest(m_trace);
        m_trace.answer = metadata("answer");
        readTokens(m_trace);
        facts.readRest(m_trace);
        m_trace.entries = entriesFromText(metadata("vocabulary"), m_name + ", vocabulary");
        m_trace.recorded.is_file = true;
        m_trace.recorded.width = m_has_width;
        m_trace.recorded.vocabulary = m_has_vocabulary;
        m_trace.recorded.norms = m_tells_norms;
        m_trace.config = m_config;
        for (const auto& [name, tensor] : m_tensors)
            requireShape(name, tensor, m_trace, m_name);
        m_trace.tensors = std::move(m_tensors);
        addProbabilities(m_trace);
    }

    /** Looks at some tensors more. Whether any is left. */
    bool judgeNumbers()
    {
        auto next = m_trace.tensors.upper_bound(m_judged);
        for (std::size_t numbers = 0; next != m_trace.tensors.end() && numbers < numbers_at_once; ++next) {
            if (m_trace.remarks.size() == most_remarks)
                return false;
            if (auto remark = numbersRemark(next->first, next->second))
                m_trace.remarks.push_back(std::move(*remark));
            numbers += next->second.values.size();
            m_judged = next->first;
        }
        return next != m_trace.tensors.end();
    }

    const Tensor* find(const std::string& name) const
    {
        const auto found = m_tensors.find(name);
        return found == m_tensors.end() ? nullptr : &found->second;
    }

    /** From the metadata of this program, or off the shapes of the tensors. */
    void readConfig()
    {
        if (const std::string config = metadata("config"); !config.empty()) {
            m_config = configFromJson(config, m_name + ", config");
            return;
        }
        m_config = ModelConfig{};
        m_config.name = metadata("model").empty() ? m_name : metadata("model");
        m_config.family = "trace";
        m_config.encoder_layers = layersOf("encoder.");
        m_config.decoder_layers = layersOf("decoder.");
        m_config.position_kind = find(source_position_tensor) ? PositionKind::Learned : PositionKind::None;
        // A norm before a block has a record of its own; one that comes after has none that differs from a sum's.
        m_tells_norms = false;
        m_config.norm_placement = hasBlockInputs() ? NormPlacement::Before : NormPlacement::After;
        m_config.has_output = find(logits_tensor) != nullptr || find(probabilities_tensor) != nullptr;
        readSizes();
    }

    bool hasBlockInputs() const
    {
        return std::any_of(m_tensors.begin(), m_tensors.end(), [](const auto& named) {
            return named.first.ends_with(".attention_input") || named.first.ends_with(".feed_forward.input");
        });
    }

    int layersOf(const std::string& stack) const
    {
        int layers = 0;
        for (const auto& [name, tensor] : m_tensors)
            if (name.starts_with(stack))
                layers = std::max(layers, layerOf(name).value_or(-1) + 1);
        return layers;
    }

    void readSizes()
    {
        const AttentionSite site =
            m_config.encoder_layers > 0 ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
        if (const Tensor* weights = find(attentionTensor(site, 0, AttentionPart::Weights)))
            if (weights->shape.size() == 3)
                m_config.n_heads = static_cast<int>(std::min<std::int64_t>(weights->shape[0], longest_text));
        const auto lastExtent = [this](const std::string& name, int fallback) {
            const Tensor* tensor = find(name);
            return tensor && tensor->shape.size() >= 2
                ? static_cast<int>(std::min<std::int64_t>(tensor->shape.back(), 10'000'000))
                : fallback;
        };
        const int width = widthOfVectors();
        m_has_width = width > 0;
        m_has_vocabulary = find(logits_tensor) || find(probabilities_tensor);
        m_config.d_head = lastExtent(attentionTensor(site, 0, AttentionPart::Query), 1);
        const std::int64_t heads_width = std::int64_t(m_config.d_head) * std::max(1, m_config.n_heads);
        m_config.d_model =
            m_has_width ? width : static_cast<int>(std::min<std::int64_t>(heads_width, 10'000'000));
        m_config.d_ff = lastExtent(layerTensor(site, 0, LayerPart::FeedForwardHidden), m_config.d_model);
        m_config.vocabulary = lastExtent(logits_tensor, lastExtent(probabilities_tensor, 1));
        if (m_config.hasEncoder() || m_config.hasDecoder())
            m_config.validate(m_name);
    }

    /** Of the vectors between the layers, by the first tensor of such; 0 if there is none. */
    int widthOfVectors() const
    {
        for (const auto& [name, tensor] : m_tensors) {
            const bool is_of_words = name == logits_tensor || name == probabilities_tensor;
            const bool is_wide = name.ends_with(".hidden") || name.ends_with(".gate");
            const bool is_bias = name.ends_with(".relative_bias");
            if (hasRowPerToken(name) && !is_of_words && !is_wide && !is_bias && tensor.shape.size() == 2)
                return static_cast<int>(std::min<std::int64_t>(tensor.shape.back(), 10'000'000));
        }
        return 0;
    }

    /** Rows of a stack's attention: the number of its tokens. */
    std::int64_t tokenCount(AttentionSite site, std::size_t extent) const
    {
        const Tensor* weights = find(attentionTensor(site, 0, AttentionPart::Weights));
        if (!weights)
            return 0;
        if (weights->shape.size() != 3)
            refuseShape(
                attentionTensor(site, 0, AttentionPart::Weights), *weights, Message("[H, Q, K]"), m_name);
        return weights->shape[extent];
    }

    void readTokens(Trace& trace) const
    {
        const bool has_encoder = m_config.hasEncoder();
        const AttentionSite first = has_encoder ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
        trace.source = tokens("source", source_ids_tensor, tokenCount(first, 1), trace);
        trace.recorded.spans =
            TokenReader(m_file.metadata(), m_name, "source").readSpans(trace.source, trace.source_text);
        if (!has_encoder)
            trace.target = trace.source;
        else if (m_config.hasDecoder())
            trace.target =
                tokens("target", target_ids_tensor, tokenCount(AttentionSite::DecoderSelf, 1), trace);
        const std::size_t rows = m_config.hasDecoder() ? trace.target.size() : trace.source.size();
        const std::string written = metadata("written.tokens");
        if (!written.empty() && written != "[]") // a run without words has none
            trace.written = tokens("written", "", static_cast<std::int64_t>(rows), trace);
        trace.given = numberOf("given", static_cast<int>(trace.source.size()));
    }

    /** A whole number of the metadata, from 0 to `most`; `most` if there is none. */
    int numberOf(const std::string& key, int most) const
    {
        const std::string text = metadata(key);
        if (text.empty())
            return most;
        const std::string where = m_name + ", " + key;
        const Json number = parseJson(text, where);
        return static_cast<int>(JsonField(number, where).integer(0, most));
    }

    /** Tokens by the texts, ids and kinds that the file tells; numbered if it tells no texts. */
    std::vector<Token> tokens(
        const std::string& name, const char* ids_name, std::int64_t count, Trace& trace) const
    {
        if (count < 1 || count > longest_text)
            throw Error({Message::tr("no attention weights for %1", name + ".tokens"), m_name,
                Message::tr("a tensor of weights [H, Q, K]"), {}});
        std::vector<Token> list(static_cast<std::size_t>(count));
        for (std::size_t i = 0; i < list.size(); ++i) {
            list[i].text = std::to_string(i + 1);
            list[i].id = no_id;
        }
        const TokenReader reader(m_file.metadata(), m_name, name);
        if (reader.readTexts(list) && !isOurs())
            nameAsText(list);
        if (!reader.readIds(list))
            takeIds(list, ids_name);
        trace.recorded.kinds = reader.readKinds(list) && trace.recorded.kinds;
        reader.readSegments(list);
        reader.readMeanings(list);
        tellParts(list);
        return list;
    }

    void takeIds(std::vector<Token>& list, const char* ids_name) const
    {
        const Tensor* const ids = find(ids_name);
        for (std::size_t i = 0; ids && i < std::min(list.size(), ids->values.size()); ++i)
            if (ids->values[i] >= 0 && ids->values[i] < 1e8f)
                list[i].id = static_cast<int>(ids->values[i]);
    }

    /** Whether this program wrote the file: its tokens are texts already. */
    bool isOurs() const { return metadata("program").compare(0, 11, "glassformer") == 0; }

    static void addProbabilities(Trace& trace)
    {
        const auto logits = trace.tensors.find(logits_tensor);
        if (logits == trace.tensors.end() || trace.has(probabilities_tensor))
            return;
        Tensor probabilities = logits->second;
        softmaxRows<float>(Eigen::Map<Matrix<float>>(
            probabilities.values.data(), probabilities.shape[0], probabilities.shape[1]));
        trace.tensors[probabilities_tensor] = std::move(probabilities);
    }

    std::string m_name;
    WeightSource m_file;
    const std::vector<std::string> m_names;
    std::size_t m_read = 0; ///< so many of the tensors
    std::string m_judged; ///< the last tensor whose numbers were looked at
    bool m_has_metadata = false;
    Trace m_trace;
    ModelConfig m_config;
    bool m_has_width = true, m_has_vocabulary = true, m_tells_norms = true;
    std::map<std::string, Tensor> m_tensors;
};

} // namespace

namespace {

TraceReader readerOf(const Files& files, const std::string& name, const JobWatch& watch)
{
    std::unique_ptr<ByteSource> file = files.open(name);
    requireAtMost(*file, largest_trace);
    return TraceReader(std::move(file), watch);
}

class TraceJob final : public JobOf<std::shared_ptr<const Trace>>
{
public:
    TraceJob(std::shared_ptr<const Files> files, std::string name)
        : m_files(std::move(files))
        , m_name(std::move(name))
    {
    }

    bool advance(const JobWatch& watch) override
    {
        if (!m_reader) {
            m_reader.emplace(readerOf(*m_files, m_name, watch));
            return true;
        }
        if (m_reader->advance())
            return true;
        publish(std::make_shared<const Trace>(m_reader->take()));
        return false;
    }

    Message doing() const override { return Message::tr("Reading the recorded run"); }

private:
    const std::shared_ptr<const Files> m_files;
    const std::string m_name;
    std::optional<TraceReader> m_reader;
};

} // namespace

Trace readTrace(const Files& files, const std::string& name, const JobWatch& watch)
{
    TraceReader reader = readerOf(files, name, watch);
    while (reader.advance()) { }
    return reader.take();
}

std::unique_ptr<JobOf<std::shared_ptr<const Trace>>> traceJob(
    std::shared_ptr<const Files> files, const std::string& name)
{
    return std::make_unique<TraceJob>(std::move(files), name);
}

} // namespace glassformer
