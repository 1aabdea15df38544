#include "core/model/writing/ruled_tokens.h"

#include <algorithm>
#include <limits>

namespace glassformer {
namespace {

using Ids = std::span<const int>;

std::vector<int> sortedOnce(std::vector<int> ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

/** Tokens that stand in a text behind the last n - 1 tokens of what was read: each would make n tokens of it again. */
std::vector<int> completions(Ids text, Ids read, int n)
{
    std::vector<int> ids;
    const auto before = static_cast<std::size_t>(n) - 1;
    if (n < 1 || read.size() < before)
        return ids;
    const Ids last = read.last(before);
    for (std::size_t end = before; end < text.size(); ++end)
        if (std::equal(last.begin(), last.end(), text.begin() + static_cast<std::ptrdiff_t>(end - before)))
            ids.push_back(text[end]);
    return sortedOnce(std::move(ids));
}

/** The last tokens of sequences of which all the others have just been read; an end is never a bad word. */
std::vector<int> lastsOfBadWords(const GenerationTokens& tokens, Ids read)
{
    std::vector<int> ids;
    for (const std::vector<int>& word : tokens.rules.bad_words) {
        const std::size_t before = word.size() - 1;
        const bool is_end = before == 0 && tokens.isEnd(word.front());
        if (!is_end && read.size() >= before
            && std::equal(word.begin(), word.end() - 1, read.end() - static_cast<std::ptrdiff_t>(before)))
            ids.push_back(word.back());
    }
    return ids;
}

float penalised(float score, double penalty)
{
    return static_cast<float>(score < 0 ? score * penalty : score / penalty);
}

} // namespace

std::vector<RuledToken> ruledTokens(const GenerationTokens& tokens, const TextSoFar& text)
{
    const GenerationRules& rules = tokens.rules;
    std::vector<int> read(text.prompt.begin(), text.prompt.end());
    read.insert(read.end(), text.written.begin(), text.written.end());
    const Ids source = text.source.empty() ? text.prompt : text.source;
    std::vector<RuledToken> ruled;
    const auto add = [&ruled](GenerationRule rule, const std::vector<int>& ids) {
        for (const int id : ids)
            ruled.push_back({id, rule});
    };
    if (rules.encoder_repetition_penalty != 1)
        add(GenerationRule::EncoderRepetitionPenalty, sortedOnce({source.begin(), source.end()}));
    if (rules.repetition_penalty != 1)
        add(GenerationRule::RepetitionPenalty, sortedOnce(read));
    add(GenerationRule::NoRepeatNgram, completions(read, read, rules.no_repeat_ngram));
    add(GenerationRule::EncoderNoRepeatNgram, completions(source, read, rules.encoder_no_repeat_ngram));
    add(GenerationRule::BadWords, lastsOfBadWords(tokens, read));
    if (static_cast<int>(read.size()) < rules.min_length)
        add(GenerationRule::MinLength, tokens.ends);
    if (static_cast<int>(text.written.size()) < rules.min_new_tokens)
        add(GenerationRule::MinNewTokens, tokens.ends);
    add(GenerationRule::Suppress, rules.suppressed);
    // A first token that is always the same is not chosen.
    const std::size_t first = text.prompt.size() == 1 && tokens.first >= 0 ? 1 : 0;
    if (text.written.size() == first)
        add(GenerationRule::BeginSuppress, rules.suppressed_first);
    return ruled;
}

void applyRules(const GenerationTokens& tokens, const TextSoFar& text, RowVector<float>& scores)
{
    for (const auto& [id, rule] : ruledTokens(tokens, text)) {
        if (id < 0 || id >= scores.size())
            continue;
        if (forbids(rule))
            scores(id) = -std::numeric_limits<float>::infinity();
        else if (rule == GenerationRule::RepetitionPenalty)
            scores(id) = penalised(scores(id), tokens.rules.repetition_penalty);
        else
            scores(id) = penalised(scores(id), 1 / tokens.rules.encoder_repetition_penalty);
    }
}

} // namespace glassformer
