// Opens a model and reads texts of arbitrary tokens, keeping every intermediate as a trace keeps it until the next text is
// read (of 1,024 tokens and more, the stream between the layers): how long that takes, and what memory it takes beside what
// the file has. Only the last row's logits are computed. They can be written to files, so that other programs on the same
// weights can be compared with it (tests/bench/compare).
// Usage: bench_words FOLDER THREADS [--bare] [--once] [--logits PREFIX] TOKENS...
//   TOKENS  1: the next word behind 64 that are remembered; else a text of so many
//   --bare  nothing is kept but what the next word needs
//   --once  every text is read once, and without floors: for the logits
// Prints what opening took, "open SECONDS PEAK BEHIND" with the most memory meanwhile and the memory behind it as multiples
// of the files' bytes, and for each text "TOKENS SECONDS FLOOR", the median of some runs. The floor is what this machine
// needs at least: to read the matrices that a token meets once, or to do the arithmetic on its vector units, whichever takes
// longer.

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

/** What a text needs: the matrices that it meets but for a table whose rows are looked up, and the arithmetic. */
struct Need
{
    double bytes = 0;
    double operations = 0;
};

void add(Need& need, const LinearWeights<float>& linear, int rows)
{
    need.bytes += static_cast<double>(linear.packed.size() * bytesOf(linear.packed.format()));
    need.operations += 2.0 * static_cast<double>(linear.packed.size()) * rows;
}

/** Of `tokens` rows behind `before` others. */
Need needOf(const Transformer<float>& model, int tokens, int before)
{
    Need need;
    for (const LayerWeights<float>& layer : model.weights.decoder.layers) {
        const AttentionWeights<float>& attention = layer.attention;
        for (const auto* linear : {&attention.query, &attention.key, &attention.value, &attention.output,
                 &layer.feed_forward.gate, &layer.feed_forward.hidden, &layer.feed_forward.output})
            add(need, *linear, tokens);
        const double pairs = tokens * (before + (tokens + 1) / 2.0); // that a causal query may see
        need.operations += 4 * pairs * model.config.headsWidth();
    }
    add(need, model.weights.output, 1);
    return need;
}

int tokenAt(int place, const ModelConfig& config)
{
    return (100 + 37 * place) % config.vocabulary;
}

constexpr int remembered_words = 64;
constexpr int longest_kept = 1024; ///< shorter texts keep their layers

/** Reads texts, and keeps the last one while it reads the next, as the window does. */
class Reader
{
public:
    Reader(const Transformer<float>& model, bool keeps_trace)
        : m_model(model)
        , m_keeps_trace(keeps_trace)
    {
    }

    void begin() { m_cache = {}; }

    /** So many tokens behind those that are remembered. Seconds. */
    double read(int tokens)
    {
        const Clock::time_point begin = Clock::now();
        std::vector<int> ids;
        for (int i = 0; i < tokens; ++i)
            ids.push_back(tokenAt(m_cache.rows + i, m_model.config));
        const Segments segments = Segments::single(tokens);
        PassOptions<float> options;
        options.cache = &m_cache;
        options.keep_scores = m_keeps_trace;
        options.keep_layers = m_keeps_trace && tokens < longest_kept;
        StackRecord<float> record = decode<float>(m_model, nullptr, {ids, segments}, options);
        m_logits = logits(m_model, Matrix<float>(record.output.bottomRows(1)));
        m_kept = std::move(record);
        return secondsSince(begin);
    }

    const Matrix<float>& lastLogits() const { return m_logits; }

private:
    const Transformer<float>& m_model;
    const bool m_keeps_trace;
    DecoderCache<float> m_cache;
    StackRecord<float> m_kept;
    Matrix<float> m_logits;
};

struct Request
{
    std::string folder;
    int threads = 1;
    bool keeps_trace = true;
    bool once = false;
    std::string logits;
    std::vector<int> texts; ///< tokens of each
};

Request requestOf(int argc, char** argv)
{
    Request request;
    request.folder = argv[1];
    request.threads = std::max(1, std::atoi(argv[2]));
    for (int i = 3; i < argc; ++i)
        if (std::strcmp(argv[i], "--bare") == 0)
            request.keeps_trace = false;
        else if (std::strcmp(argv[i], "--once") == 0)
            request.once = true;
        else if (std::strcmp(argv[i], "--logits") == 0 && i + 1 < argc)
            request.logits = argv[++i];
        else
            request.texts.push_back(std::max(1, std::atoi(argv[i])));
    return request;
}

/** Median seconds of some runs, at least three and as many as last a second. What was read stays while the next text is read, so
    that memory is as it stays behind two runs, which are not counted: the system clears what is touched for the first time. */
double measure(Reader& reader, int tokens, bool once)
{
    const auto read = [&] {
        if (tokens > 1)
            reader.begin();
        return reader.read(tokens);
    };
    reader.begin();
    if (tokens == 1)
        reader.read(remembered_words);
    if (once)
        return read();
    read();
    const int runs = std::clamp(static_cast<int>(1 / read()), 3, 15);
    std::vector<double> seconds;
    for (int run = 0; run < runs; ++run)
        seconds.push_back(read());
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 4) {
        std::fprintf(
            stderr, "Usage: bench_words FOLDER THREADS [--bare] [--once] [--logits PREFIX] TOKENS...\n");
        return 2;
    }
    const Request request = requestOf(argc, argv);
    keepFreedMemory();
    setThreadCount(request.threads);
    const FolderFiles files{std::filesystem::path(request.folder)};
    const double file_gigabytes = static_cast<double>(WeightSource(files).totalBytes()) / 1e9;
    const double before = gigabytesOf("VmRSS:");
    const Clock::time_point opening = Clock::now();
    const Transformer<float> model = openTransformer(files).transformer;
    std::printf("open %.3f", secondsSince(opening));
    std::printf(" %.3f %.3f\n", (gigabytesOf("VmHWM:") - before) / file_gigabytes,
        (gigabytesOf("VmRSS:") - before) / file_gigabytes);

    const double bandwidth = request.once ? 0 : readGigabytes(request.threads) * 1e9;
    const double peak = request.once ? 0 : peakGigaflops(request.threads) * 1e9;
    Reader reader(model, request.keeps_trace);
    for (const int tokens : request.texts) {
        const double seconds = measure(reader, tokens, request.once);
        const Need need = needOf(model, tokens, tokens == 1 ? remembered_words : 0);
        const double floor = request.once ? 0 : std::max(need.bytes / bandwidth, need.operations / peak);
        std::printf("%d %.5f %.5f\n", tokens, seconds, floor);
        if (!request.logits.empty()) {
            std::ofstream out(request.logits + "-" + std::to_string(tokens), std::ios::binary);
            out.write(reinterpret_cast<const char*>(reader.lastLogits().data()),
                static_cast<std::streamsize>(reader.lastLogits().size()) * 4);
        }
    }
}
