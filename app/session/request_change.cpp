#include "app/session/request_change.h"

#include "core/trace/words/gap_text.h"

#include <algorithm>
#include <string_view>

namespace glassformer {
namespace {

std::string trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos)
        return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\n") + 1 - begin));
}

} // namespace

RunRequest withHeadToggled(RunRequest request, const HeadName& head)
{
    Changes& changes = request.changes;
    const auto found = std::find(changes.begin(), changes.end(), headOff(head));
    if (found == changes.end())
        changes.push_back(headOff(head));
    else
        changes.erase(found);
    return request;
}

bool isOff(const RunRequest& request, const HeadName& head)
{
    return isHeadOff(request.changes, head);
}

RunRequest withTemperature(RunRequest request, double temperature)
{
    request.decoding.kind = temperature > 0 ? DecodingKind::Sample : DecodingKind::Greedy;
    if (temperature > 0)
        request.decoding.temperature = temperature;
    return request;
}

double temperatureOf(const RunRequest& request)
{
    return request.decoding.kind == DecodingKind::Sample ? request.decoding.temperature : 0;
}

RunRequest withTokenWritten(
    const Model& model, const Trace& trace, RunRequest request, int position, int token_id)
{
    const ModelConfig& config = trace.config;
    const auto row = static_cast<std::size_t>(position);
    if (!config.hasDecoder()) {
        request.text = withTokenText(trace, position, trimmed(model.tokenizer.token(token_id).text));
        return request;
    }
    const int first = config.hasEncoder() ? 0 : std::max(0, trace.given - 1);
    if (position < first)
        request.text.resize(trace.source[row].span.end);
    request.forced_target.clear();
    for (int t = first; t < position; ++t)
        request.forced_target.push_back(trace.written[static_cast<std::size_t>(t)].id);
    request.forced_target.push_back(token_id);
    return request;
}

RunRequest withGap(const Model& model, const Trace& trace, RunRequest request, int token)
{
    const std::string mark = gapMark(model);
    if (!mark.empty())
        request.text = withTokenText(trace, token, mark);
    return request;
}

bool isExperiment(const RunRequest& request, const RunRequest& before)
{
    const bool same_text = request.text == before.text && request.target_language == before.target_language
        && request.source_language == before.source_language;
    const bool same_conditions =
        request.changes == before.changes && request.forced_target == before.forced_target;
    return same_text && !same_conditions;
}

} // namespace glassformer
