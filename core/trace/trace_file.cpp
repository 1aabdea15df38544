#include "core/trace/trace_file.h"

#include "core/file/json.h"
#include "core/file/safetensors_writer.h"

namespace glassformer {
namespace {

std::string tokenTexts(const std::vector<Token>& tokens)
{
    std::vector<Json> texts;
    for (const Token& token : tokens)
        texts.emplace_back(token.text);
    return jsonText(Json::array(texts));
}

/** The sentence of a pair that every token belongs to. */
std::string tokenSegments(const std::vector<Token>& tokens)
{
    std::vector<Json> segments;
    for (const Token& token : tokens)
        segments.emplace_back(token.segment);
    return jsonText(Json::array(segments));
}

} // namespace

std::string traceFileBytes(const Trace& trace)
{
    return safetensorsBytes(trace.tensors,
        {{"model", trace.config.name}, {"config", configToJson(trace.config)}, {"text", trace.source_text},
            {"target_language", trace.target_language}, {"answer", trace.answer},
            {"source.tokens", tokenTexts(trace.source)}, {"source.segments", tokenSegments(trace.source)},
            {"target.tokens", tokenTexts(trace.target)}, {"written.tokens", tokenTexts(trace.written)},
            {"program", "glassformer " GLASSFORMER_VERSION}});
}

} // namespace glassformer
