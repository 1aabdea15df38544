// Texts that tokenizers stumble over, the same for the same seed, of characters up to Unicode 15.

// Characters of Unicode 15.1 to 17, which Node may know: Glassformer and its peers have tables of different age.
const newer = new RegExp('^[' + [
    String.raw`\u{88f}\u{897}\u{c5c}\u{cdc}\u{1acf}-\u{1add}\u{1ae0}-\u{1aeb}\u{1b4e}-\u{1b4f}\u{1b7f}\u{1c89}-\u{1c8a}`,
    String.raw`\u{20c1}\u{2427}-\u{2429}\u{2b96}\u{2ffc}-\u{2fff}\u{31e4}-\u{31e5}\u{31ef}\u{a7cb}-\u{a7cf}\u{a7d2}`,
    String.raw`\u{a7d4}\u{a7da}-\u{a7dc}\u{a7f1}\u{fbc3}-\u{fbd2}\u{fd90}-\u{fd91}\u{fdc8}-\u{fdce}\u{105c0}-\u{105f3}`,
    String.raw`\u{10940}-\u{10959}\u{10d40}-\u{10d65}\u{10d69}-\u{10d85}\u{10d8e}-\u{10d8f}\u{10ec2}-\u{10ec7}`,
    String.raw`\u{10ed0}-\u{10ed8}\u{10efa}-\u{10efc}\u{11380}-\u{11389}\u{1138b}\u{1138e}\u{11390}-\u{113b5}`,
    String.raw`\u{113b7}-\u{113c0}\u{113c2}\u{113c5}\u{113c7}-\u{113ca}\u{113cc}-\u{113d5}\u{113d7}-\u{113d8}`,
    String.raw`\u{113e1}-\u{113e2}\u{116d0}-\u{116e3}\u{11b60}-\u{11b67}\u{11bc0}-\u{11be1}\u{11bf0}-\u{11bf9}`,
    String.raw`\u{11db0}-\u{11ddb}\u{11de0}-\u{11de9}\u{11f5a}\u{13460}-\u{143fa}\u{16100}-\u{16139}\u{16d40}-\u{16d79}`,
    String.raw`\u{16ea0}-\u{16eb8}\u{16ebb}-\u{16ed3}\u{16ff2}-\u{16ff6}\u{187f8}-\u{187ff}\u{18cff}\u{18d09}-\u{18d1e}`,
    String.raw`\u{18d80}-\u{18df2}\u{1cc00}-\u{1ccfc}\u{1cd00}-\u{1ceb3}\u{1ceba}-\u{1ced0}\u{1cee0}-\u{1cef0}`,
    String.raw`\u{1e5d0}-\u{1e5fa}\u{1e5ff}\u{1e6c0}-\u{1e6de}\u{1e6e0}-\u{1e6f5}\u{1e6fe}-\u{1e6ff}\u{1f6d8}`,
    String.raw`\u{1f777}-\u{1f77a}\u{1f8b2}-\u{1f8bb}\u{1f8c0}-\u{1f8c1}\u{1f8d0}-\u{1f8d8}\u{1fa54}-\u{1fa57}`,
    String.raw`\u{1fa89}-\u{1fa8a}\u{1fa8e}-\u{1fa8f}\u{1fabe}\u{1fac6}\u{1fac8}\u{1facd}\u{1fadc}\u{1fadf}`,
    String.raw`\u{1fae9}-\u{1faea}\u{1faef}\u{1fbcb}-\u{1fbef}\u{1fbfa}\u{2b73a}-\u{2b73f}\u{2cea2}-\u{2cead}`,
    String.raw`\u{2ebf0}-\u{2ee5d}\u{323b0}-\u{33479}`,
].join('') + ']$', 'u');

const isKnown = text => /\p{Assigned}/u.test(text) && !/[\p{Co}\p{Cs}]/u.test(text) && !newer.test(text);

/** Numbers from 0 to below n, from a 32-bit linear congruential generator. */
function generator(seed) {
    let state = (seed * 2654435761 + 1) >>> 0;
    return n => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor(state / 4294967296 * n);
    };
}

