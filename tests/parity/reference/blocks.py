"""The parts that all families are made of, in double precision on plain tensors: one sequence, no batch.

Letters in shapes: n positions, m positions looked at, d width, H heads, e width of a head.
Sources: Vaswani et al. 2017; Ba et al. 2016 (layer norm); Zhang & Sennrich 2019 (RMS norm); Hendrycks & Gimpel
2016 (GELU); Raffel et al. 2020 (relative bias); Su et al. 2021 (rotary); Ainslie et al. 2023 (grouped heads).
"""
import math

import torch


def linear(x, weights, name):
    """x W^T + b with W stored [out, in]; no bias where the file has none."""
    y = x @ weights[name + ".weight"].T
    return y + weights[name + ".bias"] if name + ".bias" in weights else y


def conv1d(x, weights, name):
    """x W + b with W stored [in, out], the habit of the GPT files."""
    return x @ weights[name + ".weight"] + weights[name + ".bias"]


def layer_norm(x, weights, name, eps):
    centred = x - x.mean(-1, keepdim=True)
    variance = (centred * centred).mean(-1, keepdim=True)
    return centred / torch.sqrt(variance + eps) * weights[name + ".weight"] + weights[name + ".bias"]


def rms_norm(x, gain, eps):
    return x / torch.sqrt((x * x).mean(-1, keepdim=True) + eps) * gain


def gelu(x):
    return x * 0.5 * (1 + torch.erf(x / math.sqrt(2)))


def gelu_tanh(x):
    return 0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x ** 3)))


def silu(x):
    return x / (1 + torch.exp(-x))


ACTIVATIONS = {
    "gelu": gelu,
    "gelu_new": gelu_tanh,
    "gelu_pytorch_tanh": gelu_tanh,
    "relu": lambda x: x.clamp(min=0),
    "silu": silu,
    "swish": silu,
}


def split_heads(x, n_heads):
    """[n, H * e] to [H, n, e]."""
    n, width = x.shape
    return x.reshape(n, n_heads, width // n_heads).transpose(0, 1)


def attention(query, key, value, scale, bias=None, hidden=None):
    """All heads at once.

    query [H, n, e]; key, value [H, m, e]; bias [H, n, m] is added to the scaled scores; hidden [n, m] is true
    where a query must not look. Returns the mix [n, H * e] and the weights [H, n, m].
    """
    scores = query @ key.transpose(1, 2) * scale
    if bias is not None:
        scores = scores + bias
    if hidden is not None:
        scores = scores.masked_fill(hidden, -math.inf)
    exponentials = torch.exp(scores - scores.max(-1, keepdim=True).values)
    weights = exponentials / exponentials.sum(-1, keepdim=True)
    mixed = weights @ value
    return mixed.transpose(0, 1).reshape(mixed.shape[1], -1), weights


def causal(n, window=None):
    """True where position i must not see position j: j later than i, or not among the last `window` up to i."""
    i, j = torch.arange(n)[:, None], torch.arange(n)[None, :]
    hidden = j > i
    return hidden if window is None else hidden | (j <= i - window)


def sinusoids(n, d):
    """Sines in the first half of the columns, cosines in the second (not interleaved)."""
    angle = torch.arange(n, dtype=torch.float64)[:, None] / 10000 ** (torch.arange(0, d, 2, dtype=torch.float64) / d)
    return torch.cat([torch.sin(angle), torch.cos(angle)], dim=1)


def relative_bucket(offset, both_sides, n_buckets, max_distance):
    """The bucket of one offset, key position minus query position.

    Near offsets have a bucket each; farther ones share, in logarithmic steps, up to max_distance. With both
    sides, the upper half of the buckets is for keys to the right; else those count as distance 0.
    """
    first = 0
    if both_sides:
        n_buckets //= 2
        first = n_buckets if offset > 0 else 0
        distance = abs(offset)
    else:
        distance = max(-offset, 0)
    exact = n_buckets // 2
    if distance < exact:
        return first + distance
    step = math.log(distance / exact) / math.log(max_distance / exact) * (n_buckets - exact)
    return first + min(exact + int(step), n_buckets - 1)


def relative_bias(table, n, m, both_sides, max_distance):
    """[H, n, m] from a table [buckets, H]."""
    buckets = [[relative_bucket(j - i, both_sides, len(table), max_distance) for j in range(m)] for i in range(n)]
    return table[torch.tensor(buckets)].permute(2, 0, 1)


def rotate(x, frequencies):
    """Rotary positions: x [H, n, e]; number i turns together with number i + e/2 by position * frequency i."""
    half = x.shape[-1] // 2
    angle = torch.arange(x.shape[1], dtype=torch.float64)[:, None] * frequencies
    cos, sin = torch.cos(angle), torch.sin(angle)
    a, b = x[..., :half], x[..., half:]
    return torch.cat([a * cos - b * sin, b * cos + a * sin], dim=-1)
