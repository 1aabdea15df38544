// Small tokenizers that together use every component: models trained by the reference library on our own sentences, with
// the parts around them that the families have.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { Tokenizer, BPE, Unigram, WordPiece, byteLevelPreTokenizer, whitespacePreTokenizer, metaspacePreTokenizer, bertPreTokenizer } =
    createRequire(import.meta.url)('tokenizers');

const expressions = {
    llama3: String.raw`(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`,
    tekken: String.raw`[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+`,
    gpt4: String.raw`(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+`,
};

const byteLevel = (add_prefix_space, use_regex = true) => ({ type: 'ByteLevel', add_prefix_space, trim_offsets: true, use_regex });
const metaspace = (prepend_scheme, split) => ({ type: 'Metaspace', replacement: '▁', prepend_scheme, split });
const replace = (pattern, content) => ({ type: 'Replace', pattern, content });
const normalizers = (...list) => ({ type: 'Sequence', normalizers: list });
const preTokenizers = (...list) => ({ type: 'Sequence', pretokenizers: list });
const decoders = (...list) => ({ type: 'Sequence', decoders: list });
const split = (pattern, behavior, invert = false) => ({ type: 'Split', pattern, behavior, invert });
const bertNormalizer = { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true };

/** The model that a trainer of the library makes of the corpus. */
function trained(model, preTokenizer, corpusFile) {
    const tokenizer = new Tokenizer(model);
    tokenizer.setPreTokenizer(preTokenizer);
    tokenizer.train([corpusFile]);
    const file = join(mkdtempSync(join(tmpdir(), 'trained-')), 'tokenizer.json');
    tokenizer.save(file, false);
    return JSON.parse(readFileSync(file, 'utf8')).model;
}

/** A model with the entries added behind its own. */
function withEntries(model, entries) {
    const vocab = { ...model.vocab };
    let next = Object.keys(vocab).length;
    for (const entry of entries)
        if (!(entry in vocab)) vocab[entry] = next++;
    return { ...model, vocab };
}

