"""Holds the blocks and whole layers against PyTorch's own modules and other second ways to the same numbers.

Usage: check.py FOLDER_OF_MODELS. Prints the largest differences; fails where one is above what rounding explains.
"""
import json
import math
import os
import sys

import torch
from torch import nn

import safetensors_file
from blocks import attention, causal, gelu_tanh, linear, relative_bucket, rotate, split_heads
from weights import Weights

D, HEADS, N = 24, 3, 11


def report(what, ours, theirs):
    difference = (ours - theirs).abs().max().item()
    print(f"{what:58} {difference:.1e}")
    assert difference < 1e-10, what


def attention_like_torch():
    """nn.MultiheadAttention: one joint matrix for q, k, v; the weights of every head."""
    module = nn.MultiheadAttention(D, HEADS, batch_first=True, dtype=torch.float64)
    nn.init.uniform_(module.in_proj_bias)
    x, hidden = torch.randn(N, D, dtype=torch.float64), causal(N)
    theirs, their_weights = module(x[None], x[None], x[None], attn_mask=hidden, average_attn_weights=False)
    w = Weights({"in.weight": module.in_proj_weight, "in.bias": module.in_proj_bias,
                 "out.weight": module.out_proj.weight, "out.bias": module.out_proj.bias})
    q, k, v = (split_heads(part, HEADS) for part in linear(x, w, "in").chunk(3, dim=1))
    mixed, weights = attention(q, k, v, 1 / math.sqrt(D // HEADS), hidden=hidden)
    report("attention, nn.MultiheadAttention, causal", linear(mixed, w, "out"), theirs[0])
    report("its weights", weights, their_weights[0])


def torch_layer(layer, part, norms, fed):
    """state_dict of nn.TransformerEncoderLayer from q, k, v, out; two norms; two matrices."""
    state = {"self_attn.in_proj_weight": torch.cat([layer[f"{p}.weight"] for p in part[:3]]),
             "self_attn.in_proj_bias": torch.cat([layer[f"{p}.bias"] for p in part[:3]])}
    names = ("self_attn.out_proj", "norm1", "norm2", "linear1", "linear2")
    for theirs, ours in zip(names, (part[3], *norms, *fed)):
        state |= {f"{theirs}.{kind}": layer[f"{ours}.{kind}"] for kind in ("weight", "bias")}
    return state


def encoder_like_torch(root):
    """The layers of the tiny BERT (post-norm) in nn.TransformerEncoderLayer, from recorded input to output."""
    config = json.load(open(os.path.join(root, "bert-explicit-head", "config.json")))
    tensors, _ = safetensors_file.read(os.path.join(root, "bert-explicit-head", "model.safetensors"))
    trace, _ = safetensors_file.read(os.path.join(root, "bert-explicit-head", "reference.safetensors"))
    module = nn.TransformerEncoderLayer(
        config["hidden_size"], config["num_attention_heads"], config["intermediate_size"], dropout=0,
        activation=config["hidden_act"], layer_norm_eps=config["layer_norm_eps"], batch_first=True, dtype=torch.float64).train()
    at = "attention.self."
    layer = Weights.of(tensors).at("bert.encoder.layer.1")
    module.load_state_dict(torch_layer(
        layer, (at + "query", at + "key", at + "value", "attention.output.dense"),
        ("attention.output.LayerNorm", "output.LayerNorm"), ("intermediate.dense", "output.dense")))
    theirs = module(torch.from_numpy(trace["encoder.0.output"]).double()[None])[0]
    difference = (theirs - torch.from_numpy(trace["encoder.1.output"])).abs().max().item()
    print(f"{'layer 1 of tiny BERT, nn.TransformerEncoderLayer':58} {difference:.1e} (stored as float32)")
    assert difference < 1e-5


def gpt2_like_torch(root):
    """A layer of the tiny GPT-2: pre-norm, causal, tanh GELU; its matrices turned, as they are stored [in, out]."""
    tensors, _ = safetensors_file.read(os.path.join(root, "gpt2", "model.safetensors"))
    trace, _ = safetensors_file.read(os.path.join(root, "gpt2", "reference.safetensors"))
    turned = {k: v.T.copy() if v.ndim == 2 else v for k, v in tensors.items()}
    layer = Weights.of(turned).at("transformer.h.1")
    module = nn.TransformerEncoderLayer(16, 2, 64, dropout=0, activation=gelu_tanh, norm_first=True,
                                        batch_first=True, dtype=torch.float64).train()
    state = {"self_attn.in_proj_weight": layer["attn.c_attn.weight"],
             "self_attn.in_proj_bias": layer["attn.c_attn.bias"]}
    names = {"self_attn.out_proj": "attn.c_proj", "norm1": "ln_1", "norm2": "ln_2", "linear1": "mlp.c_fc",
             "linear2": "mlp.c_proj"}
    for theirs, ours in names.items():
        state |= {f"{theirs}.{kind}": layer[f"{ours}.{kind}"] for kind in ("weight", "bias")}
    module.load_state_dict(state)
    x = torch.from_numpy(trace["decoder.0.output"]).double()
    theirs = module(x[None], src_mask=causal(len(x)))[0]
    difference = (theirs - torch.from_numpy(trace["decoder.1.output"])).abs().max().item()
    print(f"{'layer 1 of tiny GPT-2, nn.TransformerEncoderLayer':58} {difference:.1e} (stored as float32)")
    assert difference < 1e-5


def rotary_like_complex_numbers():
    """Su et al. 2021: number pairs as complex numbers, turned by position times frequency."""
    x, f = torch.randn(2, N, 8, dtype=torch.float64), torch.rand(4, dtype=torch.float64)
    turn = torch.polar(torch.ones(N, 4, dtype=torch.float64), torch.arange(N)[:, None] * f)
    turned = torch.complex(x[..., :4], x[..., 4:]) * turn
    report("rotary positions, complex numbers", rotate(x, f), torch.cat([turned.real, turned.imag], -1))


def buckets_like_the_published_model():
    """32 buckets up to 128, both sides: distances 0 to 7 alone, then 8, 12, 16, 23, 32, 46, 64, 91 begin a bucket."""
    starts = [d for d in range(1, 200) if relative_bucket(-d, True, 32, 128) != relative_bucket(1 - d, True, 32, 128)]
    assert starts == [*range(1, 9), 12, 16, 23, 32, 46, 64, 91], starts
    assert relative_bucket(5, True, 32, 128) == 21 and relative_bucket(5, False, 32, 128) == 0
    print("relative buckets begin where the published ones do")


torch.manual_seed(1)
with torch.no_grad():
    attention_like_torch()
    encoder_like_torch(sys.argv[1])
    gpt2_like_torch(sys.argv[1])
    rotary_like_complex_numbers()
    buckets_like_the_published_model()
