#pragma once

#include "core/model/transformer.h"

#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <string>

namespace glassformer {

/**
 * A Transformer written down once more, in plain loops and double precision, straight from the papers: an independent
 * truth for what a change makes of a run. Every record passes a hook, which may write into it, and is kept under its name
 * ("encoder.0.self_attention.mixed/1" for head 1).
 */
class PlainTransformer
{
public:
    using Rows = Matrix<double>;
    using Hook = std::function<void(const std::string& name, int head, Rows& rows)>;

    const Transformer<double>& model;
    Hook hook = [](const std::string&, int, Rows&) {};
    std::function<int(bool is_decoder, int token)> place_of = [](bool, int token) { return token; };
    bool encoder_has_places = true, decoder_has_places = true;
    std::map<int, bool> mask_lifted{}; ///< of a decoder layer
    std::map<std::string, bool> layer_off{}; ///< "encoder.1"
    std::map<std::string, Rows> records{};

    Rows run(const std::vector<int>& source, const std::vector<int>& target)
    {
        const ModelConfig& config = model.config;
        Rows memory, last;
        if (config.hasEncoder())
            memory = last = stack(false, source, nullptr);
        if (config.hasDecoder())
            last =
                stack(true, config.hasEncoder() ? target : source, config.hasEncoder() ? &memory : nullptr);
        Rows words(last.rows(), config.vocabulary);
        for (int t = 0; t < last.rows(); ++t)
            for (int w = 0; w < config.vocabulary; ++w) {
                double sum = 0;
                for (int i = 0; i < config.d_model; ++i)
                    sum += last(t, i)
                        * (config.tied_output ? model.weights.embedding(w, i)
                                              : model.weights.output.weight(i, w));
                if (model.weights.output.bias.size() > 0)
                    sum += model.weights.output.bias(w);
                words(t, w) = config.scale_output ? sum / std::sqrt(double(config.d_model)) : sum;
            }
        return keep("logits", every, words);
    }

private:
    Rows& keep(const std::string& name, int head, Rows& rows)
    {
        hook(name, head, rows);
        return records[head == every ? name : name + "/" + std::to_string(head)] = rows;
    }

    static Rows project(const Rows& x, const LinearWeights<double>& weights)
    {
        Rows y(x.rows(), weights.weight.cols());
        for (int t = 0; t < x.rows(); ++t)
            for (int j = 0; j < y.cols(); ++j) {
                y(t, j) = weights.bias.size() > 0 ? weights.bias(j) : 0;
                for (int i = 0; i < x.cols(); ++i)
                    y(t, j) += x(t, i) * weights.weight(i, j);
            }
        return y;
    }

    Rows norm(const Rows& x, const NormWeights<double>& weights) const
    {
        Rows y = x;
        const double n = double(x.cols());
        for (int t = 0; t < x.rows(); ++t) {
            double mean = 0, squares = 0;
            for (int i = 0; i < x.cols(); ++i)
                mean += model.config.norm_kind == NormKind::Layer ? x(t, i) / n : 0;
            for (int i = 0; i < x.cols(); ++i)
                squares += (x(t, i) - mean) * (x(t, i) - mean) / n;
            for (int i = 0; i < x.cols(); ++i) {
                y(t, i) = (x(t, i) - mean) / std::sqrt(squares + model.config.norm_epsilon) * weights.gain(i);
                if (weights.bias.size() > 0)
                    y(t, i) += weights.bias(i);
            }
        }
        return y;
    }

    bool hasPlaces(bool is_decoder) const { return is_decoder ? decoder_has_places : encoder_has_places; }

    double positionAt(bool is_decoder, int token, int i) const
    {
        const ModelConfig& config = model.config;
        const int place = place_of(is_decoder, token);
        if (!hasPlaces(is_decoder))
            return 0;
        if (config.position_kind == PositionKind::Learned)
            return (is_decoder ? model.weights.decoder : model.weights.encoder)
                .position(config.position_offset + place, i);
        const double angle = place / std::pow(10000.0, (i - i % 2) / double(config.d_model));
        return i % 2 == 0 ? std::sin(angle) : std::cos(angle);
    }