const bytes = [...Array(256).keys()].map(byte => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`);

/** The byte-level model knows each byte; the small corpus does not show all. */
function withAllBytes(model) {
    const characters = [];
    for (let byte = 0, next = 256; byte < 256; ++byte) {
        const isItself = (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
        characters.push(String.fromCodePoint(isItself ? byte : next++));
    }
    return withEntries(model, characters);
}

/** Every entry also as the end of a word, as GPT-1 has them. */
function withWordEnds(model) {
    const end = entry => entry + '</w>';
    const merges = model.merges.flatMap(([left, right]) => [[left, right], [left, end(right)]]);
    return { ...withEntries(model, ['<unk>', ...Object.keys(model.vocab).map(end)]), merges, unk_token: '<unk>', end_of_word_suffix: '</w>' };
}

/** A description with its special tokens looked up in the model, or added behind it. */
function describe(name, model, parts, tokens = []) {
    const size = Array.isArray(model.vocab) ? model.vocab.length : Object.keys(model.vocab).length;
    let next = size;
    const idOf = content => {
        if (Array.isArray(model.vocab)) {
            const place = model.vocab.findIndex(([entry]) => entry === content);
            return place >= 0 ? place : next++;
        }
        return model.vocab[content] ?? next++;
    };
    const added_tokens = tokens.map(token => {
        const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false, special: true, ...token };
        return { id: idOf(token.content), ...flags };
    });
    const empty = { truncation: null, padding: null, normalizer: null, pre_tokenizer: null, post_processor: null, decoder: null };
    return { name, json: JSON.stringify({ version: '1.0', ...empty, ...parts(Object.fromEntries(added_tokens.map(t => [t.content, t.id]))), added_tokens, model }) };
}

export function componentTokenizers(corpus, charsmap) {
    const corpusFile = join(mkdtempSync(join(tmpdir(), 'corpus-')), 'corpus.txt');
    writeFileSync(corpusFile, corpus);
    const byteBpe = withAllBytes(trained(BPE.empty(), byteLevelPreTokenizer(false), corpusFile));
    const plainBpe = trained(BPE.empty(), bertPreTokenizer(), corpusFile);
    const markBpe = trained(BPE.empty(), metaspacePreTokenizer(), corpusFile);
    const wordPiece = trained(WordPiece.empty(), bertPreTokenizer(), corpusFile);
    const pieces = withEntries(wordPiece, ['[UNK]', '[CLS]', '[SEP]', '[MASK]', '[PAD]']);
    const unigram = trained(Unigram.empty(), metaspacePreTokenizer(), corpusFile);
    const scored = { ...unigram, unk_id: 0, vocab: [['<unk>', 0], ...unigram.vocab.filter(([entry]) => entry !== '<unk>' && entry !== '</s>' && entry !== '<mask>')] };
    const fallback = { ...scored, byte_fallback: true, vocab: [...scored.vocab, ...bytes.map(byte => [byte, -30])] };
    const llama = { ...withEntries(markBpe, ['<unk>', ...bytes]), unk_token: '<unk>', byte_fallback: true, fuse_unk: true };

    const template = (before, after, ids) => ({
        type: 'TemplateProcessing',
        single: [...before, null, ...after].map(id => id === null ? { Sequence: { id: 'A', type_id: 0 } } : { SpecialToken: { id, type_id: 0 } }),
        pair: [{ Sequence: { id: 'A', type_id: 0 } }, { Sequence: { id: 'B', type_id: 1 } }],
        special_tokens: Object.fromEntries([...before, ...after].map(id => [id, { id, ids: [ids[id]], tokens: [id] }])),
    });
    const roberta = ids => ({
        pre_tokenizer: byteLevel(true), decoder: byteLevel(true),
        post_processor: { type: 'RobertaProcessing', sep: ['</s>', ids['</s>']], cls: ['<s>', ids['<s>']], trim_offsets: true, add_prefix_space: true },
    });
    const bert = ids => ({
        normalizer: bertNormalizer, pre_tokenizer: { type: 'BertPreTokenizer' },
        post_processor: template(['[CLS]'], ['[SEP]'], ids), decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    });
    const splitting = expression => () => ({ pre_tokenizer: preTokenizers(split({ Regex: expression }, 'Isolated'), byteLevel(false, false)), decoder: byteLevel(false) });
    const bertTokens = ['[UNK]', '[CLS]', '[SEP]', '[MASK]', '[PAD]'].map(content => ({ content }));
    const cutting = (name, pre_tokenizer, normalizer = null) => describe(name, { ...withEntries(plainBpe, ['<unk>']), unk_token: '<unk>' }, () => ({ pre_tokenizer, normalizer }));
    const llamaDecoder = decoders(replace({ String: '▁' }, ' '), { type: 'ByteFallback' }, { type: 'Fuse' }, { type: 'Strip', content: ' ', start: 1, stop: 0 });
    const sentencePiece = (normalizer, scheme) => ids => ({
        normalizer, pre_tokenizer: metaspace(scheme, true), decoder: metaspace(scheme, true), post_processor: template([], ['</s>'], ids),
    });

    return [
        describe('byte pairs, roberta', byteBpe, roberta, [{ content: '<s>' }, { content: '</s>' }, { content: '<unk>' }, { content: '<mask>', lstrip: true }]),
        describe('byte pairs, gpt-4 words', byteBpe, splitting(expressions.gpt4)),
        describe('byte pairs, llama-3 words, whole words first', { ...byteBpe, ignore_merges: true }, splitting(expressions.llama3), [{ content: '<|endoftext|>' }]),
        describe('byte pairs, nemo words', byteBpe, splitting(expressions.tekken)),
        describe('byte pairs, digits apart', byteBpe, () => ({ pre_tokenizer: preTokenizers({ type: 'Digits', individual_digits: true }, byteLevel(false)), decoder: byteLevel(false) })),
        describe('byte pairs, bytes by the normalizer', byteBpe, () => ({ normalizer: normalizers({ type: 'NFC' }, { type: 'ByteLevel' }), decoder: byteLevel(false) })),
        describe('byte pairs, odd added tokens', byteBpe, () => ({ normalizer: { type: 'Lowercase' }, pre_tokenizer: byteLevel(false), decoder: byteLevel(false) }), [
            { content: 'hello', single_word: true, special: false, normalized: true }, { content: 'The', special: false },
            { content: '<s>', lstrip: true, rstrip: true }, { content: '[MASK]', rstrip: true, special: false }, { content: 'world', normalized: true, lstrip: true, special: false },
            { content: '<|endoftext|>' }, { content: '<|endoftext|><|im_start|>' }]),
        describe('word ends, gpt-1', withWordEnds(plainBpe), () => ({ normalizer: bertNormalizer, pre_tokenizer: { type: 'BertPreTokenizer' }, decoder: { type: 'BPEDecoder', suffix: '</w>' } }), [{ content: '<unk>' }]),
        describe('marks, llama-2', llama, ids => ({
            normalizer: normalizers({ type: 'Prepend', prepend: '▁' }, replace({ String: ' ' }, '▁')), decoder: llamaDecoder, post_processor: template(['<s>'], [], ids),
        }), [{ content: '<unk>' }, { content: '<s>' }, { content: '</s>' }]),
        describe('marks, mistral', llama, ids => ({ pre_tokenizer: metaspace('first', false), decoder: llamaDecoder, post_processor: template(['<s>'], [], ids) }), [{ content: '<unk>' }, { content: '<s>' }]),
        describe('marks, unknown apart', { ...withEntries(markBpe, ['<unk>']), unk_token: '<unk>' }, () => ({ pre_tokenizer: metaspace('never', true), decoder: metaspace('never', true) }), [{ content: '[MASK]' }]),
        describe('pieces, bert', pieces, bert, bertTokens),
        describe('pieces, bert with words added', pieces, bert, [...bertTokens, { content: 'user' }, { content: '[E1]' }, { content: 'new', single_word: true, special: false, normalized: true },
            { content: 'ing', special: false, normalized: true }, { content: 'animal', special: false, normalized: true, rstrip: true }]),
        describe('pieces, cased', { ...pieces, max_input_chars_per_word: 20 }, ids => ({ ...bert(ids), normalizer: { ...bertNormalizer, lowercase: false, handle_chinese_chars: false } }), bertTokens),
        describe('unigram, t5', scored, sentencePiece({ type: 'Precompiled', precompiled_charsmap: charsmap }, 'always'), [{ content: '<unk>' }, { content: '</s>' }]),
        describe('unigram, mbart', scored, sentencePiece(normalizers({ type: 'Precompiled', precompiled_charsmap: charsmap }, replace({ Regex: ' {2,}' }, ' ')), 'first'), [{ content: '<unk>' }, { content: '</s>' }, { content: '<mask>', lstrip: true }]),
        ...Object.entries({
            'the table': { type: 'Precompiled', precompiled_charsmap: charsmap }, 'nmt': { type: 'Nmt' }, 'clean text': { ...bertNormalizer, lowercase: false }, 'strip': { type: 'Strip', strip_left: true, strip_right: false },
            'strip and the table': normalizers({ type: 'Strip', strip_left: true, strip_right: false }, { type: 'Precompiled', precompiled_charsmap: charsmap }), 'replace': replace({ String: '\u0001' }, ''), 'accents': normalizers({ type: 'NFD' }, { type: 'StripAccents' }),
        }).map(([name, normalizer]) => describe('unigram, a mark at the beginning behind ' + name, scored, sentencePiece(normalizer, 'first'), [{ content: '<unk>' }, { content: '</s>' }, { content: 'animal', special: false, normalized: true }])),
        describe('unigram, albert', scored, sentencePiece(normalizers(replace({ String: '``' }, '"'), replace({ String: "''" }, '"'), { type: 'NFKD' }, { type: 'StripAccents' }, { type: 'Lowercase' }), 'always'), [{ content: '<unk>' }, { content: '</s>' }]),
        describe('unigram, bytes', fallback, ids => ({ normalizer: normalizers({ type: 'Nmt' }, { type: 'NFKC' }), pre_tokenizer: metaspace('always', true), decoder: decoders({ type: 'ByteFallback' }, metaspace('always', true)) }), [{ content: '<unk>' }]),
        cutting('words and symbols', { type: 'Whitespace' }, { type: 'NFD' }),
        cutting('white space', { type: 'WhitespaceSplit' }, { type: 'NFKC' }),
        cutting('ends stripped', { type: 'Whitespace' }, normalizers({ type: 'Strip', strip_left: true, strip_right: true }, replace({ Regex: String.raw`\s+` }, ' '))),
        ...['Removed', 'Isolated', 'MergedWithPrevious', 'MergedWithNext', 'Contiguous'].flatMap(behavior => [
            cutting('punctuation ' + behavior, { type: 'Punctuation', behavior }),
            cutting('space ' + behavior, split({ String: ' ' }, behavior)),
            cutting('numbers inverted ' + behavior, split({ Regex: String.raw`\p{N}{1,3}` }, behavior, true)),
        ]),
        cutting('digits together', preTokenizers({ type: 'Digits', individual_digits: false }, { type: 'BertPreTokenizer' })),
    ];
}
