"""Whether the tiny models tell: a mistake in reading or computing must change the numbers that are compared.

Usage: check_telling.py FOLDER_OF_MODELS. For every model, each weight in turn is left out (a gain is 1 instead);
the answer must change by more than 0.003 of its largest number, thirty times what a comparison forgives. Fails
also if attention is uniform or one-hot, or a sequence is not 7 to 13 long.
"""
import importlib
import json
import os
import re
import sys
import zlib

import torch

import safetensors_file
from models_decoder import MODELS as decoders
from models_encoder import MODELS as encoders
from models_pair import MODELS as pairs
from weights import Weights, draw, rounded

# A key's bias adds the same to all scores of a query, so softmax forgets it, unless positions rotate the keys.
FORGOTTEN = re.compile(r"(key|k_lin|k_proj)\.bias$|pooler")


def answer(family, config, weights, reference):
    inputs = {name: torch.from_numpy(reference[name]) for name in reference if name.endswith("input_ids")}
    trace = {}
    family.run(config, weights, inputs, trace)
    return trace.get("logits", trace.get("encoder.output"))


def least_change(family, config, values, shapes, reference):
    """(change, name) of the weight whose absence changes the answer least, relative to the largest number."""
    whole = answer(family, config, Weights.of(values), reference)
    changes = []
    for name, _, kind in shapes:
        if FORGOTTEN.search(name) and not (family.__name__ == "family_llama" and "bias" in name):
            continue
        without = {**values, name: values[name] * 0 + (kind == "gain")}
        changed = answer(family, config, Weights.of(without), reference)
        changes.append((((changed - whole).abs().max() / whole.abs().max()).item(), name))
    return min(changes)


def lengths(reference):
    return sorted(len(reference[name]) for name in reference if name.endswith("input_ids"))


def check(model, root):
    config = json.load(open(os.path.join(root, model.folder, "config.json"), encoding="utf-8"))
    family = importlib.import_module(model.family)
    shapes = family.shapes(config)
    values = rounded(draw(shapes, zlib.crc32(model.folder.encode())), model.dtype)
    reference, _ = safetensors_file.read(os.path.join(root, model.folder, "reference.safetensors"))
    assert all(7 <= n <= 13 for n in lengths(reference)), (model.folder, lengths(reference))
    maps = [tensor for name, tensor in reference.items() if name.endswith(".weights")]
    top = sum(each[:, -1].max(-1).mean() for each in maps) / len(maps)
    change, name = least_change(family, config, values, shapes, reference)
    print(f"{model.folder:24} ids {str(lengths(reference)):9} largest weight of a last row {top:.2f} on average; "
          f"matters least ({change:.3f}): {name}")
    assert 0.15 < top < 0.9 and change > 0.003, model.folder


for each in [*decoders, *encoders, *pairs]:
    check(each, sys.argv[1])
