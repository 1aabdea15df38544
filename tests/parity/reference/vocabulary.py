"""Small vocabularies from text.txt by byte-pair encoding (Sennrich et al. 2016). Ties go to the pair that comes
first in the alphabet, so that every run gives the same (the trainer of the package "tokenizers" does not)."""
import re
from collections import Counter


def merge(word, pair, new):
    out, i = [], 0
    while i < len(word):
        if tuple(word[i:i + 2]) == pair:
            out.append(new)
            i += 2
        else:
            out.append(word[i])
            i += 1
    return out


def train(words, n_merges, join=lambda a, b: a + b):
    """words: lists of symbols, with repetitions. Returns the merges as (left, right, joined), most frequent first."""
    counted = Counter(tuple(word) for word in words)
    words, counts, merges = [list(word) for word in counted], list(counted.values()), []
    for _ in range(n_merges):
        pairs = Counter()
        for word, count in zip(words, counts):
            for pair in zip(word, word[1:]):
                pairs[pair] += count
        if not pairs:
            break
        left, right = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append((left, right, join(left, right)))
        words = [merge(word, (left, right), merges[-1][2]) for word in words]
    return merges


def byte_alphabet():
    """byte -> the visible character that stands for it in byte-level files (GPT-2's table)."""
    visible = [*range(33, 127), *range(161, 173), *range(174, 256)]
    table = {byte: chr(byte) for byte in visible}
    for n, byte in enumerate(sorted(set(range(256)) - set(visible))):
        table[byte] = chr(256 + n)
    return table


def byte_level(text, n_merges):
    """(pieces in GPT-2's order, merges): the 256 bytes, visible ones first, then what was merged."""
    table = byte_alphabet()
    words = re.findall(r"'(?:s|t|re|ve|m|ll|d)| ?[A-Za-z]+| ?[0-9]+| ?[^\sA-Za-z0-9]+", text)
    merges = train([[table[byte] for byte in word.encode()] for word in words], n_merges)
    return [*table.values(), *(joined for _, _, joined in merges)], [pair[:2] for pair in merges]


def word_end(text, n_merges):
    """GPT-1's: lower case, the last letter of a word carries "</w>"."""
    words = [[*word[:-1], word[-1] + "</w>"] for word in re.findall(r"[a-z]+|[^\sa-z]", text.lower())]
    letters = sorted({letter[0] for word in words for letter in word})
    merges = train(words, n_merges)
    return [*letters, *(a + "</w>" for a in letters), *(j for _, _, j in merges)], [pair[:2] for pair in merges]


def word_piece(text, n_merges):
    """BERT's: lower case, what goes on within a word begins with "##"."""
    words = [[word[0], *("##" + a for a in word[1:])] for word in re.findall(r"[a-z]+|[^\sa-z]", text.lower())]
    letters = sorted({letter.replace("##", "") for word in words for letter in word})
    merges = train(words, n_merges, join=lambda a, b: a + b.replace("##", ""))
    return [*letters, *("##" + a for a in letters), *(joined for _, _, joined in merges)]
