// The second opinion: ids of the npm package `@huggingface/tokenizers`, which is not the Rust library in another wrapping
// but written in TypeScript. Where it differs from the first reference, that is a difference between these two.
import { Tokenizer } from '@huggingface/tokenizers';

const shownTexts = 3;
const short = value => JSON.stringify(value).slice(0, 160);

/** Who gives the same ids as whom, if not all three do. */
const sides = {
    apart: 'the references differ, ours is as the first',
    with_second: 'the references differ, ours is as the second',
    three_ways: 'the references differ, and ours from both',
    alone: 'both references are alike, ours is not: a stated difference, or the run fails',
};

function sideOf(first, second, ours) {
    if (first === second) return first === ours ? 'alike' : 'alone';
    return ours === first ? 'apart' : ours === second ? 'with_second' : 'three_ways';
}

export class SecondOpinion {
    #tokenizer;
    #refusal; // what the library says where it does not know a part of the tokenizer
    #texts = 0;
    #found = Object.fromEntries(Object.keys(sides).map(side => [side, []]));

    constructor(json) {
        try {
            this.#tokenizer = new Tokenizer(JSON.parse(json), {});
        } catch (error) {
            this.#refusal = error.message;
        }
    }

    #ids(text) {
        try {
            return this.#tokenizer.encode(text).ids;
        } catch {
            return null;
        }
    }

    /** first, ours: ids of the text, or null where it is refused. */
    note(text, first, ours) {
        if (this.#refusal) return;
        const second = this.#ids(text);
        ++this.#texts;
        this.#found[sideOf(...[first, second, ours].map(ids => JSON.stringify(ids)))]?.push({ text, first, second, ours });
    }

    /** How many texts of how many are on which side, each with its shortest texts. */
    report() {
        if (this.#refusal) return [`second opinion: none, it refuses the tokenizer (${this.#refusal})`];
        const apart = Object.values(this.#found).flat().length;
        const lines = [`second opinion: ${this.#texts - apart} of ${this.#texts} alike`];
        for (const [side, found] of Object.entries(this.#found)) {
            if (found.length === 0) continue;
            lines.push(`${found.length} texts: ${sides[side]}, as in`);
            for (const { text, first, second, ours } of found.sort((a, b) => a.text.length - b.text.length).slice(0, shownTexts))
                lines.push(`  ${short(text)} first ${short(first)} second ${short(second)}` + (side === 'apart' ? '' : ` ours ${short(ours)}`));
        }
        return lines;
    }
}
