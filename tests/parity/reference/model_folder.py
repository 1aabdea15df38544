"""One row of the tables of models, and how it becomes a folder of files with its reference outputs."""
import importlib
import json
import os
import shutil
import tempfile
import zlib
from dataclasses import dataclass
from typing import Callable

import numpy as np
import torch

import safetensors_file
from tokenizer_form import write_json
from weights import Weights, draw, rounded

ENCODERS = ("family_bert", "family_albert")  # that stand alone
LONGEST = 12  # ids of a first sequence: as many words of the text as fit


@dataclass
class Model:
    folder: str
    family: str  # the module that computes it
    form: Callable  # the tokenizer's form: (folder, scratch, files) -> Tokenizer
    config: Callable  # Tokenizer -> config.json
    files: tuple = ()  # tokenizer files that the form is asked for, where it has a choice
    dtype: str = "F32"
    stored_name: Callable = lambda name: name  # what the file calls a weight
    extra: Callable = lambda config, values: {}  # tensors of the file that the model does not use, or twice
    shards: int = 1
    text: str = "The bridge was wide and the river was cold."
    decoder_text: str = "The street was dark and the cat was quiet."
    pair: tuple = ("The river was cold.", "It was wide.")  # what an encoder alone also reads as two sentences


def fitting(encode, text):
    """(ids, words used) of the most words of the text that give at most LONGEST ids."""
    words = text.split(" ")
    for n in range(len(words), 0, -1):
        ids = encode(" ".join(words[:n]))
        if len(ids) <= LONGEST:
            return ids, " ".join(words[:n])
    raise ValueError(f"'{text}' gives more than {LONGEST} ids at its first word")


def started(model, tokenizer, config):
    """The decoder's ids: the start, then the text without what ends a source."""
    encode = getattr(tokenizer, "encode_target", tokenizer.encode)
    ids, text = fitting(encode, model.decoder_text)
    end = ids.index(config["eos_token_id"])
    return [config["decoder_start_token_id"], *ids[:end]], text


def computed(model, config, weights, ids, **others):
    """name -> array: inputs, attention maps, layer outputs, and the answer. others: ids that some models have."""
    inputs, trace = {"input_ids": torch.tensor(ids)}, {}
    inputs.update({name: torch.tensor(each) for name, each in others.items() if each})
    importlib.import_module(model.family).run(config, weights, inputs, trace)
    outputs = {name: tensor.to(torch.float32).numpy() for name, tensor in trace.items()}
    return {**{name: tensor.numpy() for name, tensor in inputs.items()}, **outputs}


def write_reference(path, model, config, tokenizer, weights, ids, decoder_ids, texts):
    def pieces(some):
        return json.dumps([tokenizer.pieces[i] for i in some], ensure_ascii=False)
    metadata = {"tokens": pieces(ids), **texts}
    if decoder_ids:
        metadata["decoder_tokens"] = pieces(decoder_ids)
    safetensors_file.write(path, computed(model, config, weights, ids, decoder_input_ids=decoder_ids),
                            metadata)


def write_pair(path, model, config, weights, pair):
    ids, segments = pair
    safetensors_file.write(path, computed(model, config, weights, ids, token_type_ids=segments),
                           {"text": model.pair[0], "second_text": model.pair[1]})


def write_weights(folder, model, config, values):
    stored = {model.stored_name(name): value for name, value in values.items()}
    stored.update(model.extra(config, values))
    if model.shards == 1:
        safetensors_file.write(os.path.join(folder, "model.safetensors"), stored, {"format": "pt"}, model.dtype)
        return
    names, places = list(stored), {}
    for n in range(model.shards):
        file = f"model-{n + 1:05}-of-{model.shards:05}.safetensors"
        part = names[n * len(names) // model.shards:(n + 1) * len(names) // model.shards]
        places.update({name: file for name in part})
        tensors = {name: stored[name] for name in part}
        safetensors_file.write(os.path.join(folder, file), tensors, {"format": "pt"}, model.dtype)
    size = sum(value.size for value in stored.values()) * (4 if model.dtype == "F32" else 2)
    write_json(folder, "model.safetensors.index.json",
               {"metadata": {"total_size": size}, "weight_map": dict(sorted(places.items()))})


def write_folder(model, root):
    folder = os.path.join(root, model.folder)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    with tempfile.TemporaryDirectory() as scratch:
        tokenizer = model.form(folder, scratch, model.files)
        config = model.config(tokenizer)
        ids, text = fitting(tokenizer.encode, model.text)
        decoder_ids, texts, pair = None, {"text": text}, None
        if "decoder_start_token_id" in config:
            decoder_ids, texts["decoder_text"] = started(model, tokenizer, config)
        if model.family in ENCODERS:
            pair = tokenizer.encode_pair(*model.pair)
    with open(os.path.join(folder, "config.json"), "w", encoding="utf-8") as file:
        file.write(json.dumps(config, indent=2, sort_keys=True) + "\n")
    shapes = importlib.import_module(model.family).shapes(config)
    values = rounded(draw(shapes, zlib.crc32(model.folder.encode())), model.dtype)
    write_weights(folder, model, config, values)
    weights = Weights.of(values)
    write_reference(os.path.join(folder, "reference.safetensors"), model, config, tokenizer, weights, ids,
                    decoder_ids, texts)
    one = [ids[len(ids) // 2]]  # one ordinary piece alone: attention can only look at itself
    write_reference(os.path.join(folder, "reference_single.safetensors"), model, config, tokenizer, weights, one,
                    decoder_ids and decoder_ids[:1], {})
    if pair:
        write_pair(os.path.join(folder, "reference_pair.safetensors"), model, config, weights, pair)


def without(prefix):
    """stored_name of a file that leaves the prefix out."""
    return lambda name: name[len(prefix):] if name.startswith(prefix) else name


def position_ids(name):
    """extra: the buffer of positions 0, 1, ... that older files keep."""
    return lambda config, values: {name: np.arange(config["max_position_embeddings"], dtype="<i8")[None, :]}
