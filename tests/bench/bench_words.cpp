// Opens a model, reads a prompt of arbitrary tokens and writes words behind it, each with what came before remembered:
// how long every part takes, and what memory it takes beside what the file has. Its ids and the last logits can be
// written to a file, so that other programs on the same weights can be compared with it (tests/bench/compare).
// Usage: bench_words FOLDER PROMPT WORDS THREADS [--trace] [--logits FILE]
//   --trace  every intermediate of every word is kept until the next one, as a trace keeps it
// Prints, in seconds and as multiples of the files' bytes: opening, memory at most meanwhile, memory behind it, the prompt,
// its floor, the median word, its floor. The floor is what this machine needs at least: to read the matrices that a token
// meets once, or to do the arithmetic on its vector units, whichever takes longer.

#include "core/file/bytes/folder_files.h"
#include "core/file/weights/weight_source.h"
#include "core/model/loading/open_transformer.h"
#include "core/tensor/memory.h"
#include "core/tensor/parallel.h"
#include "tests/bench/machine.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

using namespace glassformer;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/** A line of /proc/self/status such as "VmHWM:   1234 kB", in gigabytes; 0 where the platform has none. */
double gigabytesOf(const std::string& wanted)
{
    std::ifstream status("/proc/self/status");
    std::string key;
    double value = 0;
    while (status >> key) {
        if (key == wanted && status >> value)
            return value * 1024 / 1e9;
        status.ignore(1000, '\n');
    }
    return 0;
}

/** The matrices of a model but for a table whose rows are looked up. */
struct Size
{
    double weights = 0;
    double bytes = 0;
};

void add(Size& size, const LinearWeights<float>& linear)
{
    size.weights += static_cast<double>(linear.packed.size());
    size.bytes += static_cast<double>(linear.packed.size() * bytesOf(linear.packed.format()));
}

Size sizeOf(const TransformerWeights<float>& weights)
{
    Size size;
    for (const LayerWeights<float>& layer : weights.decoder.layers) {
        const AttentionWeights<float>& attention = layer.attention;
        for (const auto* linear : {&attention.query, &attention.key, &attention.value, &attention.output,
                 &layer.feed_forward.gate, &layer.feed_forward.hidden, &layer.feed_forward.output})
            add(size, *linear);
    }
    add(size, weights.output);
    return size;
}

/** Seconds. */
double floorOf(const Size& size, int tokens, int threads)
{
    return std::max(size.bytes / (readGigabytes(threads) * 1e9),
        2 * size.weights * tokens / (peakGigaflops(threads) * 1e9));
}

int tokenAt(int place, const ModelConfig& config)
{
    return (100 + 37 * place) % config.vocabulary;
}

/** The decoder behind its cache, and the logits of its last row. */
class Reader
{
public:
    Reader(const Transformer<float>& model, bool keeps_trace)
        : m_model(model)
        , m_keeps_trace(keeps_trace)
    {
    }

    void read(const std::vector<int>& ids)
    {
        const Segments segments = Segments::single(static_cast<int>(ids.size()));
        PassOptions<float> options;
        options.cache = &m_cache;
        options.keep_layers = options.keep_scores = m_keeps_trace;
        StackRecord<float> record = decode<float>(m_model, nullptr, {ids, segments}, options);
        m_logits = logits(m_model, Matrix<float>(record.output.bottomRows(1)));
        m_kept = std::move(record); // the word before goes when this one is whole
    }

    const Matrix<float>& lastLogits() const { return m_logits; }

private:
    const Transformer<float>& m_model;
    const bool m_keeps_trace;
    DecoderCache<float> m_cache;
    StackRecord<float> m_kept;
    Matrix<float> m_logits;
};

} // namespace

int main(int argc, char** argv)
{
    if (argc < 5) {
        std::fprintf(stderr, "Usage: bench_words FOLDER PROMPT WORDS THREADS [--trace] [--logits FILE]\n");
        return 2;
    }
    const int prompt = std::atoi(argv[2]), words = std::atoi(argv[3]);
    bool keeps_trace = false;
    const char* logits_file = nullptr;
    for (int i = 5; i < argc; ++i) {
        keeps_trace = keeps_trace || std::strcmp(argv[i], "--trace") == 0;
        if (std::strcmp(argv[i], "--logits") == 0 && i + 1 < argc)
            logits_file = argv[i + 1];
    }
    keepFreedMemory();
    setThreadCount(std::atoi(argv[4]));
    const FolderFiles files{std::filesystem::path(argv[1])};
    const double file_gigabytes = static_cast<double>(WeightSource(files).totalBytes()) / 1e9;
    const double before = gigabytesOf("VmRSS:");
    const Clock::time_point opening = Clock::now();
    const OpenedTransformer opened = openTransformer(files);
    const double opened_after = secondsSince(opening);
    const double peak = gigabytesOf("VmHWM:") - before, behind = gigabytesOf("VmRSS:") - before;

    const ModelConfig& config = opened.transformer.config;
    Reader reader(opened.transformer, keeps_trace);
    std::vector<int> ids;
    for (int i = 0; i < prompt; ++i)
        ids.push_back(tokenAt(i, config));
    const Clock::time_point reading = Clock::now();
    reader.read(ids);
    const double read_after = secondsSince(reading);
    std::vector<double> seconds;
    for (int i = 0; i < words; ++i) {
        const Clock::time_point begin = Clock::now();
        reader.read({tokenAt(prompt + i, config)});
        seconds.push_back(secondsSince(begin));
    }
    std::sort(seconds.begin(), seconds.end());
    const double word = seconds.empty() ? 0 : seconds[seconds.size() / 2];
    const Size size = sizeOf(opened.transformer.weights);
    const int threads = threadCount();
    std::printf("%.3f %.3f %.3f %.4f %.4f %.5f %.5f\n", opened_after, peak / file_gigabytes,
        behind / file_gigabytes, read_after, floorOf(size, prompt, threads), word, floorOf(size, 1, threads));
    if (logits_file) {
        std::ofstream out(logits_file, std::ios::binary);
        out.write(reinterpret_cast<const char*>(reader.lastLogits().data()),
            static_cast<std::streamsize>(reader.lastLogits().size()) * 4);
    }
}
