"""GPT-2 small, BERT-base and the base encoder-decoder in plain PyTorch, random weights, one sequence.

A model returns its answer first, then every attention map if built with keep=True.
"""
import math

import torch
from torch import nn
from torch.nn import functional as F

SHAPES = {
    "gpt2": dict(d=768, heads=12, d_ff=3072, layers=12, vocab=50257, positions=1024),
    "bert": dict(d=768, heads=12, d_ff=3072, layers=12, vocab=30522, positions=512),
    "base": dict(d=512, heads=8, d_ff=2048, layers=6, vocab=37000, positions=512),
}


class Attention(nn.Module):
    def __init__(self, d, heads, causal=False, cross=False):
        super().__init__()
        self.heads, self.causal, self.cross = heads, causal, cross
        self.query_key_value = None if cross else nn.Linear(d, 3 * d)
        self.query = nn.Linear(d, d) if cross else None
        self.key_value = nn.Linear(d, 2 * d) if cross else None
        self.out = nn.Linear(d, d)

    def forward(self, x, memory, kept):
        joint = (self.query(x), *self.key_value(memory).chunk(2, -1)) if self.cross else \
            self.query_key_value(x).chunk(3, -1)
        q, k, v = (part.view(1, part.shape[1], self.heads, -1).transpose(1, 2) for part in joint)
        scores = q @ k.transpose(2, 3) * (1 / math.sqrt(q.shape[-1]))
        if self.causal:
            n = x.shape[1]
            scores = scores + torch.full((n, n), -math.inf).triu(1)
        weights = F.softmax(scores, -1)
        if kept is not None:
            kept.append(weights)
        return self.out((weights @ v).transpose(1, 2).reshape(x.shape))


class Layer(nn.Module):
    def __init__(self, d, heads, d_ff, causal=False, cross=False, norm_first=False, activation=F.gelu):
        super().__init__()
        self.norm_first, self.activation = norm_first, activation
        self.attention = Attention(d, heads, causal)
        self.cross = Attention(d, heads, cross=True) if cross else None
        self.norms = nn.ModuleList(nn.LayerNorm(d) for _ in range(3 if cross else 2))
        self.rise, self.fall = nn.Linear(d, d_ff), nn.Linear(d_ff, d)

    def forward(self, x, memory, kept):
        parts = [lambda y: self.attention(y, None, kept)]
        if self.cross is not None:
            parts.append(lambda y: self.cross(y, memory, kept))
        parts.append(lambda y: self.fall(self.activation(self.rise(y))))
        for norm, part in zip(self.norms, parts):
            x = x + part(norm(x)) if self.norm_first else norm(x + part(x))
        return x


class Peer(nn.Module):
    """gpt2: pre-norm, causal; bert: post-norm, with the masked-word head; base: encoder and decoder, ReLU."""

    def __init__(self, name, keep):
        super().__init__()
        s, self.name, self.keep = SHAPES[name], name, keep
        size = (s["d"], s["heads"], s["d_ff"])
        self.words, self.positions = nn.Embedding(s["vocab"], s["d"]), nn.Embedding(s["positions"], s["d"])
        kind = {"gpt2": dict(causal=True, norm_first=True, activation=lambda x: F.gelu(x, approximate="tanh")),
                "bert": {}, "base": dict(activation=F.relu)}[name]
        self.layers = nn.ModuleList(Layer(*size, **kind) for _ in range(s["layers"]))
        if name == "base":
            self.decoder = nn.ModuleList(Layer(*size, causal=True, cross=True, activation=F.relu)
                                         for _ in range(s["layers"]))
        self.norm = nn.LayerNorm(s["d"])
        self.head = nn.Linear(s["d"], s["d"]) if name == "bert" else None

    def embed(self, ids):
        x = self.words(ids) + self.positions.weight[:ids.shape[1]]
        return self.norm(x) if self.name == "bert" else x

    def forward(self, ids, target_ids=None):
        kept = [] if self.keep else None
        x = self.embed(ids)
        for layer in self.layers:
            x = layer(x, None, kept)
        if self.name == "base":
            memory, x = x, self.embed(target_ids)
            for layer in self.decoder:
                x = layer(x, memory, kept)
        if self.name == "gpt2":
            x = self.norm(x)
        if self.head is not None:
            x = self.norm(F.gelu(self.head(x)))
        return (F.linear(x, self.words.weight), *(kept or []))


def build(name, length, keep):
    """(model, inputs): seeded; base gets `length` ids on both sides."""
    torch.manual_seed(1)
    model = Peer(name, keep).eval()
    sides = 2 if name == "base" else 1
    return model, tuple(torch.randint(SHAPES[name]["vocab"], (1, length)) for _ in range(sides))
