#include "app/session/request_change.h"

#include "core/trace/look/place.h"
#include "core/trace/words/gap_text.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <string_view>
#include <utility>

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

RunRequest withToggled(RunRequest request, const Change& change)
{
    Changes& changes = request.changes;
    const auto found = std::find(changes.begin(), changes.end(), change);
    if (found == changes.end())
        changes.push_back(change);
    else
        changes.erase(found);
    return request;
}

RunRequest withHeadsToggled(RunRequest request, const std::vector<HeadName>& heads)
{
    const bool are_off = std::all_of(
        heads.begin(), heads.end(), [&](const HeadName& head) { return isHeadOff(request.changes, head); });
    for (const HeadName& head : heads)
        if (isHeadOff(request.changes, head) == are_off)
            request = withToggled(std::move(request), headOff(head));
    return request;
}

RunRequest withNumber(RunRequest request, const NumberPlace& place, float number)
{
    Changes& changes = request.changes;
    const Change change{place.tensor, place.head, place.row, place.column, ChangeKind::Set, {number}};
    const auto is_of_same = [&change](const Change& other) {
        return other.kind == ChangeKind::Set && other.tensor == change.tensor && other.head == change.head
            && other.row == change.row && other.column == change.column;
    };
    changes.erase(std::remove_if(changes.begin(), changes.end(), is_of_same), changes.end());
    changes.push_back(change);
    return request;
}

std::optional<Change> shuffledPlaces(AttentionSite site, const std::vector<Token>& tokens)
{
    std::vector<int> words, places;
    for (int i = 0; i < std::ssize(tokens); ++i)
        if (!tokens[static_cast<std::size_t>(i)].is_special)
            words.push_back(i);
    if (words.size() < 2)
        return std::nullopt;
    // Sattolo's way: one cycle through all, so that no word keeps its place.
    places = words;
    std::mt19937 random(1);
    for (std::size_t i = places.size() - 1; i > 0; --i)
        std::swap(places[i], places[random() % i]);
    std::vector<float> values(tokens.size());
    std::iota(values.begin(), values.end(), 0.0f);
    for (std::size_t i = 0; i < words.size(); ++i)
        values[static_cast<std::size_t>(words[i])] = static_cast<float>(places[i]);
    return Change{.tensor = placesName(site), .values = std::move(values)};
}

Change blanked(const ModelConfig& config, AttentionSite site, int token)
{
    return {.tensor = isSecondStack(config, site) ? target_embedding_tensor : source_embedding_tensor,
        .row = token,
        .values = {0}};
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

RunRequest withChance(RunRequest request, const Decoding& decoding)
{
    const int words = request.decoding.max_new_tokens;
    request.decoding = decoding;
    request.decoding.max_new_tokens = words;
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

RunRequest withTokensWritten(const Model& model, const Trace& trace, RunRequest request, int position,
    const std::vector<int>& token_ids)
{
    request = withTokenWritten(model, trace, std::move(request), position, token_ids.front());
    if (trace.config.hasDecoder())
        request.forced_target.insert(request.forced_target.end(), token_ids.begin() + 1, token_ids.end());
    return request;
}

RunRequest withGap(const Model& model, const Trace& trace, RunRequest request, int token)
{
    const std::string mark = gapMark(model);
    if (!mark.empty())
        request.text = withTokenText(trace, token, mark);
    return request;
}

RunRequest withWord(const Model& model, const Trace& trace, RunRequest request, int token, int id)
{
    const std::string word = trimmed(model.tokenizer.token(id).text);
    if (!word.empty())
        request.text = withTokenText(trace, token, word);
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
