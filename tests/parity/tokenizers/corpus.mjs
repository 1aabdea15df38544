import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nastyTexts } from './nasty_texts.mjs';

/** What the small vocabularies are trained on: our own sentences, and some of the nasty texts. */
export function corpusOf(tests) {
    const sentences = ['text.txt', 'text_fr.txt'].map(name => readFileSync(join(tests, 'parity/reference', name), 'utf8'));
    return [...sentences, ...nastyTexts(7, 300).slice(5).filter(text => text.length < 100)].join('\n');
}
