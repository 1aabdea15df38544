"""The parts of tokenizer.json that the families use, as Hugging Face's converters put them together."""
import json
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
BYTE_LEVEL = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
BYTE_LEVEL_AFTER_SPLIT = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": False, "use_regex": False}
# The patterns that Llama 3 and Qwen 2 publish: digits by three, and one by one.
LLAMA3_SPLIT = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|"
                r"\s*[\r\n]+|\s+(?!\S)|\s+")
QWEN_SPLIT = LLAMA3_SPLIT.replace(r"\p{N}{1,3}", r"\p{N}")


def node(*arguments):
    command = ["node", os.path.join(HERE, "tokenizers.js"), *arguments]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def sequence(*parts, key):
    return {"type": "Sequence", key: list(parts)}


def split(pattern):
    return {"type": "Split", "pattern": {"Regex": pattern}, "behavior": "Isolated", "invert": False}


def bpe(vocab, merges, **options):
    model = {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None,
             "end_of_word_suffix": None, "fuse_unk": False, "byte_fallback": False, "ignore_merges": False}
    return {**model, **options, "vocab": vocab, "merges": [list(pair) for pair in merges]}


def word_piece(vocab):
    return {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100, "vocab": vocab}


def template(single, vocab, pair=None):
    """single: the tokens around the text "A", as in "[CLS] A [SEP]"; pair the same with "B", its segment 1."""
    def parts(pattern):
        segment, out = 0, []
        for token in pattern.split():
            segment = 1 if token == "B" else segment
            kind = "Sequence" if token in "AB" else "SpecialToken"
            out.append({kind: {"id": token, "type_id": segment}})
        return out
    special = sorted(set((single + " " + (pair or "")).split()) - {"A", "B"})
    return {"type": "TemplateProcessing", "single": parts(single), "pair": parts(pair or single + " B"),
            "special_tokens": {t: {"id": t, "ids": [vocab[t]], "tokens": [t]} for t in special}}


def added(vocab, tokens, **options):
    plain = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    return [{"id": vocab[token], "content": token, **plain, **options.get(token, {})}
            for token in sorted(tokens, key=vocab.get)]


def write(path, added_tokens, normalizer, pre_tokenizer, post_processor, decoder, model):
    """Written, read and written again by the reference, so that the file is as the package writes it."""
    whole = {"version": "1.0", "truncation": None, "padding": None, "added_tokens": added_tokens,
             "normalizer": normalizer, "pre_tokenizer": pre_tokenizer, "post_processor": post_processor,
             "decoder": decoder, "model": model}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(whole, file, ensure_ascii=False)
    node("save", path, path)
