"""Tokenizers with merges or "##" pieces, as tokenizer.json and as the older files.

Every function is called with (folder, scratch, files): `files` names which of the two forms the folder gets; ids
always come from the reference tokenizer on a tokenizer.json that says the same.
"""
import os
import shutil

import tokenizer_json as tj
import vocabulary
from tokenizer_form import Tokenizer, by_id, numbered, text, write_json, write_lines

GPT2_BYTES = 24  # merges on top of the 256 bytes: enough to see merging, few enough for a small file


def finish(folder, scratch, files, vocab, parts):
    """Writes tokenizer.json where the folder wants one, and answers with the reference behind it."""
    path = os.path.join(scratch, "tokenizer.json")
    tj.write(path, **parts)
    if "tokenizer.json" in files:
        shutil.copy(path, folder)
    return Tokenizer(by_id(vocab), lambda line: tj.node("encode", path, line)[0],
                     lambda one, other: tj.node("pair", path, one, other))


def write_bpe_files(folder, files, vocab, merges):
    if "vocab.json" in files:
        write_json(folder, "vocab.json", vocab)
        write_lines(folder, "merges.txt", ["#version: 0.2", *(" ".join(pair) for pair in merges)])


def gpt2(folder, scratch, files):
    pieces, merges = vocabulary.byte_level(text(), GPT2_BYTES)
    vocab = numbered([*pieces, "<|endoftext|>"])
    write_bpe_files(folder, files, vocab, merges)
    return finish(folder, scratch, files, vocab, dict(
        added_tokens=tj.added(vocab, ["<|endoftext|>"]), normalizer=None, pre_tokenizer=tj.BYTE_LEVEL,
        post_processor={**tj.BYTE_LEVEL, "add_prefix_space": True, "trim_offsets": False},
        decoder={**tj.BYTE_LEVEL, "add_prefix_space": True},
        model=tj.bpe(vocab, merges, continuing_subword_prefix="", end_of_word_suffix="")))


def roberta(folder, scratch, files):
    """RoBERTa's and BART's: special tokens first, the mask last."""
    pieces, merges = vocabulary.byte_level(text(), GPT2_BYTES)
    vocab = numbered(["<s>", "<pad>", "</s>", "<unk>", *pieces, "<mask>"])
    write_bpe_files(folder, files, vocab, merges)
    special = tj.added(vocab, ["<s>", "<pad>", "</s>", "<unk>", "<mask>"], **{"<mask>": {"lstrip": True}})
    return finish(folder, scratch, files, vocab, dict(
        added_tokens=special, normalizer=None, pre_tokenizer=tj.BYTE_LEVEL,
        post_processor={"type": "RobertaProcessing", "sep": ["</s>", 2], "cls": ["<s>", 0], "trim_offsets": True,
                        "add_prefix_space": False},
        decoder={**tj.BYTE_LEVEL, "add_prefix_space": True},
        model=tj.bpe(vocab, merges, continuing_subword_prefix="", end_of_word_suffix="")))


def openai_gpt(folder, scratch, files):
    pieces, merges = vocabulary.word_end(text(), 40)
    vocab = numbered(["<unk>", *pieces])
    write_bpe_files(folder, files, vocab, merges)
    return finish(folder, scratch, files, vocab, dict(
        added_tokens=tj.added(vocab, ["<unk>"]),
        normalizer={"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True,
                    "strip_accents": None, "lowercase": True},
        pre_tokenizer={"type": "BertPreTokenizer"}, post_processor=None,
        decoder={"type": "BPEDecoder", "suffix": "</w>"},
        model=tj.bpe(vocab, merges, unk_token="<unk>", continuing_subword_prefix="", end_of_word_suffix="</w>")))


def bert(folder, scratch, files):
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    vocab = numbered([*special, *vocabulary.word_piece(text(), 60)])
    if "vocab.txt" in files:
        write_lines(folder, "vocab.txt", vocab)
    return finish(folder, scratch, files, vocab, dict(
        added_tokens=tj.added(vocab, special),
        normalizer={"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True,
                    "strip_accents": None, "lowercase": True},
        pre_tokenizer={"type": "BertPreTokenizer"},
        post_processor=tj.template("[CLS] A [SEP]", vocab, "[CLS] A [SEP] B [SEP]"),
        decoder={"type": "WordPiece", "prefix": "##", "cleanup": True}, model=tj.word_piece(vocab)))


def after_split(pattern):
    return tj.sequence(tj.split(pattern), tj.BYTE_LEVEL_AFTER_SPLIT, key="pretokenizers")


def llama3(folder, scratch, files):
    pieces, merges = vocabulary.byte_level(text(), GPT2_BYTES)
    special = ["<|begin_of_text|>", "<|end_of_text|>", "<|eot_id|>"]
    vocab = numbered([*pieces, *special])
    byte_level = {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": False, "use_regex": True}
    return finish(folder, scratch, files, vocab, dict(
        added_tokens=tj.added(vocab, special), normalizer=None, pre_tokenizer=after_split(tj.LLAMA3_SPLIT),
        post_processor=tj.sequence(byte_level, tj.template("<|begin_of_text|> A", vocab,
                                                           "<|begin_of_text|> A <|begin_of_text|> B"),
                                   key="processors"),
        decoder=tj.BYTE_LEVEL, model=tj.bpe(numbered(pieces), merges, ignore_merges=True)))


def qwen(folder, scratch, files):
    """Special tokens stand in tokenizer_config.json or the added tokens, not in vocab.json."""
    pieces, merges = vocabulary.byte_level(text(), GPT2_BYTES)
    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    vocab = numbered([*pieces, *special])
    write_bpe_files(folder, files, numbered(pieces), merges)
    tokens = tj.added(vocab, special)
    write_json(folder, "tokenizer_config.json", {
        "add_prefix_space": False,
        "added_tokens_decoder": {str(t["id"]): {k: t[k] for k in t if k != "id"} for t in tokens},
        "additional_special_tokens": special[1:], "bos_token": None, "eos_token": "<|endoftext|>",
        "errors": "replace", "model_max_length": 32768, "pad_token": "<|endoftext|>",
        "tokenizer_class": "Qwen2Tokenizer", "unk_token": None})
    return finish(folder, scratch, files, vocab, dict(
        added_tokens=tokens, normalizer={"type": "NFC"}, pre_tokenizer=after_split(tj.QWEN_SPLIT),
        post_processor=tj.BYTE_LEVEL_AFTER_SPLIT, decoder=tj.BYTE_LEVEL_AFTER_SPLIT,
        model=tj.bpe(numbered(pieces), merges, continuing_subword_prefix="", end_of_word_suffix="")))


def smollm(folder, scratch, files):
    pieces, merges = vocabulary.byte_level(text(), GPT2_BYTES)
    special = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    vocab = numbered([*special, *pieces])
    digits = tj.sequence({"type": "Digits", "individual_digits": True}, tj.BYTE_LEVEL, key="pretokenizers")
    return finish(folder, scratch, files, vocab, dict(
        added_tokens=tj.added(vocab, special), normalizer=None, pre_tokenizer=digits, post_processor=None,
        decoder={**tj.BYTE_LEVEL, "add_prefix_space": True}, model=tj.bpe(vocab, merges)))
