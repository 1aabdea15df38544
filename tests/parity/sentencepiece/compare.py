#!/usr/bin/python3
"""compare.py PROGRAM TEXTS MODEL...: compares PROGRAM (ids_of_texts) with Debian's python3-sentencepiece on TEXTS
random texts (seed 1) for each model: ids, where each piece begins, and the decoded text."""
import random
import subprocess
import sys

import sentencepiece

BLOCKS = [(0x20, 0x7E), (0xA0, 0x17F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x45F), (0x5D0, 0x5EA),
          (0x600, 0x6FF), (0x900, 0x97F), (0xE00, 0xE5B), (0x1100, 0x11FF), (0x1E00, 0x1FFF), (0x2000, 0x206F),
          (0x2100, 0x218F), (0x2460, 0x24FF), (0x3000, 0x30FF), (0x3300, 0x33FF), (0x4E00, 0x4FFF),
          (0xAC00, 0xACFF), (0xF900, 0xFAFF), (0xFB00, 0xFDFF), (0xFE70, 0xFFEF), (0x1D400, 0x1D7FF),
          (0x1F300, 0x1F64F), (0x20000, 0x200FF)]
SPICES = [' ', '  ', '\t', '\u3000', '\u2581', '\u200b', '\u200d', '\ufeff', '\u0085', '\u180e', '\0', '\r', '\n',
          '<s>', '</s>', '<unk>', '<mask>', '<2fr>', '<0x41>', 'over the', '\u00bd', '\ufb01', '\u00a8', '\u2026',
          '\ufdfa', '\U0001f468\u200d\U0001f469\u200d\U0001f467', '\u0301' * 40, 'aaaaaaaa', '0123', '\ufffd']


def random_text(source, words):
    parts = []
    for _ in range(source.randint(0, 12)):
        kind = source.random()
        if kind < 0.45:
            parts.append(source.choice(words) + source.choice([' ', ' ', '', '  ']))
        elif kind < 0.65:
            parts.append(source.choice(SPICES))
        else:
            low, high = source.choice(BLOCKS)
            parts.append(''.join(chr(source.randint(low, high)) for _ in range(source.randint(1, 5))))
    text = ''.join(parts).encode()
    if source.random() < 0.1 and text:
        place = source.randrange(len(text))
        text = text[:place] + bytes([source.randint(0x80, 0xFF)]) + text[place:]
    return text


def main():
    program, count, models = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    corpus = sys.path[0] + '/../../data/sentencepiece/corpus.txt'
    with open(corpus, encoding='utf-8') as file:
        words = file.read().split()
    source = random.Random(1)
    texts = [random_text(source, words) for _ in range(count)]
    package = b''.join(b'%d\n%b' % (len(text), text) for text in texts)
    failed = False
    for model in models:
        processor = sentencepiece.SentencePieceProcessor(model_file=model)
        run = subprocess.run([program, model], input=package, stdout=subprocess.PIPE, check=True)
        wrong = {'ids': 0, 'begins': 0, 'text': 0}
        for text, line in zip(texts, run.stdout.decode().split('\n')):
            ours, decoded = line.split('|')
            ours = [tuple(map(int, token.split(':'))) for token in ours.split()]
            checks = {'ids': [token[0] for token in ours] != processor.encode(text)}
            # The reference crashes where it counts the characters of invalid text.
            if is_valid(text) and not checks['ids']:
                pieces = processor.encode(text, out_type='immutable_proto').pieces
                places = character_places(text)
                checks['begins'] = [places[token[1]] for token in ours] != [piece.begin for piece in pieces]
            checks['text'] = bytes.fromhex(' '.join(byte.zfill(2) for byte in decoded.split())).decode() != \
                processor.decode([token[0] for token in ours])
            for name, is_wrong in checks.items():
                wrong[name] += is_wrong
                if is_wrong and wrong[name] <= 3:
                    print(model, name, text, ours, processor.encode(text))
        print(f'{model}: {count} texts, different: {wrong}')
        failed = failed or any(wrong.values())
    sys.exit(failed)


def is_valid(text):
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True


def character_places(text):
    """Per byte how many characters begin before it."""
    places, count = [], 0
    for byte in text:
        if byte & 0xC0 != 0x80:
            count += 1
        places.append(count - 1)
    return places + [count]


if __name__ == '__main__':
    main()
