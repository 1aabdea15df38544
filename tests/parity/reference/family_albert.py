"""ALBERT (Lan et al. 2020): the word table is narrower than the layers, and layers share their weights."""
import math

import torch

from blocks import ACTIVATIONS, attention, layer_norm, linear, split_heads
from weights import ShapeList

LAYER = "albert.encoder.albert_layer_groups.{}.albert_layers.{}"


def shapes(config):
    d, narrow, d_ff = config["hidden_size"], config["embedding_size"], config["intermediate_size"]
    listed, at = ShapeList(), "albert.embeddings."
    listed.table(at + "word_embeddings.weight", config["vocab_size"], narrow)
    listed.table(at + "position_embeddings.weight", config["max_position_embeddings"], narrow)
    listed.table(at + "token_type_embeddings.weight", config["type_vocab_size"], narrow)
    listed.norm(at + "LayerNorm", narrow)
    listed.linear("albert.encoder.embedding_hidden_mapping_in", narrow, d)
    for group in range(config["num_hidden_groups"]):
        for inner in range(config["inner_group_num"]):
            at = LAYER.format(group, inner) + "."
            for name in ("query", "key", "value", "dense"):
                listed.linear(f"{at}attention.{name}", d, d)
            listed.norm(at + "attention.LayerNorm", d)
            listed.linear(at + "ffn", d, d_ff)
            listed.linear(at + "ffn_output", d_ff, d)
            listed.norm(at + "full_layer_layer_norm", d)
    listed.linear("albert.pooler", d, d)
    listed.linear("predictions.dense", d, narrow)
    listed.norm("predictions.LayerNorm", narrow)
    listed.bias("predictions.bias", config["vocab_size"])
    return listed


def layer(x, w, config, trace, name):
    eps, activation = config["layer_norm_eps"], ACTIVATIONS[config["hidden_act"]]
    q, k, v = (split_heads(linear(x, w, f"attention.{p}"), config["num_attention_heads"])
               for p in ("query", "key", "value"))
    mixed, weights = attention(q, k, v, 1 / math.sqrt(q.shape[-1]))
    x = layer_norm(x + linear(mixed, w, "attention.dense"), w, "attention.LayerNorm", eps)
    x = layer_norm(x + linear(activation(linear(x, w, "ffn")), w, "ffn_output"), w, "full_layer_layer_norm", eps)
    trace[name + ".self_attention.weights"] = weights
    trace[name + ".output"] = x
    return x


def run(config, weights, inputs, trace):
    w, ids, eps = weights.at("albert.embeddings"), inputs["input_ids"], config["layer_norm_eps"]
    x = w["word_embeddings.weight"][ids] + w["position_embeddings.weight"][:len(ids)]
    segments = inputs.get("token_type_ids", torch.zeros_like(ids))
    x = layer_norm(x + w["token_type_embeddings.weight"][segments], w, "LayerNorm", eps)
    x = linear(x, weights, "albert.encoder.embedding_hidden_mapping_in")
    n_layers, at = config["num_hidden_layers"], 0
    for i in range(n_layers):
        group = i * config["num_hidden_groups"] // n_layers
        for inner in range(config["inner_group_num"]):
            x = layer(x, weights.at(LAYER.format(group, inner)), config, trace, f"encoder.{at}")
            at += 1
    x = ACTIVATIONS[config["hidden_act"]](linear(x, weights, "predictions.dense"))
    x = layer_norm(x, weights, "predictions.LayerNorm", eps)
    trace["logits"] = x @ w["word_embeddings.weight"].T + weights["predictions.bias"]
