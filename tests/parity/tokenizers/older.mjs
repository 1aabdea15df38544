// node older.mjs PROGRAM SEED COUNT TESTS [FOLDER]: what Glassformer makes of tokenizers without tokenizer.json, beside the reference
// library with the tokenizer.json that transformers (convert_slow_tokenizer.py) makes of the same files; see README.md.
// With a folder, the answers of the reference are written there too.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markedTexts } from './nasty_texts.mjs';
import { charsmapOf, keepingSpaces, piecesOf } from './sentence_piece_model.mjs';

const { Tokenizer } = createRequire(import.meta.url)('tokenizers');
const [program, seed, count, tests, fixtures] = process.argv.slice(2);
const models = join(tests, 'data/models');

const special = (content, more = {}) => ({ content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true, ...more });
const template = (before, after, idOf) => ({
    type: 'TemplateProcessing',
    single: [...before, null, ...after].map(id => id === null ? { Sequence: { id: 'A', type_id: 0 } } : { SpecialToken: { id, type_id: 0 } }),
    pair: [{ Sequence: { id: 'A', type_id: 0 } }, { Sequence: { id: 'B', type_id: 1 } }],
    special_tokens: Object.fromEntries([...before, ...after].map(id => [id, { id, ids: [idOf(id)], tokens: [id] }])),
});
const sequence = (...normalizers) => ({ type: 'Sequence', normalizers });
const replace = (pattern, content) => ({ type: 'Replace', pattern, content });
const metaspace = (prepend_scheme, split = true) => ({ type: 'Metaspace', replacement: '▁', prepend_scheme, split });

/** SpmConverter: a unigram model of the pieces, its own table of replacements, marks for spaces. */
function unigram({ vocab, unk_id, charsmap, normalizers, scheme, before, after, tokens }) {
    const idOf = content => {
        const place = vocab.findIndex(([piece]) => piece === content);
        return place >= 0 ? place : vocab.length + tokens.filter(token => !vocab.some(([piece]) => piece === token.content)).findIndex(token => token.content === content);
    };
    const table = charsmap ? [{ type: 'Precompiled', precompiled_charsmap: charsmap }] : [];
    return {
        version: '1.0', truncation: null, padding: null,
        added_tokens: tokens.map(token => ({ ...token, id: idOf(token.content) })),
        normalizer: sequence(...normalizers(table)), pre_tokenizer: metaspace(scheme), decoder: metaspace(scheme),
        post_processor: template(before, after, idOf), model: { type: 'Unigram', unk_id, vocab, byte_fallback: false },
    };
}

const usual = table => [...table, { type: 'Strip', strip_left: false, strip_right: true }, replace({ Regex: ' {2,}' }, '▁')];

function t5(folder, legacy) {
    const model = readFileSync(join(models, folder, 'spiece.model'));
    const gaps = [...Array(100).keys()].reverse().map(i => `<extra_id_${i}>`);
    return unigram({
        vocab: [...piecesOf(model).map(({ piece, score }) => [piece, score]), ...gaps.map(gap => [gap, 0])], unk_id: 2, charsmap: charsmapOf(model),
        normalizers: usual, scheme: legacy ? 'always' : 'first', before: [], after: ['</s>'],
        tokens: [...['</s>', '<unk>', '<pad>', ...gaps].map(content => special(content)), special('[E1]')],
    });
}

function albert() {
    const model = readFileSync(join(models, 'albert/spiece.model'));
    const vocab = piecesOf(model).map(({ piece, score }) => [piece, /[0-9],$/.test(piece) ? score - 100 : score]);
    const clean = table => [replace({ Regex: String.raw`\s+` }, ' '), { type: 'Strip', strip_left: true, strip_right: true }, replace({ String: '``' }, '"'), replace({ String: "''" }, '"'), { type: 'NFKD' }, { type: 'StripAccents' }, { type: 'Lowercase' }, ...table, replace({ Regex: ' {2,}' }, ' ')];
    return unigram({
        vocab, unk_id: vocab.findIndex(([piece]) => piece === '<unk>'), charsmap: charsmapOf(model), normalizers: clean, scheme: 'always', before: ['[CLS]'], after: ['[SEP]'],
        tokens: [...['[CLS]', '[SEP]', '<unk>', '<pad>'].map(content => special(content)), special('[MASK]', { lstrip: true })],
    });
}

const languages = ('ar_AR cs_CZ de_DE en_XX es_XX et_EE fi_FI fr_XX gu_IN hi_IN it_IT ja_XX kk_KZ ko_KR lt_LT lv_LV my_MM ne_NP nl_XX ro_RO ru_RU si_LK tr_TR vi_VN zh_CN '
    + 'af_ZA az_AZ bn_IN fa_IR he_IL hr_HR id_ID ka_GE km_KH mk_MK ml_IN mn_MN mr_IN pl_PL ps_AF pt_XX sv_SE sw_KE ta_IN te_IN th_TH tl_XX uk_UA ur_PK xh_ZA gl_ES sl_SI').split(' ');

