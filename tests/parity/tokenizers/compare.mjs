// node compare.mjs PROGRAM SEED COUNT TESTS [NAME]: compares ids and decoded texts with two reference libraries; see README.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { charsmapOf } from './sentence_piece_model.mjs';
import { componentTokenizers } from './components.mjs';
import { corpusOf } from './corpus.mjs';
import { allCharacters, markedTexts, nastyTexts } from './nasty_texts.mjs';
import { referenceTokenizers } from './references.mjs';
import { SecondOpinion } from './second_opinion.mjs';
import { statedDifferences } from './stated.mjs';

const { Tokenizer } = createRequire(import.meta.url)('tokenizers');
const [program, seed, count, tests, only = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'tokenizer-parity-'));

const charsmap = charsmapOf(readFileSync(join(tests, 'data/models/t5/spiece.model')));
const tokenizers = [...referenceTokenizers(), ...componentTokenizers(corpusOf(tests), charsmap)].filter(({ name }) => name.includes(only));

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Answers of the program to all texts; the ids are also decoded without the first and the last, which cuts characters. */
function answers(json, texts) {
    const [tokenizerFile, textFile] = [join(folder, 'tokenizer.json'), join(folder, 'texts.json')];
    writeFileSync(tokenizerFile, json);
    writeFileSync(textFile, JSON.stringify(texts));
    return JSON.parse(execFileSync(program, [tokenizerFile, textFile], { maxBuffer: 1 << 30 }));
}

/** Where the program differs from the first reference; the second's ids of every text are noted beside. */
async function differences(json, texts, second) {
    const reference = Tokenizer.fromString(json);
    const ours = answers(json, texts);
    const found = [];
    for (let i = 0; i < texts.length; ++i) {
        let ids = null;
        try {
            ids = (await reference.encode(texts[i], null)).getIds();
        } catch { /* a text that the reference refuses must be refused */ }
        second.note(texts[i], ids, ours[i].ids);
        if (!same(ids, ours[i].ids)) {
            found.push({ text: texts[i], what: 'ids', reference: ids, ours: ours[i].ids });
            continue;
        }
        if (ids === null) continue;
        for (const [what, part] of [['decoded', ids], ['decoded_rest', ids.slice(1, -1)]]) {
            const decoded = await reference.decode(part, true);
            if (decoded !== ours[i][what]) found.push({ text: texts[i], what, reference: decoded, ours: ours[i][what] });
        }
    }
    return found;
}

let total = 0, wrong = 0;
for (const { name, json } of tokenizers) {
    const second = new SecondOpinion(json);
    const alone = await differences(json, allCharacters(), second);
    const odd = statedDifferences(name, alone.map(({ text }) => [...text][1]));
    const texts = [...nastyTexts(Number(seed), Number(count)), ...markedTexts(Number(seed), Number(count) / 2)].filter(text => ![...text].some(character => odd.has(character)));
    const found = [...alone.filter(({ text }) => !odd.has([...text][1])), ...await differences(json, texts, second)];
    for (const { text, what, reference, ours } of found.slice(0, 4))
        console.log(`  ${what} of ${JSON.stringify(text).slice(0, 200)}\n    reference ${JSON.stringify(reference)?.slice(0, 300)}\n    ours      ${JSON.stringify(ours)?.slice(0, 300)}`);
    const size = texts.length + allCharacters().length - odd.size;
    console.log(`${name}: ${size - new Set(found.map(({ text }) => text)).size} of ${size} alike` + (odd.size ? `, ${odd.size} characters with a stated difference` : ''));
    for (const line of second.report()) console.log('  ' + line);
    total += size;
    wrong += found.length;
}
console.log(`${tokenizers.length} tokenizers, ${total} texts, ${wrong} differences`);
process.exit(wrong === 0 ? 0 : 1);
