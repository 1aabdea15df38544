"""Reference outputs of the bundled models, whose weights are trained, for sentences of the lesson.

Usage: make_bundled.py FOLDER     writes FOLDER/NAME.safetensors for every model of resources/models
"""
import json
import os
import sys

import torch

import family_bundled
import safetensors_file
from weights import Weights

MODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../resources/models")
STREET = ["The", "animal", "didn't", "cross", "the", "street", "because"]

# Entries of the vocabulary: what the first stack reads, and what the second one has read and written behind it.
SENTENCES = {
    "translator": (["<2fr>", *STREET, "it", "was", "too", "tired", "￭.", "</s>"],
                   ["<s>", "L'￭", "animal", "n'￭", "a", "pas", "traversé", "la", "rue"]),
    "next-word": (["<s>", *STREET, "it", "was", "too"], None),
    "gap": ([*STREET, "[MASK]", "was", "too", "tired", "￭.", "</s>"], None),
}


def write(name, folder):
    at = os.path.join(MODELS, name)
    with open(os.path.join(at, "config.json"), encoding="utf-8") as file:
        config = json.load(file)
    with open(os.path.join(at, "tokenizer.json"), encoding="utf-8") as file:
        entries = json.load(file)["entries"]
    values, _ = safetensors_file.read(os.path.join(at, "model.safetensors"))
    source, target = SENTENCES[name]
    inputs, trace = {"input_ids": torch.tensor([entries.index(entry) for entry in source])}, {}
    if target:
        inputs["decoder_input_ids"] = torch.tensor([entries.index(entry) for entry in target])
    family_bundled.run(config, Weights.of(values), inputs, trace)
    outputs = {key: tensor.to(torch.float32).numpy() for key, tensor in trace.items()}
    outputs.update({key: tensor.numpy() for key, tensor in inputs.items()})
    safetensors_file.write(os.path.join(folder, name + ".safetensors"), outputs, {})


for model in SENTENCES:
    write(model, sys.argv[1])
