// The reference tokenizer (npm package "tokenizers") as three commands; answers are JSON on standard output.
//   node tokenizers.js save FROM TO            reads a tokenizer.json and writes it as the package does
//   node tokenizers.js encode FILE TEXT...     the ids of every text, special tokens added
//   node tokenizers.js pair FILE TEXT TEXT     the ids of two sentences read as one text, and the segment of each
const { Tokenizer } = require("tokenizers");

async function encode(file, texts) {
    const tokenizer = Tokenizer.fromFile(file);
    return Promise.all(texts.map(async text => (await tokenizer.encode(text)).getIds()));
}

async function pair(file, first, second) {
    const encoding = await Tokenizer.fromFile(file).encode(first, second);
    return [encoding.getIds(), encoding.getTypeIds()];
}

async function main([command, ...rest]) {
    if (command === "save") return Tokenizer.fromFile(rest[0]).save(rest[1], true);
    if (command === "encode") return encode(rest[0], rest.slice(1));
    if (command === "pair") return pair(...rest);
    throw new Error(`unknown command ${command}`);
}

main(process.argv.slice(2)).then(answer => console.log(JSON.stringify(answer ?? null)));
