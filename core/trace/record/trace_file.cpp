#include "core/trace/record/trace_file.h"

#include "core/file/json/json.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "core/model/tensor_name.h"
#include "core/trace/look/view_text.h"
#include "core/trace/record/recorded_cuts.h"
#include "core/trace/record/recorded_normal.h"
#include "core/trace/record/recorded_rules.h"
#include "core/trace/record/recorded_tokens.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace glassformer {
namespace {

/** Entries whose texts pictures ask for: the ends of the ranking of each row of words. */
std::map<int, Token> shownEntries(const Trace& trace, const TokenOf& token_of)
{
    std::map<int, Token> entries;
    const auto found = trace.tensors.find(logits_tensor);
    if (!token_of || found == trace.tensors.end() || found->second.shape.size() != 2)
        return entries;
    const Tensor& logits = found->second;
    const auto words = static_cast<std::size_t>(logits.shape[1]);
    const auto kept = std::min<std::size_t>(kept_words, words);
    std::vector<int> ids(words);
    for (std::int64_t row = 0; row < logits.shape[0]; ++row) {
        const float* const scores = logits.values.data() + static_cast<std::size_t>(row) * words;
        std::iota(ids.begin(), ids.end(), 0);
        const auto keep = [&](auto before) {
            std::partial_sort(
                ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(kept), ids.end(), before);
            for (std::size_t i = 0; i < kept; ++i)
                entries.try_emplace(ids[i], token_of(ids[i]));
        };
        // What is no number has no rank.
        const auto score = [scores](int id) { return std::isnan(scores[id]) ? 0.0f : scores[id]; };
        keep([score](int a, int b) { return score(a) > score(b); });
        keep([score](int a, int b) { return score(a) < score(b); });
    }
    return entries;
}

} // namespace

void writeTrace(FileStore& store, const std::string& name, const Trace& trace, const TokenOf& token_of)
{
    std::map<std::string, std::string> metadata{{"model", trace.config.name},
        {"config", configToJson(trace.config)}, {"text", trace.source_text}, {"answer", trace.answer},
        {"given", std::to_string(trace.given)}, {"request", ViewText::ofRequest(viewOf(trace, {})).json()},
        {"program", "glassformer " GLASSFORMER_VERSION}};
    if (trace.recorded.end)
        metadata["ended"] = trace.ended ? "true" : "false";
    addTokens(metadata, "source", trace.source, trace.recorded);
    addTokens(metadata, "target", trace.target, trace.recorded);
    addTokens(metadata, "written", trace.written, trace.recorded);
    if (trace.recorded.normal)
        metadata["source.normal"] = normalText(trace.source_normal);
    if (trace.recorded.cuts)
        metadata["source.words"] = cutsText(trace.source_words);
    if (trace.recorded.rules)
        metadata["generation"] = generationText(trace.generation);
    std::map<int, Token> entries = shownEntries(trace, token_of);
    entries.insert(trace.entries.begin(), trace.entries.end());
    metadata["vocabulary"] = entriesText(entries);
    store.write(name, safetensorsBytes(trace.tensors, metadata));
}

} // namespace glassformer
