#pragma once

#include "core/model/tensor_name.h"
#include "core/trace/trace.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <span>
#include <sstream>
#include <string>
#include <vector>

namespace glassformer {

/**
 * A run that no model made: tokens from words, vectors from a seed, and from these everything that must fit together:
 * scores from queries and keys, weights from scores, mixed values, sums, probabilities. `spread` makes attention
 * peaked; every row looks mostly at one word that depends on the head.
 */
class TraceBuilder
{
public:
    TraceBuilder& source(const std::string& words) { return m_source = words, *this; }
    TraceBuilder& target(const std::string& words) { return m_target = words, *this; }
    TraceBuilder& layers(int count) { return m_layers = count, *this; }
    TraceBuilder& heads(int count) { return m_heads = count, *this; }
    TraceBuilder& headSize(int size) { return m_head_size = size, *this; }
    TraceBuilder& hidden(int size) { return m_hidden = size, *this; }
    TraceBuilder& vocabulary(int size) { return m_vocabulary = size, *this; }

    Trace build()
    {
        m_random.seed(7);
        m_trace = {};
        fillConfig();
        fillTokens();
        fillStack(true);
        fillStack(false);
        fillOutput();
        return m_trace;
    }

private:
    using Values = std::vector<float>;

    int size(bool is_target) const { return int((is_target ? m_trace.target : m_trace.source).size()); }
    int width() const { return m_heads * m_head_size; }

    /** Normal enough, and the same on every machine: the standard distributions are not. */
    float number()
    {
        double sum = 0;
        for (int i = 0; i < 6; ++i)
            sum += double(m_random()) / 4294967295.0 - 0.5;
        return float(sum * 1.4);
    }

    Values numbers(std::size_t count, float scale = 1)
    {
        Values values(count);
        for (float& value : values)
            value = number() * scale;
        return values;
    }

    void put(const std::string& name, std::vector<std::int64_t> shape, Values values)
    {
        m_trace.tensors[name] = Tensor{std::move(shape), std::move(values)};
    }

    void fillConfig()
    {
        ModelConfig& config = m_trace.config;
        config.name = "Built by hand";
        config.vocabulary = m_vocabulary;
        config.d_model = width();
        config.n_heads = m_heads;
        config.d_ff = m_hidden;
        config.encoder_layers = m_layers;
        config.decoder_layers = m_layers;
        config.norm_placement = NormPlacement::Before;
    }

    static Token special(int id, const std::string& text)
    {
        Token token;
        token.id = id;
        token.text = text;
        token.is_special = true;
        return token;
    }

    /** "|" inside a word cuts it into pieces. */
    std::vector<Token> tokensOf(const std::string& words, std::string& text, std::vector<WordCut>* cuts)
    {
        std::vector<Token> tokens;
        std::istringstream stream(words);
        for (std::string word; stream >> word;) {
            const bool is_first = text.empty() || word == "." || word == ",";
            text += is_first ? "" : " ";
            WordCut cut;
            cut.span.begin = text.size();
            cut.first_token = tokens.size();
            std::istringstream pieces(word);
            for (std::string piece; std::getline(pieces, piece, '|');) {
                Token token;
                token.id = 10 + int(std::hash<std::string>{}(piece) % std::size_t(m_vocabulary - 10));
                token.text = piece;
                token.span = {text.size(), text.size() + piece.size()};
                token.is_piece = word.find('|') != std::string::npos;
                CutStep step;
                step.piece = piece;
                step.span.begin = text.size();
                if (token.is_piece)
                    step.tried = {piece + "ing", piece + "e"};
                cut.steps.push_back(step);
                text += piece;
                tokens.push_back(token);
            }
            cut.span.end = text.size();
            for (CutStep& step : cut.steps)
                step.span.end = text.size();
            cut.token_count = cut.steps.size();
            if (cuts)
                cuts->push_back(cut);
        }
        return tokens;
    }

    void fillTokens()
    {
        m_trace.target_language = "fr";
        m_trace.source = tokensOf(m_source, m_trace.source_text, &m_trace.source_words);
        for (WordCut& cut : m_trace.source_words)
            ++cut.first_token;
        m_trace.source.insert(m_trace.source.begin(), special(4, "<2fr>"));
        m_trace.source.push_back(special(2, "</s>"));
        m_trace.written = tokensOf(m_target, m_trace.answer, nullptr);
        m_trace.target = m_trace.written;
        m_trace.target.insert(m_trace.target.begin(), special(1, "<s>"));
        m_trace.written.push_back(special(2, "</s>"));
        m_trace.ended = true;
    }