function mbart(is50) {
    const model = readFileSync(join(models, 'mbart/sentencepiece.bpe.model'));
    const spoken = is50 ? languages : languages.slice(0, 25);
    return unigram({
        vocab: [['<s>', 0], ['<pad>', 0], ['</s>', 0], ['<unk>', 0], ...piecesOf(model).slice(3).map(({ piece, score }) => [piece, score]), ...spoken.map(code => [code, 0]), ['<mask>', 0]],
        unk_id: 3, charsmap: charsmapOf(model), normalizers: usual, scheme: 'always', before: is50 ? ['en_XX'] : [], after: is50 ? ['</s>'] : ['</s>', 'en_XX'],
        tokens: [...['<s>', '<pad>', '</s>', '<unk>', ...spoken].map(content => special(content)), special('<mask>', { lstrip: true })],
    });
}

/** Every pair of pieces that makes a piece, in the order of the scores. */
function mergesOf(vocab, pieces) {
    const merges = [];
    for (const { piece, score } of pieces) {
        const local = [];
        const characters = [...piece];
        for (let i = 1; i < characters.length; ++i) {
            const pair = [characters.slice(0, i).join(''), characters.slice(i).join('')];
            if (pair.every(part => part in vocab)) local.push({ pair, score });
        }
        merges.push(...local.sort((one, other) => vocab[one.pair[0]] - vocab[other.pair[0]] || vocab[one.pair[1]] - vocab[other.pair[1]]));
    }
    return merges.sort((one, other) => other.score - one.score).map(({ pair }) => pair);
}

function llama({ legacy, before, after, more }) {
    const pieces = piecesOf(readFileSync(join(models, 'llama/tokenizer.model')));
    const vocab = Object.fromEntries(pieces.map(({ piece }, id) => [piece, id]));
    const tokens = [...['<unk>', '<s>', '</s>'].map(content => special(content)), ...more];
    const idOf = content => vocab[content] ?? pieces.length + more.findIndex(token => token.content === content);
    const decoders = [replace({ String: '▁' }, ' '), { type: 'ByteFallback' }, { type: 'Fuse' }, { type: 'Strip', content: ' ', start: 1, stop: 0 }];
    return {
        version: '1.0', truncation: null, padding: null, added_tokens: tokens.map(token => ({ ...token, id: idOf(token.content) })),
        normalizer: legacy ? sequence({ type: 'Prepend', prepend: '▁' }, replace({ String: ' ' }, '▁')) : null,
        pre_tokenizer: legacy ? null : metaspace('first', false), decoder: { type: 'Sequence', decoders }, post_processor: template(before, after, idOf),
        model: { type: 'BPE', dropout: null, unk_token: '<unk>', continuing_subword_prefix: null, end_of_word_suffix: null, fuse_unk: true, byte_fallback: true, vocab, merges: mergesOf(vocab, pieces) },
    };
}

/** BertConverter: vocab.txt, one entry a line; an empty line is an id. */
function bert(lines, more, lowercase) {
    const vocab = Object.fromEntries(lines.map((line, id) => [line || `[empty ${id}]`, id]));
    const tokens = [...['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'].filter(content => content in vocab).map(content => special(content)), ...more];
    const idOf = content => vocab[content] ?? lines.length + more.filter(token => !(token.content in vocab)).findIndex(token => token.content === content);
    return {
        version: '1.0', truncation: null, padding: null, added_tokens: tokens.map(token => ({ ...token, id: idOf(token.content) })),
        normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase },
        pre_tokenizer: { type: 'BertPreTokenizer' }, decoder: { type: 'WordPiece', prefix: '##', cleanup: true }, post_processor: template(['[CLS]'], ['[SEP]'], idOf),
        model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100, vocab },
    };
}

