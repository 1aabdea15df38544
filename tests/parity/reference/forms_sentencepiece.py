"""Tokenizers of SentencePiece: the model files themselves, made by Debian's spm_train, and tokenizer.json of them.

Ids of the model files come from spm_encode (and the family's mapping of them); of a tokenizer.json from the
reference tokenizer. Source of the mappings: the documentation of the families' tokenizers.
"""
import os
import shutil
import subprocess

import tokenizer_json as tj
from forms_bpe import finish
from tokenizer_form import Tokenizer, by_id, numbered, text, write_json

SPACE = "\u2581"
# A few rules instead of the usual NFKC, whose table would fill 240 kB: ligature, full-width letters, no-break space.
NORMALISE = "FB01\t66 69\nFF21\t41\nFF22\t42\n2026\t2E 2E 2E\nA0\t20\n"
MBART_LANGUAGES = ("ar_AR cs_CZ de_DE en_XX es_XX et_EE fi_FI fr_XX gu_IN hi_IN it_IT ja_XX kk_KZ ko_KR lt_LT lv_LV "
                   "my_MM ne_NP nl_XX ro_RO ru_RU si_LK tr_TR vi_VN zh_CN").split()


class Model:
    """A model trained in `scratch` under its own short name, so that no path gets into the file."""

    def __init__(self, scratch, name, corpus="text.txt", **options):
        self.path = os.path.join(scratch, name + ".model")
        with open(os.path.join(scratch, "text"), "w", encoding="utf-8") as file:
            file.write(text(corpus))
        with open(os.path.join(scratch, "rules"), "w", encoding="utf-8") as file:
            file.write(NORMALISE)
        chosen = {"input": "text", "model_prefix": name, "num_threads": 1, "character_coverage": 1.0, **options}
        if "normalization_rule_tsv" not in options:
            chosen["normalization_rule_name"] = "identity"
        self.call("spm_train", scratch, *(f"--{key}={value}" for key, value in chosen.items()))
        self.call("spm_export_vocab", scratch, f"--model={name}.model", "--output=exported")
        with open(os.path.join(scratch, "exported"), encoding="utf-8") as file:
            rows = [line.rstrip("\n").split("\t") for line in file]
        self.pieces, self.scores = [row[0] for row in rows], [float(row[1]) for row in rows]

    @staticmethod
    def call(program, folder, *arguments, given=None):
        return subprocess.run([program, *arguments], cwd=folder, check=True, capture_output=True, text=True,
                              input=given).stdout

    def encode(self, line):
        answer = self.call("spm_encode", None, f"--model={self.path}", "--output_format=id", given=line + "\n")
        return [int(word) for word in answer.split()]

    def save(self, folder, name):
        shutil.copy(self.path, os.path.join(folder, name))


def t5_model(scratch):
    return Model(scratch, "t5", vocab_size=110, pad_id=0, eos_id=1, unk_id=2, bos_id=-1,
                 normalization_rule_tsv="rules")


def t5(folder, scratch, files):
    """spiece.model; the sentinels <extra_id_N> come after it, the last first."""
    model = t5_model(scratch)
    model.save(folder, "spiece.model")
    pieces = model.pieces + [f"<extra_id_{n}>" for n in reversed(range(4))]
    write_json(folder, "tokenizer_config.json", {
        "additional_special_tokens": [f"<extra_id_{n}>" for n in range(4)], "eos_token": "</s>", "extra_ids": 4,
        "model_max_length": 512, "pad_token": "<pad>", "tokenizer_class": "T5Tokenizer", "unk_token": "<unk>"})
    return Tokenizer(pieces, lambda line: model.encode(line) + [1])


def mt5(folder, scratch, files):
    model = Model(scratch, "mt5", vocab_size=100, pad_id=0, eos_id=1, unk_id=2, bos_id=-1, byte_fallback="false")
    model.save(folder, "spiece.model")
    return Tokenizer(model.pieces, lambda line: model.encode(line) + [1])


def t5_json(folder, scratch, files):
    """The same pieces and scores as a Unigram in tokenizer.json. Its normalizer is left out: nothing to replace."""
    model = t5_model(scratch)
    vocab = numbered(model.pieces + [f"<extra_id_{n}>" for n in reversed(range(4))])
    special = ["<pad>", "</s>", "<unk>", *(f"<extra_id_{n}>" for n in range(4))]
    metaspace = {"type": "Metaspace", "replacement": SPACE, "prepend_scheme": "always", "split": True}
    scores = [[piece, score] for piece, score in zip(model.pieces, model.scores)]
    scores += [[piece, 0.0] for piece in by_id(vocab)[len(scores):]]
    return finish(folder, scratch, files, vocab, dict(
        added_tokens=tj.added(vocab, special), normalizer=None,
        pre_tokenizer=tj.sequence({"type": "WhitespaceSplit"}, metaspace, key="pretokenizers"),
        post_processor=tj.template("A </s>", vocab, "A </s> B </s>"), decoder=metaspace,
        model={"type": "Unigram", "unk_id": 2, "vocab": scores, "byte_fallback": False}))


