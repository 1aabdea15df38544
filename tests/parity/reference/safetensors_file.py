"""Reads and writes safetensors: 8 bytes of length, JSON header, data (source: the README of the format)."""
import json
import struct

import numpy as np
import torch

TYPES = {np.dtype("<i8"): "I64", np.dtype("<f4"): "F32", np.dtype("<f2"): "F16", np.dtype("u1"): "U8"}

WIDTHS = {"I64": 8, "F32": 4, "F16": 2, "BF16": 2, "U8": 1}


def as_stored(array, dtype):
    """(type, shape, bytes) of an array; float32 may be stored shorter as F16 or BF16."""
    array = np.ascontiguousarray(array)
    if dtype == "BF16" and array.dtype == np.float32:
        shorter = torch.from_numpy(array).to(torch.bfloat16).view(torch.int16).numpy()
        return "BF16", array.shape, shorter.tobytes()
    if dtype == "F16" and array.dtype == np.float32:
        array = array.astype(np.float16)
    return TYPES[array.dtype], array.shape, array.tobytes()


def write(path, tensors, metadata, dtype="F32"):
    """tensors: name -> array. Wider types first, then by name; the header is filled up to 8 bytes."""
    stored = {name: as_stored(array, dtype) for name, array in tensors.items()}
    order = sorted(stored, key=lambda name: (-WIDTHS[stored[name][0]], name))
    header, at = {"__metadata__": metadata}, 0
    for name in order:
        kind, shape, data = stored[name]
        header[name] = {"dtype": kind, "shape": list(shape), "data_offsets": [at, at + len(data)]}
        at += len(data)
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for name in order:
            file.write(stored[name][2])


def read(path):
    """name -> array, and the metadata. BF16 comes back as float32."""
    with open(path, "rb") as file:
        data = file.read()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + length])
    metadata = header.pop("__metadata__", {})
    types = {name: dtype for dtype, name in TYPES.items()}
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        if entry["dtype"] == "BF16":
            bits = np.frombuffer(data[begin:end], "<u2").astype(np.uint32) << 16
            array = bits.view(np.float32)
        else:
            array = np.frombuffer(data[begin:end], types[entry["dtype"]])
        tensors[name] = array.reshape(entry["shape"]).copy()
    return tensors, metadata
