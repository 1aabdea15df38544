// Times whole forward passes with every intermediate kept, on random weights of the shapes of GPT-2 small, BERT-base
// and the base model of "Attention Is All You Need". Prints three numbers: the median
// milliseconds of RUNS passes, the same in processor time, which other programs disturb little, and the floor: what this
// machine needs at least, to read the weights once or to do the arithmetic, whichever takes longer.
// Usage: bench_forward gpt2|bert|base LENGTH THREADS RUNS     base: LENGTH source and LENGTH target tokens

#include "core/model/transformer.h"
#include "core/tensor/memory.h"
#include "core/tensor/parallel.h"
#include "tests/bench/machine.h"
#include "tests/bench/random_model.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

using namespace glassformer;

namespace {

/** From so many tokens on, maps of all heads would take gigabytes: a layer's inside is computed, but the stream kept. */
constexpr int longest_kept = 1024;

/** What a pass leaves behind: records that a trace takes over. */
struct Pass
{
    StackRecord<float> encoder, decoder;
    Matrix<float> logits;
};

Pass forward(const Transformer<float>& model, const TokenBatch& tokens)
{
    Pass pass;
    PassOptions<float> options;
    options.keep_scores = true;
    options.keep_layers = tokens.segments.rows() < longest_kept;
    if (model.config.hasEncoder())
        pass.encoder = encode<float>(model, tokens, options);
    if (!model.config.hasDecoder()) {
        pass.logits = logits(model, pass.encoder.output);
        return pass;
    }
    const Memory<float> memory{pass.encoder.output, tokens.segments};
    pass.decoder = decode<float>(model, model.config.hasEncoder() ? &memory : nullptr, tokens, options);
    pass.logits = logits(model, pass.decoder.output);
    return pass;
}

/** Milliseconds that reading every matrix once, or all multiplications and additions, take at least. */
double floorOf(const ModelConfig& config, int length, int threads)
{
    const double d = config.d_model;
    const double attention = 4 * d * d, feed_forward = 2 * d * config.d_ff;
    const double weights = config.encoder_layers * (attention + feed_forward)
        + config.decoder_layers * (attention * (config.hasCrossAttention() ? 2 : 1) + feed_forward)
        + d * config.vocabulary;
    const double maps = config.encoder_layers + config.decoder_layers * (config.hasCrossAttention() ? 2 : 1);
    const double operations = 2 * weights * length + 4 * d * length * length * maps;
    return 1e3
        * std::max(weights * 4 / (readGigabytes(threads) * 1e9), operations / (peakGigaflops(threads) * 1e9));
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/** Medians of a pass in milliseconds. */
struct Times
{
    double wall, processor;
};

Times timesOf(const Transformer<float>& model, const TokenBatch& tokens, int runs)
{
    std::vector<double> wall, processor;
    Pass kept = forward(model, tokens);
    for (int run = 0; run < runs; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        const std::clock_t processor_begin = std::clock();
        Pass pass = forward(model, tokens);
        processor.push_back(1e3 * static_cast<double>(std::clock() - processor_begin) / CLOCKS_PER_SEC);
        wall.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        kept = std::move(pass); // as in the window: the old run is shown until the new one is whole
    }
    return {median(wall), median(processor)};
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 5) {
        std::fprintf(stderr, "Usage: bench_forward gpt2|bert|base LENGTH THREADS RUNS\n");
        return 1;
    }
    const ModelConfig config = shapeOf(argv[1]);
    const int length = std::atoi(argv[2]), threads = std::atoi(argv[3]);
    setThreadCount(threads);
    if (!std::getenv("GLASSFORMER_BENCH_FRESH"))
        keepFreedMemory();
    std::vector<int> ids;
    for (int i = 0; i < length; ++i)
        ids.push_back((100 + 37 * i) % 30000);
    const Segments segments = Segments::single(length);
    const Times times = timesOf(randomModel(config), {ids, segments}, std::atoi(argv[4]));
    std::printf("%.2f %.2f %.2f\n", times.wall, times.processor, floorOf(config, length, threads));
}
