#include "core/trace/record/recorded_facts.h"

#include "core/file/json/strict_json.h"
#include "core/trace/look/view_text.h"
#include "core/trace/record/recorded_cuts.h"
#include "core/trace/record/recorded_normal.h"
#include "core/trace/record/recorded_rules.h"

namespace glassformer {

RecordedFacts::RecordedFacts(const std::map<std::string, std::string>& metadata, const std::string& name)
    : m_metadata(metadata)
    , m_name(name)
{
}

std::string RecordedFacts::text(const std::string& key) const
{
    const auto found = m_metadata.find(key);
    return found == m_metadata.end() ? std::string() : found->second;
}

void RecordedFacts::readRequest(Trace& trace) const
{
    trace.source_text = text("text");
    trace.target_language = text("target_language");
    const std::string request = text("request");
    if (request.empty())
        return;
    const View view = ViewText::fromJson(request, where("request")).over({});
    trace.weights_digest = view.model.digest;
    trace.source_text = view.request.text;
    trace.target_language = view.request.target_language;
    trace.source_language = view.request.source_language;
    trace.decoding = view.request.decoding;
    trace.changes = view.request.changes;
    trace.forced_target = view.request.forced_target;
}

void RecordedFacts::readRest(Trace& trace) const
{
    const std::string ended = text("ended"), normal = text("source.normal"), words = text("source.words"),
                      rules = text("generation");
    trace.recorded.end = !ended.empty();
    trace.recorded.normal = !normal.empty();
    trace.recorded.cuts = !words.empty();
    trace.recorded.rules = !rules.empty();
    if (trace.recorded.end) {
        const Json value = parseJson(ended, where("ended"));
        trace.ended = JsonField(value, where("ended")).boolean();
    }
    if (trace.recorded.normal)
        trace.source_normal = normalFromText(normal, where("source.normal"), trace.source_text);
    if (trace.recorded.cuts)
        trace.source_words =
            cutsFromText(words, where("source.words"), trace.source.size(), trace.source_text);
    if (trace.recorded.rules)
        trace.generation = generationFromText(rules, where("generation"));
}

} // namespace glassformer