const bertLines = [...readFileSync(join(models, 'ernie/vocab.txt'), 'utf8').trimEnd().split('\n'), '', '', 'last'];
const llamaModel = keepingSpaces(readFileSync(join(models, 'llama/tokenizer.model')));
const llamaSize = piecesOf(llamaModel).length;
const llamaFiles = { from: 'llama', config: { tokenizer_class: 'LlamaTokenizer', bos_token: '<s>', eos_token: '</s>', unk_token: '<unk>' } };
const cases = [
    { name: 't5', from: 't5', files: { 'special_tokens_map.json': { additional_special_tokens: ['[E1]'] } }, config: {}, json: t5('t5', true) },
    { name: 't5, not legacy', from: 't5', files: { 'special_tokens_map.json': { additional_special_tokens: ['[E1]'] } }, config: { legacy: false }, json: t5('t5', false) },
    { name: 'albert', from: 'albert', config: { tokenizer_class: 'AlbertTokenizer' }, json: albert() },
    { name: 'mbart', from: 'mbart', config: { tokenizer_class: 'MBartTokenizer', src_lang: 'en_XX' }, json: mbart(false) },
    { name: 'mbart-50', from: 'mbart', config: { tokenizer_class: 'MBart50Tokenizer', src_lang: 'en_XX' }, json: mbart(true) },
    {
        name: 'bert with markers and empty lines', from: 'ernie', config: { do_lower_case: true, tokenizer_class: 'BertTokenizer' },
        files: { 'special_tokens_map.json': { additional_special_tokens: ['[E1]'] }, 'added_tokens.json': { animal: bertLines.length, '[E1]': bertLines.length + 1 } }, lines: bertLines,
        json: bert(bertLines, [special('animal', { special: false, normalized: true }), special('[E1]')], true),
    },
    {
        name: 'bert, cased', from: 'ernie', config: { do_lower_case: false, cls_token: '[CLS]', additional_special_tokens: ['fr_XX', 'it'] }, lines: bertLines,
        json: bert(bertLines, [special('fr_XX'), special('it')], false),
    },
    { ...llamaFiles, name: 'llama', json: llama({ legacy: true, before: ['<s>'], after: [], more: [] }) },
    {
        ...llamaFiles, name: 'llama with an end and added tokens', config: { ...llamaFiles.config, add_bos_token: false, add_eos_token: true },
        files: { 'added_tokens.json': { '<pad>': llamaSize, animal: llamaSize + 1 }, 'special_tokens_map.json': { pad_token: '<pad>' } },
        json: llama({ legacy: true, before: [], after: ['</s>'], more: [special('<pad>'), special('animal', { special: false })] }),
    },
    {
        ...llamaFiles, name: 'llama, not legacy', config: { ...llamaFiles.config, legacy: false, added_tokens_decoder: { [llamaSize]: { ...special('[E1]'), lstrip: true } } },
        json: llama({ legacy: false, before: ['<s>'], after: [], more: [special('[E1]', { lstrip: true })] }),
    },
];

const texts = markedTexts(Number(seed), Number(count));
let wrong = 0;
for (const { name, from, files = {}, lines, config, json } of cases) {
    const folder = mkdtempSync(join(tmpdir(), 'older-'));
    cpSync(join(models, from), folder, { recursive: true, filter: path => !/\.safetensors$|tokenizer_config/.test(path) });
    for (const [file, content] of Object.entries({ ...files, 'tokenizer_config.json': config, 'texts.json': texts })) writeFileSync(join(folder, file), JSON.stringify(content));
    if (from === 'llama') writeFileSync(join(folder, 'tokenizer.model'), llamaModel);
    if (lines) writeFileSync(join(folder, 'vocab.txt'), lines.join('\n') + '\n');
    const ours = JSON.parse(execFileSync(program, [folder, join(folder, 'texts.json')], { maxBuffer: 1 << 30 }));
    const reference = Tokenizer.fromString(JSON.stringify(json));
    let different = 0;
    const answers = [];
    for (let i = 0; i < texts.length; ++i) {
        const ids = (await reference.encode(texts[i], null)).getIds();
        answers.push({ text: texts[i], ids });
        const same = JSON.stringify(ids) === JSON.stringify(ours[i].ids);
        different += same ? 0 : 1;
        if (!same && different <= 4) console.log(`  ${JSON.stringify(texts[i])}\n    reference ${JSON.stringify(ids)}\n    ours      ${JSON.stringify(ours[i].ids)}`);
    }
    if (fixtures) {
        const given = { ...files, 'tokenizer_config.json': config };
        const texts_of_files = Object.fromEntries(Object.entries(given).map(([file, content]) => [file, JSON.stringify(content)]));
        if (lines) texts_of_files['vocab.txt'] = lines.join('\n') + '\n';
        const fixture = { from, texts: texts_of_files, bytes: from === 'llama' ? { 'tokenizer.model': llamaModel.toString('base64') } : {} };
        const rows = answers.map(answer => JSON.stringify(answer)).join(',\n');
        writeFileSync(join(fixtures, name.replace(/[^a-z0-9]+/g, '_') + '.json'), JSON.stringify(fixture).slice(0, -1) + `,"answers":[\n${rows}\n]}\n`);
    }
    console.log(`${name}: ${texts.length - different} of ${texts.length} alike`);
    wrong += different;
}
process.exit(wrong === 0 ? 0 : 1);
