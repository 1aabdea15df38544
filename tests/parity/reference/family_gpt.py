"""GPT-1 and GPT-2: decoder-only, learned positions, matrices stored [in, out], output tied to the word table.

GPT-1 (Radford et al. 2018): norm after each half of a layer, none at the end; "gelu" means the tanh form.
GPT-2 (Radford et al. 2019): norm before, and one at the end.
"""
import math

from blocks import ACTIVATIONS, attention, causal, conv1d, layer_norm, split_heads
from weights import ShapeList

NAMES = {"gpt2": ("wte", "wpe"), "openai-gpt": ("tokens_embed", "positions_embed")}


def d_ff(config):
    return config.get("n_inner") or 4 * config["n_embd"]


def shapes(config):
    d = config["n_embd"]
    words, positions = NAMES[config["model_type"]]
    listed = ShapeList()
    listed.table(f"transformer.{words}.weight", config["vocab_size"], d)
    listed.table(f"transformer.{positions}.weight", config["n_positions"], d)
    for i in range(config["n_layer"]):
        at = f"transformer.h.{i}."
        listed.norm(at + "ln_1", d)
        listed.conv1d(at + "attn.c_attn", d, 3 * d)
        listed.conv1d(at + "attn.c_proj", d, d)
        listed.norm(at + "ln_2", d)
        listed.conv1d(at + "mlp.c_fc", d, d_ff(config))
        listed.conv1d(at + "mlp.c_proj", d_ff(config), d)
    if config["model_type"] == "gpt2":
        listed.norm("transformer.ln_f", d)
    return listed


def self_attention(x, w, config, trace, name):
    n_heads = config["n_head"]
    q, k, v = (split_heads(part, n_heads) for part in conv1d(x, w, "c_attn").chunk(3, dim=1))
    mixed, weights = attention(q, k, v, 1 / math.sqrt(q.shape[-1]), hidden=causal(len(x)))
    trace[name + ".self_attention.weights"] = weights
    return conv1d(mixed, w, "c_proj")


def feed_forward(x, w, activation):
    return conv1d(activation(conv1d(x, w, "c_fc")), w, "c_proj")


def run(config, weights, inputs, trace):
    w = weights.at("transformer")
    words, positions = NAMES[config["model_type"]]
    eps = config["layer_norm_epsilon"]
    norm_first = config["model_type"] == "gpt2"
    activation = ACTIVATIONS["gelu_new" if not norm_first else config["activation_function"]]
    ids = inputs["input_ids"]
    x = w[words + ".weight"][ids] + w[positions + ".weight"][:len(ids)]
    for i in range(config["n_layer"]):
        layer, name = w.at(f"h.{i}"), f"decoder.{i}"
        if norm_first:
            x = x + self_attention(layer_norm(x, layer, "ln_1", eps), layer.at("attn"), config, trace, name)
            x = x + feed_forward(layer_norm(x, layer, "ln_2", eps), layer.at("mlp"), activation)
        else:
            x = layer_norm(x + self_attention(x, layer.at("attn"), config, trace, name), layer, "ln_1", eps)
            x = layer_norm(x + feed_forward(x, layer.at("mlp"), activation), layer, "ln_2", eps)
        trace[name + ".output"] = x
    if norm_first:
        x = layer_norm(x, w, "ln_f", eps)
    trace["logits"] = x @ w[words + ".weight"].T
