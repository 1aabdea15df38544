// ONNX Runtime on a file that torch_words exported, as tests/bench/bench_words.cpp reads a checkpoint.
// Usage: node ort_words.js FILE VOCABULARY LAYERS HEADS WIDTH THREADS [--once] [--logits PREFIX] TOKENS...
const fs = require("fs");
const ort = require("onnxruntime-node");

function median(values) {
    return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function main(all) {
    const once = all.includes("--once");
    const at = all.indexOf("--logits");
    const prefix = at < 0 ? null : all[at + 1];
    const [file, vocabulary, layers, heads, width, threads, ...texts] =
        all.filter((word, i) => word !== "--once" && (at < 0 || (i !== at && i !== at + 1)));
    let begin = process.hrtime.bigint();
    const seconds = () => Number(process.hrtime.bigint() - begin) / 1e9;
    const session = await ort.InferenceSession.create(file, {
        intraOpNumThreads: Number(threads), interOpNumThreads: 1, executionMode: "sequential",
        graphOptimizationLevel: "all", logSeverityLevel: 3,
    });
    console.log(`open ${seconds().toFixed(3)}`);
    const nothing = () => new ort.Tensor("float32", new Float32Array(0), [Number(layers), Number(heads), 0, Number(width)]);
    let past, logits;
    const restart = () => { past = [nothing(), nothing()]; };
    async function read(tokens) {
        const first = past[0].dims[2];
        const ids = BigInt64Array.from({ length: tokens }, (_, i) => BigInt((100 + 37 * (first + i)) % Number(vocabulary)));
        begin = process.hrtime.bigint();
        const found = await session.run(
            { ids: new ort.Tensor("int64", ids, [tokens]), past_key: past[0], past_value: past[1] });
        past = [found.key, found.value];
        logits = found.logits.data;
        return seconds();
    }
    for (const text of texts) {
        const tokens = Number(text);
        restart();
        if (tokens === 1)
            await read(64);
        const first = await read(tokens);
        const times = [];
        for (let i = 0; !once && i < Math.max(1, Math.min(15, Math.floor(1 / first))); ++i) {
            if (tokens > 1)
                restart();
            times.push(await read(tokens));
        }
        console.log(`${tokens} ${(once ? first : median(times)).toFixed(5)}`);
        if (prefix)
            fs.writeFileSync(`${prefix}-${tokens}`, Buffer.from(logits.buffer, logits.byteOffset, logits.byteLength));
    }
}

main(process.argv.slice(2));
