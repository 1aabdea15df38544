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

} // namespace

std::string traceFileBytes(const Trace& trace)
{
    return safetensorsBytes(trace.tensors,
        {{"model", trace.config.name}, {"config", configToJson(trace.config)}, {"text", trace.source_text},
            {"target_language", trace.target_language}, {"answer", trace.answer},
            {"source.tokens", tokenTexts(trace.source)}, {"target.tokens", tokenTexts(trace.target)},
            {"written.tokens", tokenTexts(trace.written)}, {"program", "glassformer " GLASSFORMER_VERSION}});
}

} // namespace glassformer
