"""What a tokenizer form gives to the maker of a model folder, and what all forms need."""
import json
import os
from dataclasses import dataclass
from typing import Callable

HERE = os.path.dirname(os.path.abspath(__file__))


@dataclass
class Tokenizer:
    pieces: list  # by id; None where an id has no piece
    encode: Callable  # text -> ids as the family's tokenizer gives them, special tokens added
    encode_pair: Callable = None  # two texts -> their ids as one, and the segment of each id

    def id(self, piece):
        return self.pieces.index(piece)

    def size(self):
        return len(self.pieces)


def text(name="text.txt"):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return file.read()


def write_json(folder, name, value):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=2)
        file.write("\n")


def write_lines(folder, name, lines):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)


def numbered(pieces):
    return {piece: i for i, piece in enumerate(pieces)}


def by_id(vocab):
    pieces = [None] * (max(vocab.values()) + 1)
    for piece, i in vocab.items():
        pieces[i] = piece
    return pieces