    Values positions(int rows) const
    {
        Values values;
        for (int p = 0; p < rows; ++p) {
            for (int i = 0; i < width(); ++i) {
                const double angle = p / std::pow(10000.0, 2.0 * (i / 2) / width());
                values.push_back(float(i % 2 ? std::cos(angle) : std::sin(angle)));
            }
        }
        return values;
    }

    static Values sum(Values left, const Values& right)
    {
        for (std::size_t i = 0; i < left.size(); ++i)
            left[i] += right[i];
        return left;
    }

    void fillStack(bool is_encoder)
    {
        const int n = size(!is_encoder);
        const std::vector<std::int64_t> shape{n, width()};
        const Values embedding = numbers(std::size_t(n * width()), 1.1f);
        const Values position = positions(n);
        Values stream = sum(embedding, position);
        put(is_encoder ? source_embedding_tensor : target_embedding_tensor, shape, embedding);
        put(is_encoder ? source_position_tensor : target_position_tensor, shape, position);
        put(is_encoder ? encoder_input_tensor : decoder_input_tensor, shape, stream);
        for (int layer = 0; layer < m_layers; ++layer)
            stream = is_encoder ? encoderLayer(layer, stream) : decoderLayer(layer, stream);
        put(is_encoder ? encoder_output_tensor : decoder_output_tensor, shape, stream);
    }

    Values encoderLayer(int layer, const Values& stream)
    {
        const std::vector<std::int64_t> shape{size(false), width()};
        const auto site = AttentionSite::Encoder;
        put(layerTensor(site, layer, LayerPart::AttentionInput), shape, stream);
        const Values residual = sum(stream, attention(site, layer));
        put(layerTensor(site, layer, LayerPart::AttentionResidual), shape, residual);
        return feedForward(site, layer, residual);
    }

    Values decoderLayer(int layer, const Values& stream)
    {
        const std::vector<std::int64_t> shape{size(true), width()};
        const auto site = AttentionSite::DecoderSelf;
        put(layerTensor(site, layer, LayerPart::AttentionInput), shape, stream);
        const Values residual = sum(stream, attention(site, layer));
        put(layerTensor(site, layer, LayerPart::AttentionResidual), shape, residual);
        put(layerTensor(site, layer, LayerPart::CrossAttentionInput), shape, residual);
        const Values crossed = sum(residual, attention(AttentionSite::DecoderCross, layer));
        put(layerTensor(site, layer, LayerPart::CrossAttentionResidual), shape, crossed);
        return feedForward(site, layer, crossed);
    }

    Values feedForward(AttentionSite site, int layer, const Values& residual)
    {
        const int n = size(site != AttentionSite::Encoder);
        Values hidden = numbers(std::size_t(n * m_hidden));
        for (float& value : hidden)
            value = std::max(0.0f, value - 0.4f);
        const Values output = numbers(std::size_t(n * width()), 0.6f);
        const Values stream = sum(residual, output);
        put(layerTensor(site, layer, LayerPart::FeedForwardInput), {n, width()}, residual);
        put(layerTensor(site, layer, LayerPart::FeedForwardHidden), {n, m_hidden}, hidden);
        put(layerTensor(site, layer, LayerPart::FeedForwardOutput), {n, width()}, output);
        put(layerTensor(site, layer, LayerPart::Output), {n, width()}, stream);
        return stream;
    }

    /** A key that this query leans towards: itself, the one before, the verb ... by head. */
    int favourite(int head, int layer, int query, int keys, bool is_causal)
    {
        const int shift = (head + layer) % 4;
        const int wanted = shift == 3 ? (query * 5 + head) % keys : query - shift;
        return std::clamp(wanted, 0, is_causal ? query : keys - 1);
    }

