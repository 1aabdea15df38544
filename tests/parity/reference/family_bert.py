"""BERT, RoBERTa, ERNIE, DistilBERT: encoder-only, learned positions, norm after each half of a layer.

Devlin et al. 2019; Liu et al. 2019 (RoBERTa: positions begin after the padding id); Sun et al. 2020 (ERNIE 2.0:
a table for the task, task 0 here); Sanh et al. 2019 (DistilBERT: other names, no segments).
The second of two sentences has row 1 of the segment table. Without a masked-word head the answer is the last
layer's output.
"""
import math

import torch

from blocks import ACTIVATIONS, attention, layer_norm, linear, split_heads
from weights import ShapeList

PREFIX = {"bert": "bert", "roberta": "roberta", "ernie": "ernie", "distilbert": "distilbert"}

# What a part of a layer is called: BERT and those after it; DistilBERT.
BERT_LAYER = {
    "stack": "encoder.layer", "query": "attention.self.query", "key": "attention.self.key",
    "value": "attention.self.value", "mix": "attention.output.dense", "norm_1": "attention.output.LayerNorm",
    "rise": "intermediate.dense", "fall": "output.dense", "norm_2": "output.LayerNorm",
}
DISTIL_LAYER = {
    "stack": "transformer.layer", "query": "attention.q_lin", "key": "attention.k_lin",
    "value": "attention.v_lin", "mix": "attention.out_lin", "norm_1": "sa_layer_norm",
    "rise": "ffn.lin1", "fall": "ffn.lin2", "norm_2": "output_layer_norm",
}
# The masked-word head: dense, norm, output bias (the output matrix is the word table).
BERT_HEAD = ("cls.predictions.transform.dense", "cls.predictions.transform.LayerNorm", "cls.predictions.bias")
HEADS = {
    "bert": BERT_HEAD,
    "ernie": BERT_HEAD,
    "roberta": ("lm_head.dense", "lm_head.layer_norm", "lm_head.bias"),
    "distilbert": ("vocab_transform", "vocab_layer_norm", "vocab_projector.bias"),
}


def sizes(config):
    """d_model, heads, d_ff, layers, activation, epsilon under the names of the family."""
    if config["model_type"] == "distilbert":
        return (config["dim"], config["n_heads"], config["hidden_dim"], config["n_layers"],
                config["activation"], 1e-12)
    return (config["hidden_size"], config["num_attention_heads"], config["intermediate_size"],
            config["num_hidden_layers"], config["hidden_act"], config["layer_norm_eps"])


def has_head(config):
    return config["architectures"][0].endswith("ForMaskedLM")


def layer_names(config):
    return DISTIL_LAYER if config["model_type"] == "distilbert" else BERT_LAYER


def shapes(config):
    d, _, d_ff, n_layers, _, _ = sizes(config)
    family, part, listed = config["model_type"], layer_names(config), ShapeList()
    top = PREFIX[family] + "."
    listed.table(top + "embeddings.word_embeddings.weight", config["vocab_size"], d)
    listed.table(top + "embeddings.position_embeddings.weight", config["max_position_embeddings"], d)
    if family != "distilbert":
        listed.table(top + "embeddings.token_type_embeddings.weight", config["type_vocab_size"], d)
    if config.get("use_task_id"):
        listed.table(top + "embeddings.task_type_embeddings.weight", config["task_type_vocab_size"], d)
    listed.norm(top + "embeddings.LayerNorm", d)
    for i in range(n_layers):
        at = f"{top}{part['stack']}.{i}."
        for name in ("query", "key", "value", "mix"):
            listed.linear(at + part[name], d, d)
        listed.norm(at + part["norm_1"], d)
        listed.linear(at + part["rise"], d, d_ff)
        listed.linear(at + part["fall"], d_ff, d)
        listed.norm(at + part["norm_2"], d)
    if has_head(config):
        dense, norm, bias = HEADS[family]
        listed.linear(dense, d, d)
        listed.norm(norm, d)
        listed.bias(bias, config["vocab_size"])
    else:
        listed.linear(top + "pooler.dense", d, d)
    return listed


def embed(config, w, inputs, eps):
    family, ids = config["model_type"], inputs["input_ids"]
    first = config["pad_token_id"] + 1 if family == "roberta" else 0
    x = w["word_embeddings.weight"][ids] + w["position_embeddings.weight"][first:first + len(ids)]
    if "token_type_embeddings.weight" in w:
        x = x + w["token_type_embeddings.weight"][inputs.get("token_type_ids", torch.zeros_like(ids))]
    if "task_type_embeddings.weight" in w:
        x = x + w["task_type_embeddings.weight"][0]
    return layer_norm(x, w, "LayerNorm", eps)


def layer(x, w, part, n_heads, activation, eps, trace, name):
    q, k, v = (split_heads(linear(x, w, part[p]), n_heads) for p in ("query", "key", "value"))
    mixed, weights = attention(q, k, v, 1 / math.sqrt(q.shape[-1]))
    x = layer_norm(x + linear(mixed, w, part["mix"]), w, part["norm_1"], eps)
    inner = activation(linear(x, w, part["rise"]))
    x = layer_norm(x + linear(inner, w, part["fall"]), w, part["norm_2"], eps)
    trace[name + ".self_attention.weights"] = weights
    trace[name + ".output"] = x
    return x


def run(config, weights, inputs, trace):
    _, n_heads, _, n_layers, activation_name, eps = sizes(config)
    family, part, activation = config["model_type"], layer_names(config), ACTIVATIONS[activation_name]
    w = weights.at(PREFIX[family])
    x = embed(config, w.at("embeddings"), inputs, eps)
    for i in range(n_layers):
        x = layer(x, w.at(f"{part['stack']}.{i}"), part, n_heads, activation, eps, trace, f"encoder.{i}")
    if not has_head(config):
        trace["encoder.output"] = x
        return
    dense, norm, bias = HEADS[family]
    # RoBERTa's head has always had the exact GELU, whatever the layers have.
    head_activation = ACTIVATIONS["gelu"] if family == "roberta" else activation
    x = layer_norm(head_activation(linear(x, weights, dense)), weights, norm, eps)
    trace["logits"] = x @ w["embeddings.word_embeddings.weight"].T + weights[bias]
