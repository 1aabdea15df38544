// node fixtures.mjs TESTS: writes tests/data/tokenizers/*.json: small tokenizers, texts, and what the reference makes of them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { charsmapOf } from './sentence_piece_model.mjs';
import { componentTokenizers } from './components.mjs';
import { corpusOf } from './corpus.mjs';
import { nastyTexts } from './nasty_texts.mjs';
import { referenceTokenizers } from './references.mjs';

const { Tokenizer } = createRequire(import.meta.url)('tokenizers');
const tests = process.argv[2];
const folder = join(tests, 'data/tokenizers');
mkdirSync(folder, { recursive: true });

/** GPT-2 with its first merges only. */
function firstMerges(json, count) {
    const { model, ...rest } = JSON.parse(json);
    const merges = model.merges.slice(0, count);
    const entries = [...Object.entries(model.vocab)].sort((one, other) => one[1] - other[1]).map(([entry]) => entry);
    const vocab = Object.fromEntries(entries.slice(0, 256 + count).map((entry, id) => [entry, id]));
    rest.added_tokens[0].id = 256 + count;
    return JSON.stringify({ ...rest, model: { ...model, vocab, merges } });
}

const chosen = ['byte pairs, roberta', 'byte pairs, nemo words', 'byte pairs, odd added tokens', 'word ends, gpt-1', 'marks, llama-2', 'marks, mistral',
    'pieces, bert', 'unigram, t5', 'unigram, albert', 'unigram, bytes'];
const tokenizers = componentTokenizers(corpusOf(tests), charsmapOf(readFileSync(join(tests, 'data/models/t5/spiece.model')))).filter(({ name }) => chosen.includes(name));
tokenizers.push({ name: 'gpt-2, first merges', json: firstMerges(referenceTokenizers().find(({ name }) => name === 'gpt2').json, 3000) });

// Of scripts that Unicode has had for long: on newer characters the reference's older tables differ.
const scripts = ['Latin', 'Greek', 'Cyrillic', 'Hebrew', 'Devanagari', 'Thai', 'Georgian', 'Ethiopic', 'Han', 'Katakana', 'Hangul', 'Common', 'Inherited'];
const usual = new RegExp(`^[${scripts.map(script => `\\p{Script=${script}}`).join('')}]*$`, 'u');
const texts = nastyTexts(3, 600).filter(text => text.length < 300 && usual.test(text)).slice(0, 150);

for (const { name, json } of tokenizers) {
    const reference = Tokenizer.fromString(json);
    const answers = [];
    for (const text of texts) {
        const encoding = await reference.encode(text, null);
        const ids = encoding.getIds();
        answers.push({ text, ids, decoded: await reference.decode(ids, true), rest: await reference.decode(ids.slice(1, -1), true) });
    }
    const lines = answers.map(answer => JSON.stringify(answer)).join(',\n');
    writeFileSync(join(folder, name.replace(/[^a-z0-9]+/g, '_') + '.json'), `{"tokenizer":${json},\n"answers":[\n${lines}\n]}\n`);
}