    Rows enter(bool is_decoder, const std::vector<int>& ids)
    {
        const ModelConfig& config = model.config;
        const std::string text = is_decoder && config.hasEncoder() ? "target." : "source.";
        Rows embedding(int(ids.size()), config.d_model);
        for (int t = 0; t < embedding.rows(); ++t)
            for (int i = 0; i < config.d_model; ++i)
                embedding(t, i) = model.weights.embedding(ids[std::size_t(t)], i)
                    * (config.scale_embedding ? std::sqrt(double(config.d_model)) : 1);
        Rows x = keep(text + "embedding", every, embedding);
        if (config.position_kind == PositionKind::Learned
            || config.position_kind == PositionKind::Sinusoidal) {
            Rows position(x.rows(), x.cols());
            for (int t = 0; t < x.rows(); ++t)
                for (int i = 0; i < x.cols(); ++i)
                    position(t, i) = positionAt(is_decoder, t, i);
            x += keep(text + "position", every, position);
        }
        return keep(is_decoder ? "decoder.input" : "encoder.input", every, x);
    }

    /** Pair i of a head, its components i and i + d/2, turned by place · theta^(-2i/d). */
    void turn(Rows& rows, bool is_decoder) const
    {
        const int half = int(rows.cols()) / 2;
        if (hasPlaces(is_decoder))
            for (int t = 0; t < rows.rows(); ++t)
                for (int i = 0; i < half; ++i) {
                    const double angle = place_of(is_decoder, t)
                        * std::pow(model.config.rotary.theta, -2.0 * i / double(rows.cols()))
                        / model.config.rotary.linear_factor;
                    const double x = rows(t, i), y = rows(t, i + half);
                    rows(t, i) = x * std::cos(angle) - y * std::sin(angle);
                    rows(t, i + half) = x * std::sin(angle) + y * std::cos(angle);
                }
    }

    /** Raffel et al. 2020: half of the buckets for what lies behind unless the stack is causal; the first half exact. */
    int bucket(int query, int key, bool is_causal) const
    {
        int buckets = model.config.relative.buckets, base = 0, distance = query - key;
        if (!is_causal) {
            buckets /= 2;
            base = key > query ? buckets : 0;
            distance = std::abs(distance);
        } else
            distance = std::max(distance, 0);
        const int exact = buckets / 2;
        if (distance < exact)
            return base + distance;
        const float large = std::log(float(distance) / float(exact))
            / float(std::log(double(model.config.relative.max_distance) / exact)) * float(buckets - exact);
        return base + std::min(exact + int(large), buckets - 1);
    }

    struct Attending
    {
        std::string name;
        bool is_decoder, is_cross;
        int layer;
    };

    Rows attend(const Attending& at, const Rows& queries_from, const Rows& keys_from,
        const AttentionWeights<double>& weights)
    {
        const ModelConfig& config = model.config;
        const int d = config.headSize(), group = config.n_heads / config.keyValueHeads();
        const bool turns = config.position_kind == PositionKind::Rotary && !at.is_cross;
        const Rows all_q = project(queries_from, weights.query), all_k = project(keys_from, weights.key),
                   all_v = project(keys_from, weights.value);
        Rows joined(queries_from.rows(), config.headsWidth());
        for (int h = 0; h < config.n_heads; ++h) {
            Rows q = all_q.middleCols(h * d, d), k = all_k.middleCols(h / group * d, d),
                 v = all_v.middleCols(h / group * d, d);
            if (turns) {
                keep(at.name + "projected_query", h, q);
                keep(at.name + "projected_key", h, k);
                turn(q, at.is_decoder);
                turn(k, at.is_decoder);
            }
            keep(at.name + "query", h, q);
            keep(at.name + "key", h, k);
            keep(at.name + "value", h, v);
            Rows scores(q.rows(), k.rows());
            const Matrix<double>& bias =
                (at.is_decoder ? model.weights.decoder : model.weights.encoder).relative_bias;
            for (int i = 0; i < q.rows(); ++i)
                for (int j = 0; j < k.rows(); ++j) {
                    scores(i, j) = 0;
                    for (int c = 0; c < d; ++c)
                        scores(i, j) += q(i, c) * k(j, c);
                    if (config.scale_scores)
                        scores(i, j) /= std::sqrt(double(d));
                    if (config.position_kind == PositionKind::Relative && !at.is_cross
                        && hasPlaces(at.is_decoder))
                        scores(i, j) += bias(
                            bucket(place_of(at.is_decoder, i), place_of(at.is_decoder, j), at.is_decoder), h);
                }
            Rows masked = keep(at.name + "scores", h, scores);
            if (at.is_decoder && !at.is_cross && !mask_lifted[at.layer])
                for (int i = 0; i < masked.rows(); ++i)
                    for (int j = i + 1; j < masked.cols(); ++j)
                        masked(i, j) = -std::numeric_limits<double>::infinity();
            Rows a = keep(at.name + "masked", h, masked);
            for (int i = 0; i < a.rows(); ++i) {
                double total = 0;
                for (int j = 0; j < a.cols(); ++j)
                    total += a(i, j) = std::exp(masked(i, j));
                for (int j = 0; j < a.cols(); ++j)
                    a(i, j) = total > 0 ? a(i, j) / total : 0;
            }
            keep(at.name + "weights", h, a);
            Rows mixed(q.rows(), d);
            for (int i = 0; i < q.rows(); ++i)
                for (int c = 0; c < d; ++c) {
                    mixed(i, c) = 0;
                    for (int j = 0; j < v.rows(); ++j)
                        mixed(i, c) += a(i, j) * v(j, c);
                }
            joined.middleCols(h * d, d) = keep(at.name + "mixed", h, mixed);
        }
        Rows output = project(joined, weights.output);
        return keep(at.name + "output", every, output);
    }

