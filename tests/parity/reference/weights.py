"""Named weights: their shapes are listed by each family, their values drawn from a seed.

The numbers are large enough that attention is far from uniform and every bias, gain and table matters: leaving
one out changes the answer visibly.
"""
import math

import numpy as np
import torch

# Half the width of the uniform distribution, and its centre.
SPREAD = {"gain": (0.5, 1.0), "bias": (0.5, 0.0), "table": (1.0, 0.0)}


class ShapeList(list):
    """(name, shape, kind) of every weight, in the order in which they are drawn."""

    def table(self, name, rows, d):
        self.append((name, (rows, d), "table"))

    def gain(self, name, d):
        self.append((name, (d,), "gain"))

    def bias(self, name, *shape):
        self.append((name, shape, "bias"))

    def norm(self, name, d):
        self.gain(name + ".weight", d)
        self.bias(name + ".bias", d)

    def linear(self, name, d_in, d_out, bias=True):
        self.append((name + ".weight", (d_out, d_in), "matrix"))
        if bias:
            self.bias(name + ".bias", d_out)

    def conv1d(self, name, d_in, d_out):
        self.append((name + ".weight", (d_in, d_out), "matrix-in-out"))
        self.bias(name + ".bias", d_out)


def spread(shape, kind):
    if kind in SPREAD:
        return SPREAD[kind]
    d_in = shape[0] if kind == "matrix-in-out" else shape[1]
    return 2.0 / math.sqrt(d_in), 0.0


def draw(shapes, seed):
    """name -> float32 array. numpy's MT19937, uniform: the same on every machine."""
    random = np.random.RandomState(seed)
    values = {}
    for name, shape, kind in shapes:
        width, centre = spread(shape, kind)
        values[name] = (random.uniform(-width, width, shape) + centre).astype(np.float32)
    return values


def rounded(values, dtype):
    """The values as they are after storing: "F32", "F16", or "BF16"."""
    if dtype == "F32":
        return values
    kind = {"F16": torch.float16, "BF16": torch.bfloat16}[dtype]
    return {name: torch.from_numpy(v).to(kind).to(torch.float32).numpy() for name, v in values.items()}


class Weights:
    """Weights in double precision, with a prefix that `at` extends: weights.at("h.0")["ln_1.weight"]."""

    def __init__(self, tensors, prefix=""):
        self.tensors, self.prefix = tensors, prefix

    @staticmethod
    def of(values):
        return Weights({name: torch.from_numpy(v).to(torch.float64) for name, v in values.items()})

    def at(self, name):
        return Weights(self.tensors, f"{self.prefix}{name}.")

    def __getitem__(self, name):
        return self.tensors[self.prefix + name]

    def __contains__(self, name):
        return self.prefix + name in self.tensors
