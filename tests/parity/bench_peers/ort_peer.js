// Median milliseconds of one forward pass in ONNX Runtime.
// Usage: node ort_peer.js FILE LENGTH THREADS RUNS     FILE from export_onnx with the same LENGTH
const ort = require("onnxruntime-node");

async function main([file, length, threads, runs]) {
    const session = await ort.InferenceSession.create(file, {
        intraOpNumThreads: Number(threads), interOpNumThreads: 1, executionMode: "sequential",
        graphOptimizationLevel: "all", logSeverityLevel: 3,
    });
    const ids = BigInt64Array.from({ length: Number(length) }, (_, i) => BigInt(100 + 37 * i));
    const feeds = {};
    for (const name of session.inputNames) feeds[name] = new ort.Tensor("int64", ids.map(id => id % 30000n), [1, ids.length]);
    await session.run(feeds);
    const times = [];
    for (let i = 0; i < Number(runs); ++i) {
        const begin = process.hrtime.bigint();
        await session.run(feeds);
        times.push(Number(process.hrtime.bigint() - begin) / 1e6);
    }
    times.sort((a, b) => a - b);
    console.log(times[Math.floor(times.length / 2)].toFixed(2));
}

main(process.argv.slice(2));