    Values attention(AttentionSite site, int layer)
    {
        const int n_queries = size(site != AttentionSite::Encoder);
        const int n_keys = size(site == AttentionSite::DecoderSelf);
        const bool is_causal = site == AttentionSite::DecoderSelf;
        const int d = m_head_size;
        const Values keys = numbers(std::size_t(m_heads * n_keys * d), 1.4f);
        const Values values = numbers(std::size_t(m_heads * n_keys * d));
        Values queries = numbers(std::size_t(m_heads * n_queries * d), 0.5f);
        Values scores, masked, weights, mixed;
        for (int h = 0; h < m_heads; ++h) {
            const float* key_rows = keys.data() + h * n_keys * d;
            const float* value_rows = values.data() + h * n_keys * d;
            for (int q = 0; q < n_queries; ++q) {
                float* query = queries.data() + (h * n_queries + q) * d;
                const float* liked = key_rows + favourite(h, layer, q, n_keys, is_causal) * d;
                for (int i = 0; i < d; ++i)
                    query[i] += liked[i] * (0.35f + 0.1f * float((q * 7 + h) % 5));
                appendRow({query, std::size_t(d)}, key_rows, value_rows, n_keys, is_causal ? q : n_keys - 1,
                    scores, masked, weights, mixed);
            }
        }
        const auto name = [&](AttentionPart part) { return attentionTensor(site, layer, part); };
        put(name(AttentionPart::Query), {m_heads, n_queries, d}, queries);
        put(name(AttentionPart::Key), {m_heads, n_keys, d}, keys);
        put(name(AttentionPart::Value), {m_heads, n_keys, d}, values);
        put(name(AttentionPart::Scores), {m_heads, n_queries, n_keys}, scores);
        put(name(AttentionPart::Masked), {m_heads, n_queries, n_keys}, masked);
        put(name(AttentionPart::Weights), {m_heads, n_queries, n_keys}, weights);
        put(name(AttentionPart::Mixed), {m_heads, n_queries, d}, mixed);
        Values output = numbers(std::size_t(n_queries * width()), 0.5f);
        put(name(AttentionPart::Output), {n_queries, width()}, output);
        return output;
    }

    void appendRow(std::span<const float> query, const float* keys, const float* values, int n_keys, int last,
        Values& scores, Values& masked, Values& weights, Values& mixed)
    {
        const std::size_t d = query.size();
        std::vector<double> row;
        double largest = -std::numeric_limits<double>::infinity();
        for (int k = 0; k < n_keys; ++k) {
            double dot = 0;
            for (std::size_t i = 0; i < d; ++i)
                dot += double(query[i]) * double(keys[std::size_t(k) * d + i]);
            row.push_back(dot / std::sqrt(double(d)));
            scores.push_back(float(row.back()));
            if (k > last)
                row.back() = -std::numeric_limits<double>::infinity();
            masked.push_back(float(row.back()));
            largest = std::max(largest, row.back());
        }
        double total = 0;
        for (const double score : row)
            total += std::exp(score - largest);
        std::vector<double> mix(d);
        for (int k = 0; k < n_keys; ++k) {
            const double weight = std::exp(row[std::size_t(k)] - largest) / total;
            weights.push_back(float(weight));
            for (std::size_t i = 0; i < d; ++i)
                mix[i] += weight * double(values[std::size_t(k) * d + i]);
        }
        mixed.insert(mixed.end(), mix.begin(), mix.end());
    }

    void fillOutput()
    {
        const int n = size(true);
        Values logits = numbers(std::size_t(n * m_vocabulary), 1.5f);
        for (int t = 0; t < n; ++t)
            logits[std::size_t(t * m_vocabulary + m_trace.written[std::size_t(t)].id)] = 9.5f;
        Values probabilities;
        for (int t = 0; t < n; ++t) {
            double total = 0;
            for (int w = 0; w < m_vocabulary; ++w)
                total += std::exp(double(logits[std::size_t(t * m_vocabulary + w)]));
            for (int w = 0; w < m_vocabulary; ++w)
                probabilities.push_back(
                    float(std::exp(double(logits[std::size_t(t * m_vocabulary + w)])) / total));
        }
        Values source_ids, target_ids;
        for (const Token& token : m_trace.source)
            source_ids.push_back(float(token.id));
        for (const Token& token : m_trace.target)
            target_ids.push_back(float(token.id));
        put(source_ids_tensor, {size(false)}, source_ids);
        put(target_ids_tensor, {n}, target_ids);
        put(logits_tensor, {n, m_vocabulary}, std::move(logits));
        put(probabilities_tensor, {n, m_vocabulary}, std::move(probabilities));
    }

    std::string m_source = "the animal didn't cross the street because it was too tired .";
    std::string m_target = "l' animal n' a pas traversé la rue parce qu' il était trop fatigué .";
    int m_layers = 2;
    int m_heads = 4;
    int m_head_size = 8;
    int m_hidden = 48;
    int m_vocabulary = 60;
    std::mt19937 m_random{7};
    Trace m_trace;
};

} // namespace glassformer