const words = [
    'the', ' the', 'The', 'Hello', 'world', "didn't", "WE'LL", "I'M", "they've", "'s", "'ſ", 'naïve', 'café',
    'cafe\u0301', 'ﬁne', 'Ångström', 'İstanbul', 'ΟΔΥΣΣΕΥΣ', 'Привет', 'мир', 'ёлка', '你好', '世界', '東京', 'カタカナ',
    'ｶﾀｶﾅ', '한국어', '\u1112\u1161\u11ab', 'שלום', 'مرحبا', 'हिन्दी', 'ไทย', 'ქართული', 'ሰላም', '🙂', '👩‍👩‍👧‍👦', '🇫🇷', '👍🏽',
    '1', '12', '123', '12345', '3.14', '½', 'Ⅳ', '②', '٣', '$5.00', 'a_b', 'fooBar', 'HTTPServer', 'x²',
    'https://example.org/?a=1&b=2', 'e\u0301\u0327', 'Z\u0351\u036b\u0343', '\u0301', 'ß', 'ẞ', 'ǅ', 'ʰ', 'ª', '\ufdfa',
    '<s>', '</s>', '<unk>', '[MASK]', '[CLS]', '[UNK]', '<|endoftext|>', '<|im_start|>', '<0x41>', '▁', 'Ġ', '##ing', '</w>',
];
const separators = [
    ' ', ' ', ' ', '', '  ', '   ', '\n', '\n\n', '\r\n', '\t', ' \n ', '\u00a0', '\u3000', '\u2009', '\u200b', '\u200d', '\ufeff',
    '\u0085', '\u180e', '\u202e', '.', ',', '!', '?!', '...', ' - ', '—', "'", '"', '(', ')', '/', '//', '#', '@', '+', '=', '|', '~', '\0', '\u0007', '。', '、', '！', '«', '»',
];

/** A character of Unicode 15. */
function anyCharacter(random) {
    for (;;) {
        const code = [0x80, 0x250, 0x3000, 0x10000, 0x20000][random(5)] + random([0x1d0, 0x2db0, 0xcfff, 0xffff, 0xa6df][random(5)]);
        if (code >= 0xd800 && code <= 0xdfff) continue;
        const text = String.fromCodePoint(code);
        if (isKnown(text)) return text;
    }
}

export function nastyTexts(seed, count) {
    const random = generator(seed);
    const texts = ['', ' ', '   ', '\n', 'a', ' a', 'a ', ...words];
    texts.push('a'.repeat(3000), ' '.repeat(3000), 'é'.repeat(200), 'e' + '\u0301'.repeat(1000), 'ab'.repeat(100));
    while (texts.length < count) {
        let text = '';
        for (let n = 1 + random(12); n > 0; --n) {
            text += random(8) === 0 ? anyCharacter(random) : words[random(words.length)];
            text += separators[random(separators.length)];
        }
        texts.push(text);
    }
    return texts;
}

const parts = ['the animal', 'was tired', 'The', 'street', 'it', "didn't cross", '``too', "''", '9,9', '1,000', 'école', 'É', '你好', '!', '?', 'NEWs', 'renewed', 'User', 'users', 'Ending'];
const marks = ['</s>', '<s>', '<pad>', '<unk>', '<mask>', '[MASK]', '[CLS]', '[E1]', '<extra_id_0>', '<extra_id_99>', 'en_XX', 'fr_XX', 'sl_SI', 'animal', 'user', 'new', 'ing'];
const leftOut = ['\u0001', '\u0001 ', '\u0001\u0002', '\ufeff', '\u200b', '\0', '\u00ad', '\u0301', ' \u0001'];

/** Words with special and added tokens in between, touching or not; some begin with what tokenizers leave out. */
export function markedTexts(seed, count) {
    const random = generator(seed);
    const texts = new Set(['the animal</s>was tired', 'the <pad> animal', 'User and user', '\u0001the animal']);
    while (texts.size < count) {
        let text = random(8) ? '' : leftOut[random(leftOut.length)];
        for (let n = 1 + random(5); n > 0; --n)
            text += (random(2) ? parts[random(parts.length)] : marks[random(marks.length)]) + ['', ' ', ' ', '  '][random(4)];
        texts.add(text);
    }
    return [...texts];
}

let characters;

/** Every character of Unicode 15 between two letters; of letters without case every seventh. */
export function allCharacters() {
    if (!characters) {
        characters = [];
        for (let code = 0; code < 0xf0000; ++code) {
            const text = String.fromCodePoint(code);
            if (isKnown(text) && (code % 7 === 0 || !/\p{Lo}/u.test(text))) characters.push(`a${text}b`);
        }
    }
    return characters;
}
