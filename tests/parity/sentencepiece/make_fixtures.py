#!/usr/bin/python3
"""make_fixtures.py: writes expected.json beside the models in tests/data/sentencepiece: what Debian's
python3-sentencepiece 0.1.97 makes of a set of nasty texts."""
import glob
import json
import os
import sys

import sentencepiece

TEXTS = ['', ' ', '   ', '\t\n', 'The animal did not cross the street because it was too tired.',
         '  two  spaces   and tabs\t\t', '桌上的旧灯，整夜亮着。', '机の上 の\u3000ランプ', '오래된 등불이', 'Старая лампа й и\u0306',
         'المصباح القديم \ufdfa', 'המנורה', 'मेज़ क्षत्रिय', 'ตะเกียงเก่า', 'ÀÉé e\u0301 e\u0300 Å A\u030a', 'ﬁne eﬃcient ½ … ™ ¨',
         '\u1100\u1161\u11a8\u1100\u1161', 'ｶﾞｶ ＡＢＣ！，', 'a\u200bb\ufeffc\u00add', '👨\u200d👩\u200d👧 😀', 'x' + '\u0301' * 100,
         '<s> </s> <unk> <mask> <2fr> <0x41>', 'all over the world', 'éé<mask>é', '▁▁ ▁a▁', 'a\0b', 'a\u0085b\u180ec',
         '\u202eabc\u202c', 'aaaaaaaaaaaaaaaaaaaaaaaa', '0123456789 12.50 25%', '\U00020000\U0010ffff\ufffe', 'unknown ☃☃ ☃']


def main():
    folder = os.path.join(sys.path[0], '../../data/sentencepiece')
    expected = {}
    for path in sorted(glob.glob(folder + '/*.model')):
        processor = sentencepiece.SentencePieceProcessor(model_file=path)
        rows = []
        for text in TEXTS:
            ids = processor.encode(text)
            rows.append({'text': text, 'pieces': processor.encode(text, out_type=str), 'ids': ids,
                         'decoded': processor.decode(ids)})
        expected[os.path.basename(path)] = rows
    with open(folder + '/expected.json', 'w', encoding='utf-8') as file:
        json.dump(expected, file, ensure_ascii=True, indent=0)
        file.write('\n')


if __name__ == '__main__':
    main()
