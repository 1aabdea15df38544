// Where the reference's tables are older than Unicode 15. Its marks and punctuation for BERT are those of Unicode 8, its
// normal forms those of Unicode 12 and before; Glassformer takes the newer ones, as the BERT of Python does. Six older
// characters have changed their category since (U+166D, 1734, 1885, 1886, A9BD, 111C9).

/** Marks, punctuation, controls, and characters whose decomposition came later. */
const mayDiffer = /[\p{M}\p{P}\p{C}\u166d\u32ff\ua7f2-\ua7f4\uab69\u{10781}-\u{107ba}\u{1e030}-\u{1e06d}\u{1f16c}\u{1fbf0}-\u{1fbf9}]/u;

/** How many characters differ, counted once and looked through; every other number is a mistake. */
const counts = {
    'bert': 568,
    'word ends, gpt-1': 569,
    'pieces, bert': 568,
    'pieces, bert with words added': 568,
    'pieces, cased': 149,
    'unigram, a mark at the beginning behind clean text': 20,
    'unigram, a mark at the beginning behind accents': 355,
    'unigram, albert': 384,
    'unigram, bytes': 134,
    'words and symbols': 1,
    'white space': 29,
    'punctuation Removed': 129,
};

/** The characters among those that differ alone whose difference is a stated one. */
export function statedDifferences(name, characters) {
    const odd = new Set(characters.filter(character => mayDiffer.test(character)));
    return odd.size === (counts[name] ?? 0) ? odd : new Set();
}