    static double activate(Activation kind, double x)
    {
        return kind == Activation::ReLU ? std::max(x, 0.0)
            : kind == Activation::SiLU  ? x / (1 + std::exp(-x))
                                        : 0.5 * x * (1 + std::erf(x / std::sqrt(2.0)));
    }

    Rows network(const std::string& name, const Rows& x, const FeedForwardWeights<double>& weights)
    {
        const bool is_gated = !weights.gate.isEmpty();
        Rows hidden = project(x, is_gated ? weights.gate : weights.hidden);
        for (double& unit : hidden.reshaped())
            unit = activate(model.config.activation, unit);
        if (is_gated)
            hidden = keep(name + "feed_forward.gate", every, hidden)
                         .cwiseProduct(project(x, weights.hidden))
                         .eval();
        keep(name + "feed_forward.hidden", every, hidden);
        Rows output = project(hidden, weights.output);
        return keep(name + "feed_forward.output", every, output);
    }

    /** x + f(norm(x)), or norm(x + f(x)). */
    Rows sublayer(const std::string& input_name, const std::string& result_name, const Rows& x,
        const NormWeights<double>& weights, const std::function<Rows(const Rows&)>& f)
    {
        const bool is_before = model.config.norm_placement == NormPlacement::Before;
        Rows input = is_before ? norm(x, weights) : x;
        keep(input_name, every, input);
        Rows result = x + f(input);
        if (!is_before)
            result = norm(result, weights);
        return result_name.empty() ? result : keep(result_name, every, result);
    }

    Rows stack(bool is_decoder, const std::vector<int>& ids, const Rows* memory)
    {
        const std::string stack_name = is_decoder ? "decoder." : "encoder.";
        const StackWeights<double>& weights = is_decoder ? model.weights.decoder : model.weights.encoder;
        Rows x = enter(is_decoder, ids);
        for (int l = 0; l < int(weights.layers.size()); ++l) {
            const LayerWeights<double>& layer = weights.layers[std::size_t(l)];
            const std::string name = stack_name + std::to_string(l) + ".";
            const Rows entered = x;
            x = sublayer(name + "attention_input", name + "attention_residual", x, layer.attention_norm,
                [&](const Rows& input) {
                    return attend(
                        {name + "self_attention.", is_decoder, false, l}, input, input, layer.attention);
                });
            if (memory)
                x = sublayer(name + "cross_attention_input", name + "cross_attention_residual", x,
                    layer.cross_attention_norm, [&](const Rows& input) {
                        return attend({name + "cross_attention.", is_decoder, true, l}, input, *memory,
                            layer.cross_attention);
                    });
            x = sublayer(name + "feed_forward.input", "", x, layer.feed_forward_norm,
                [&](const Rows& input) { return network(name, input, layer.feed_forward); });
            if (layer_off[stack_name + std::to_string(l)])
                x = entered;
            keep(name + "output", every, x);
        }
        if (model.config.norm_placement == NormPlacement::Before)
            x = norm(x, weights.norm);
        return keep(stack_name + "output", every, x);
    }
};

} // namespace glassformer
