"""LLaMA, Mistral, Qwen2, Qwen3: decoder-only, RMS norm first, rotary positions, SwiGLU, grouped heads.

Touvron et al. 2023; Jiang et al. 2023 (Mistral: a query sees the last `sliding_window` positions, its own among
them); Qwen2 has biases on q, k, v; Qwen3 an RMS norm on every head's query and key, before the rotation.
"""
import math

import torch

from blocks import ACTIVATIONS, attention, causal, linear, rms_norm, rotate, split_heads
from weights import ShapeList


def head_width(config):
    return config.get("head_dim") or config["hidden_size"] // config["num_attention_heads"]


def tied(config):
    return config["tie_word_embeddings"]


def shapes(config):
    d, e, d_ff, listed = config["hidden_size"], head_width(config), config["intermediate_size"], ShapeList()
    d_query, d_key = config["num_attention_heads"] * e, config["num_key_value_heads"] * e
    qkv_bias = config["model_type"] == "qwen2" or config.get("attention_bias", False)
    listed.table("model.embed_tokens.weight", config["vocab_size"], d)
    for i in range(config["num_hidden_layers"]):
        at = f"model.layers.{i}."
        listed.linear(at + "self_attn.q_proj", d, d_query, qkv_bias)
        listed.linear(at + "self_attn.k_proj", d, d_key, qkv_bias)
        listed.linear(at + "self_attn.v_proj", d, d_key, qkv_bias)
        listed.linear(at + "self_attn.o_proj", d_query, d, config.get("attention_bias", False))
        if config["model_type"] == "qwen3":
            listed.gain(at + "self_attn.q_norm.weight", e)
            listed.gain(at + "self_attn.k_norm.weight", e)
        listed.linear(at + "mlp.gate_proj", d, d_ff, config.get("mlp_bias", False))
        listed.linear(at + "mlp.up_proj", d, d_ff, config.get("mlp_bias", False))
        listed.linear(at + "mlp.down_proj", d_ff, d, config.get("mlp_bias", False))
        listed.gain(at + "input_layernorm.weight", d)
        listed.gain(at + "post_attention_layernorm.weight", d)
    listed.gain("model.norm.weight", d)
    if not tied(config):
        listed.linear("lm_head", d, config["vocab_size"], bias=False)
    return listed


def llama3_scaled(frequencies, scaling):
    """Slow waves are slowed by `factor`, fast ones left, those between are blended (Llama 3.1)."""
    factor, low, high = (scaling[k] for k in ("factor", "low_freq_factor", "high_freq_factor"))
    turns = scaling["original_max_position_embeddings"] * frequencies / (2 * math.pi)  # within the old context
    share = ((turns - low) / (high - low)).clamp(0, 1)
    return frequencies * (share + (1 - share) / factor)


def frequencies(config):
    rope = config.get("rope_parameters") or config.get("rope_scaling") or {}
    theta = rope.get("rope_theta") or config["rope_theta"]
    e = head_width(config)
    plain = 1 / theta ** (torch.arange(0, e, 2, dtype=torch.float64) / e)
    kind = rope.get("rope_type", "default")
    return {"default": lambda: plain, "llama3": lambda: llama3_scaled(plain, rope),
            "linear": lambda: plain / rope["factor"]}[kind]()


def window(config, layer):
    """Mistral's window is everywhere; Qwen's only if switched on, from layer max_window_layers up."""
    if config["model_type"] == "mistral":
        return config["sliding_window"]
    on = config.get("use_sliding_window", False) and layer >= config["max_window_layers"]
    return config["sliding_window"] if on else None


def self_attention(x, w, config, layer, trace):
    eps, turns = config["rms_norm_eps"], frequencies(config)
    q = split_heads(linear(x, w, "q_proj"), config["num_attention_heads"])
    k, v = (split_heads(linear(x, w, name), config["num_key_value_heads"]) for name in ("k_proj", "v_proj"))
    if "q_norm.weight" in w:
        q, k = rms_norm(q, w["q_norm.weight"], eps), rms_norm(k, w["k_norm.weight"], eps)
    q, k = rotate(q, turns), rotate(k, turns)
    group = len(q) // len(k)  # query heads 0 .. group-1 share key head 0, and so on
    k, v = (each.repeat_interleave(group, dim=0) for each in (k, v))
    hidden = causal(len(x), window(config, layer))
    mixed, weights = attention(q, k, v, 1 / math.sqrt(q.shape[-1]), hidden=hidden)
    trace[f"decoder.{layer}.self_attention.weights"] = weights
    return linear(mixed, w, "o_proj")


def feed_forward(x, w, activation):
    return linear(activation(linear(x, w, "gate_proj")) * linear(x, w, "up_proj"), w, "down_proj")


def run(config, weights, inputs, trace):
    w, eps, activation = weights.at("model"), config["rms_norm_eps"], ACTIVATIONS[config["hidden_act"]]
    x = w["embed_tokens.weight"][inputs["input_ids"]]
    for i in range(config["num_hidden_layers"]):
        layer = w.at(f"layers.{i}")
        normed = rms_norm(x, layer["input_layernorm.weight"], eps)
        x = x + self_attention(normed, layer.at("self_attn"), config, i, trace)
        normed = rms_norm(x, layer["post_attention_layernorm.weight"], eps)
        x = x + feed_forward(normed, layer.at("mlp"), activation)
        trace[f"decoder.{i}.output"] = x
    x = rms_norm(x, w["norm.weight"], eps)
    trace["logits"] = x @ (w["embed_tokens.weight"].T if tied(config) else weights["lm_head.weight"].T)
