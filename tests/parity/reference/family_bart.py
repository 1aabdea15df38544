"""Marian, BART, mBART: encoder-decoders with the same names of weights.

            positions                       norm                        embedding norm   word vectors
Marian      sinusoids, halves               after each part             no               times sqrt(d_model)
BART        learned, first at row 2         after each part             yes              as they are
mBART       learned, first at row 2         before, and one at the end  yes              times sqrt(d_model)

Junczys-Dowmunt et al. 2018; Lewis et al. 2020; Liu et al. 2020. Output tied to the word table, plus
final_logits_bias.
"""
import math

from blocks import ACTIVATIONS, attention, causal, layer_norm, linear, sinusoids, split_heads
from weights import ShapeList

EPS = 1e-5  # not in the configuration: the layer norm's default
OFFSET = 2
PROJECTIONS = ("q_proj", "k_proj", "v_proj", "out_proj")


def learned_positions(config):
    return config["model_type"] != "marian"


def norm_first(config):
    return config["model_type"] == "mbart"


def shapes(config):
    d, listed = config["d_model"], ShapeList()
    listed.table("model.shared.weight", config["vocab_size"], d)
    for stack in ("encoder", "decoder"):
        if learned_positions(config):
            listed.table(f"model.{stack}.embed_positions.weight", config["max_position_embeddings"] + OFFSET, d)
            listed.norm(f"model.{stack}.layernorm_embedding", d)
        parts = ("self_attn",) if stack == "encoder" else ("self_attn", "encoder_attn")
        for i in range(config[f"{stack}_layers"]):
            at = f"model.{stack}.layers.{i}."
            for part in parts:
                for projection in PROJECTIONS:
                    listed.linear(f"{at}{part}.{projection}", d, d)
                listed.norm(f"{at}{part}_layer_norm", d)
            listed.linear(at + "fc1", d, config[f"{stack}_ffn_dim"])
            listed.linear(at + "fc2", config[f"{stack}_ffn_dim"], d)
            listed.norm(at + "final_layer_norm", d)
        if norm_first(config):
            listed.norm(f"model.{stack}.layer_norm", d)
    listed.bias("final_logits_bias", 1, config["vocab_size"])
    return listed


def embed(config, weights, stack, ids):
    w, d = weights.at(f"model.{stack}"), config["d_model"]
    x = weights["model.shared.weight"][ids] * (math.sqrt(d) if config["scale_embedding"] else 1)
    if not learned_positions(config):
        return x + sinusoids(len(ids), d)
    x = x + w["embed_positions.weight"][OFFSET:OFFSET + len(ids)]
    return layer_norm(x, w, "layernorm_embedding", EPS)


def multi_head(x, to, w, n_heads, hidden):
    q = split_heads(linear(x, w, "q_proj"), n_heads)
    k, v = (split_heads(linear(to, w, name), n_heads) for name in ("k_proj", "v_proj"))
    mixed, weights = attention(q, k, v, 1 / math.sqrt(q.shape[-1]), hidden=hidden)
    return linear(mixed, w, "out_proj"), weights


def part(x, w, name, first, compute):
    """One part of a layer with its residual, and its norm before or after."""
    if first:
        return x + compute(layer_norm(x, w, name, EPS))
    return layer_norm(x + compute(x), w, name, EPS)


def stack(config, weights, which, ids, memory, trace):
    x, w = embed(config, weights, which, ids), weights.at(f"model.{which}")
    n_heads, first = config[f"{which}_attention_heads"], norm_first(config)
    activation = ACTIVATIONS[config["activation_function"]]
    hidden = causal(len(ids)) if which == "decoder" else None

    def looks(layer, name, to, hidden, record):
        def compute(x):
            out, trace[record] = multi_head(x, x if to is None else to, layer.at(name), n_heads, hidden)
            return out
        return compute

    for i in range(config[f"{which}_layers"]):
        layer, name = w.at(f"layers.{i}"), f"{which}.{i}"
        x = part(x, layer, "self_attn_layer_norm", first,
                 looks(layer, "self_attn", None, hidden, name + ".self_attention.weights"))
        if memory is not None:
            x = part(x, layer, "encoder_attn_layer_norm", first,
                     looks(layer, "encoder_attn", memory, None, name + ".cross_attention.weights"))
        x = part(x, layer, "final_layer_norm", first,
                 lambda x: linear(activation(linear(x, layer, "fc1")), layer, "fc2"))
        trace[name + ".output"] = x
    return layer_norm(x, w, "layer_norm", EPS) if first else x


def run(config, weights, inputs, trace):
    memory = stack(config, weights, "encoder", inputs["input_ids"], None, trace)
    x = stack(config, weights, "decoder", inputs["decoder_input_ids"], memory, trace)
    trace["logits"] = x @ weights["model.shared.weight"].T + weights["final_logits_bias"][0]