def albert(folder, scratch, files):
    """spiece.model with the special tokens inside; text is made lower case first."""
    model = Model(scratch, "albert", vocab_size=100, pad_id=0, unk_id=1, bos_id=-1, eos_id=-1,
                  control_symbols="[CLS],[SEP],[MASK]")
    model.save(folder, "spiece.model")
    write_json(folder, "tokenizer_config.json", {
        "cls_token": "[CLS]", "do_lower_case": True, "keep_accents": False, "mask_token": "[MASK]",
        "model_max_length": 40, "pad_token": "<pad>", "remove_space": True, "sep_token": "[SEP]",
        "tokenizer_class": "AlbertTokenizer", "unk_token": "<unk>"})
    first, last = model.pieces.index("[CLS]"), model.pieces.index("[SEP]")

    def encode(line):
        return [first, *model.encode(line.lower()), last]

    def encode_pair(one, other):
        before, behind = encode(one), encode(other)[1:]
        return before + behind, [0] * len(before) + [1] * len(behind)
    return Tokenizer(model.pieces, encode, encode_pair)


def marian(folder, scratch, files):
    """Two models and one list of ids for both: a piece has the id that vocab.json gives its text."""
    source = Model(scratch, "source", vocab_size=90)
    target = Model(scratch, "target", corpus="text_fr.txt", vocab_size=90)
    source.save(folder, "source.spm")
    target.save(folder, "target.spm")
    common = dict.fromkeys(["</s>", "<unk>", *source.pieces[3:], *target.pieces[3:], "<pad>"])
    vocab = numbered(common)
    write_json(folder, "vocab.json", vocab)
    write_json(folder, "tokenizer_config.json", {
        "eos_token": "</s>", "model_max_length": 40, "pad_token": "<pad>", "separate_vocabs": False,
        "source_lang": "en", "target_lang": "fr", "tokenizer_class": "MarianTokenizer", "unk_token": "<unk>"})

    def encode(line, model=source):
        return [vocab.get(model.pieces[i], vocab["<unk>"]) for i in model.encode(line)] + [vocab["</s>"]]
    tokenizer = Tokenizer(by_id(vocab), encode)
    tokenizer.encode_target = lambda line: encode(line, target)
    return tokenizer


def mbart(folder, scratch, files):
    """fairseq's order of ids: <s> <pad> </s> <unk>, then the model's pieces from its id 3 on, one later; then the
    languages and the mask. A source ends with </s> and its language."""
    model = Model(scratch, "mbart", vocab_size=90)
    model.save(folder, "sentencepiece.bpe.model")
    pieces = ["<s>", "<pad>", "</s>", "<unk>", *model.pieces[3:], *MBART_LANGUAGES, "<mask>"]
    write_json(folder, "tokenizer_config.json", {
        "bos_token": "<s>", "cls_token": "<s>", "eos_token": "</s>", "mask_token": "<mask>",
        "model_max_length": 40, "pad_token": "<pad>", "sep_token": "</s>", "src_lang": "en_XX",
        "tgt_lang": "fr_XX", "tokenizer_class": "MBartTokenizer", "unk_token": "<unk>"})
    language = pieces.index("en_XX")
    return Tokenizer(pieces, lambda line: [i + 1 if i else 3 for i in model.encode(line)] + [2, language])


def llama_model(scratch):
    return Model(scratch, "llama", model_type="bpe", vocab_size=320, byte_fallback="true", split_digits="true")


def llama(folder, scratch, files):
    """tokenizer.model: merges by score, bytes for what is unknown; <s> first."""
    model = llama_model(scratch)
    model.save(folder, "tokenizer.model")
    write_json(folder, "tokenizer_config.json", {
        "add_bos_token": True, "add_eos_token": False, "bos_token": "<s>", "eos_token": "</s>", "legacy": False,
        "model_max_length": 48, "pad_token": None, "tokenizer_class": "LlamaTokenizer", "unk_token": "<unk>"})
    return Tokenizer(model.pieces, lambda line: [1, *model.encode(line)])


def merges_of(pieces):
    """The merges behind the pieces of a BPE model: pieces in order, each from every pair of pieces that gives it."""
    rank = numbered(pieces)
    found = []
    for piece in pieces:
        pairs = [(piece[:k], piece[k:]) for k in range(1, len(piece)) if piece[:k] in rank and piece[k:] in rank]
        found += sorted(pairs, key=lambda pair: (rank[pair[0]], rank[pair[1]]))
    return found


def llama_json(folder, scratch, files):
    """The same as tokenizer.json, as LLaMA 2 and Mistral have it: prepend and replace, bytes as fallback."""
    model = llama_model(scratch)
    vocab, ordinary = numbered(model.pieces), [p for p in model.pieces if not p.startswith("<")]
    decoder = tj.sequence(
        {"type": "Replace", "pattern": {"String": SPACE}, "content": " "}, {"type": "ByteFallback"},
        {"type": "Fuse"}, {"type": "Strip", "content": " ", "start": 1, "stop": 0}, key="decoders")
    tokenizer = finish(folder, scratch, files, vocab, dict(
        added_tokens=tj.added(vocab, ["<unk>", "<s>", "</s>"]),
        normalizer=tj.sequence({"type": "Prepend", "prepend": SPACE},
                               {"type": "Replace", "pattern": {"String": " "}, "content": SPACE}, key="normalizers"),
        pre_tokenizer=None, post_processor=tj.template("<s> A", vocab, "<s> A <s> B"), decoder=decoder,
        model=tj.bpe(vocab, merges_of(ordinary), unk_token="<unk>", fuse_unk=True, byte_fallback=True)))
    for line in text().splitlines():
        assert tokenizer.encode(line) == [1, *model.encode(line)], line
    return tokenizer
