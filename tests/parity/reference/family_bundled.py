"""The bundled models in the format of this program: the Transformer of Vaswani et al. 2017 with the norm before each
part and one at the end, word vectors times sqrt(d), output tied to the word table; weights stored [in, out].

Positions are sinusoids, sine and cosine in turn (section 3.5), or a learned table.
"""
import math

import torch

from blocks import attention, causal, conv1d, gelu, gelu_tanh, split_heads

ACTIVATIONS = {"relu": lambda x: x.clamp(min=0), "gelu": gelu, "gelu_tanh": gelu_tanh}


def norm(x, weights, name, eps):
    centred = x - x.mean(-1, keepdim=True)
    scale = torch.sqrt((centred * centred).mean(-1, keepdim=True) + eps)
    return centred / scale * weights[name + ".gain"] + weights[name + ".bias"]


def interleaved_sinusoids(n, d):
    """Column 2i: sin(position / 10000^(2i/d)); column 2i + 1: the cosine of the same."""
    angle = torch.arange(n, dtype=torch.float64)[:, None] / 10000 ** (torch.arange(0, d, 2, dtype=torch.float64) / d)
    return torch.stack([torch.sin(angle), torch.cos(angle)], dim=-1).reshape(n, d)


def multi_head(x, to, w, n_heads, hidden):
    q = split_heads(conv1d(x, w, "query"), n_heads)
    k, v = (split_heads(conv1d(to, w, name), n_heads) for name in ("key", "value"))
    mixed, weights = attention(q, k, v, 1 / math.sqrt(q.shape[-1]), hidden=hidden)
    return conv1d(mixed, w, "output"), weights


def stack(config, weights, which, ids, memory, trace):
    w, d, eps = weights.at(which), config["d_model"], config["norm_epsilon"]
    x = weights["embedding"][ids] * math.sqrt(d)
    is_learned = config["position_kind"] == "learned"
    x = x + (w["position"][:len(ids)] if is_learned else interleaved_sinusoids(len(ids), d))
    hidden = causal(len(ids)) if which == "decoder" else None
    activation = ACTIVATIONS[config["activation"]]
    for i in range(config[f"{which}_layers"]):
        layer, name = w.at(str(i)), f"{which}.{i}"
        y = norm(x, layer, "attention_norm", eps)
        y, trace[name + ".self_attention.weights"] = multi_head(y, y, layer.at("attention"), config["n_heads"], hidden)
        x = x + y
        if memory is not None:
            y = norm(x, layer, "cross_attention_norm", eps)
            y, trace[name + ".cross_attention.weights"] = multi_head(
                y, memory, layer.at("cross_attention"), config["n_heads"], None)
            x = x + y
        y = norm(x, layer, "feed_forward_norm", eps)
        y = activation(conv1d(y, layer.at("feed_forward"), "hidden"))
        x = x + conv1d(y, layer.at("feed_forward"), "output")
        trace[name + ".output"] = x
    return norm(x, w, "norm", eps)


def run(config, weights, inputs, trace):
    memory, last = None, None
    if config["encoder_layers"]:
        last = memory = stack(config, weights, "encoder", inputs["input_ids"], None, trace)
    if config["decoder_layers"]:
        ids = inputs["input_ids"] if memory is None else inputs["decoder_input_ids"]
        last = stack(config, weights, "decoder", ids, memory, trace)
    trace["logits"] = last @ weights["embedding"].T
