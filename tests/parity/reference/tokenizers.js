// The reference tokenizer (npm package "tokenizers") as two commands; answers are JSON on standard output.
//   node tokenizers.js save FROM TO            reads a tokenizer.json and writes it as the package does
//   node tokenizers.js encode FILE TEXT...     the ids of every text, special tokens added
const { Tokenizer } = require("tokenizers");

async function encode(file, texts) {
    const tokenizer = Tokenizer.fromFile(file);
    return Promise.all(texts.map(async text => (await tokenizer.encode(text)).getIds()));
}

async function main([command, ...rest]) {
    if (command === "save") return Tokenizer.fromFile(rest[0]).save(rest[1], true);
    if (command === "encode") return encode(rest[0], rest.slice(1));
    throw new Error(`unknown command ${command}`);
}

main(process.argv.slice(2)).then(answer => console.log(JSON.stringify(answer ?? null)));
