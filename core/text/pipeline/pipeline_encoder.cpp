#include "core/text/pipeline/pipeline_encoder.h"

#include "core/error.h"

#include <algorithm>
#include <utility>

namespace glassformer {

Encoding PipelineTokenizer::Encoder::run(const std::string& target_language)
{
    const PipelineParts& parts = m_tokenizer.m_parts;
    for (const int id : parts.before)
        addAround(id, 0);
    if (!target_language.empty())
        addTarget(target_language);

    const AlignedText characters = alignedText(m_text);
    for (const auto& [range, id] : m_tokenizer.m_raw_finder.find(characters)) {
        const AlignedView part = AlignedView(characters).subspan(range.begin, range.end - range.begin);
        if (id >= 0) {
            m_normal.add(part);
            addFound(id, originOf(part));
        } else {
            addText({part.begin(), part.end()});
        }
    }
    m_encoding.normal = m_normal.finish();

    for (const int id : parts.after)
        addAround(id, m_text.size());
    numberSegments(m_encoding, parts.pair, parts.before.size(), parts.after.size());
    return std::move(m_encoding);
}

void PipelineTokenizer::Encoder::addAround(int id, std::size_t place)
{
    Token token = m_tokenizer.token(id);
    token.span = {place, place};
    token.is_special = true;
    m_encoding.tokens.push_back(std::move(token));
}

void PipelineTokenizer::Encoder::addTarget(const std::string& language)
{
    const auto& targets = m_tokenizer.m_parts.special.targets;
    const auto target = targets.find(language);
    if (target == targets.end()) {
        std::string known;
        for (const auto& [name, id] : targets)
            known += (known.empty() ? "" : ", ") + name;
        throw Error({.found = Message::tr("the target language \"%1\"", language),
            .where = {},
            .expected = known.empty() ? Message::tr("none: the model does not choose between languages")
                                      : Message::tr("one of: %1", known),
            .remedy = Message::tr("Choose a language that the model was trained for.")});
    }
    if (m_tokenizer.m_parts.target_leads)
        addAround(target->second, 0);
}

void PipelineTokenizer::Encoder::addFound(int id, TextSpan span)
{
    WordCut word{.span = span, .first_token = m_encoding.tokens.size(), .token_count = 1};
    Token token = m_tokenizer.token(id);
    token.span = span;
    m_encoding.tokens.push_back(std::move(token));
    m_encoding.words.push_back(std::move(word));
}

void PipelineTokenizer::Encoder::addText(AlignedText text)
{
    const PipelineParts& parts = m_tokenizer.m_parts;
    const AlignedText changed = normalized(std::move(text), parts.normalizer, m_text);
    m_normal.add(changed);
    for (const auto& [range, id] : m_tokenizer.m_normalized_finder.find(changed)) {
        const AlignedView part = AlignedView(changed).subspan(range.begin, range.end - range.begin);
        if (id >= 0) {
            addFound(id, originOf(part));
            continue;
        }
        for (const AlignedText& word :
            splitIntoWords({part.begin(), part.end()}, parts.pre_tokenizer, m_text))
            addWord(word);
    }
}

void PipelineTokenizer::Encoder::addWord(AlignedView word)
{
    WordTokens cut =
        std::visit([&](const auto& model) { return model.cut(word, m_tokenizer.m_parts.vocabulary); },
            m_tokenizer.m_parts.model);
    const std::vector<Group> groups = groupsOf(cut);
    const std::vector<WordToken> tokens = cut.tokens;
    std::vector<WordCut> records = recordsOf(std::move(cut), groups);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto& [first, end, span] = groups[i];
        records[i].first_token = m_encoding.tokens.size();
        records[i].token_count = end - first;
        for (std::size_t place = first; place < end; ++place) {
            Token token = m_tokenizer.token(tokens[place].id);
            token.span = tokens[place].span;
            token.is_piece = end - first > 1;
            m_encoding.tokens.push_back(std::move(token));
        }
        m_encoding.words.push_back(std::move(records[i]));
    }
}

/** Models without pre-tokenizer cut whole texts; there a word is what begins with the mark of a space. */
std::vector<PipelineTokenizer::Encoder::Group> PipelineTokenizer::Encoder::groupsOf(
    const WordTokens& cut) const
{
    const std::string& mark = m_tokenizer.m_style.space_mark;
    std::vector<Group> groups;
    for (std::size_t place = 0; place < cut.tokens.size(); ++place) {
        const auto& [id, span] = cut.tokens[place];
        const bool is_marked = !mark.empty() && m_tokenizer.entry(id).compare(0, mark.size(), mark) == 0;
        if (groups.empty() || is_marked)
            groups.push_back({place, place, span});
        groups.back().end = place + 1;
        groups.back().span.end = std::max(groups.back().span.end, span.end);
    }
    return groups;
}

/** Gives every step to the group that it lies in. Steps and groups go from left to right, merges do not. */
std::vector<WordCut> PipelineTokenizer::Encoder::recordsOf(
    WordTokens cut, const std::vector<Group>& groups) const
{
    std::vector<WordCut> records;
    for (const Group& group : groups)
        records.push_back({.span = group.span});
    if (records.empty())
        return records;
    const auto indexAt = [&](TextSpan span) {
        const auto behind = std::upper_bound(groups.begin() + 1, groups.end(), span.begin,
            [](std::size_t begin, const Group& group) { return begin < group.span.begin; });
        return static_cast<std::size_t>(behind - groups.begin()) - 1;
    };
    for (CutStep& step : cut.steps)
        records[indexAt(step.span)].steps.push_back(std::move(step));
    std::vector<std::size_t> first_symbols(groups.size(), cut.symbols.size());
    for (std::size_t place = 0; place < cut.symbols.size(); ++place) {
        const std::size_t index = indexAt(cut.symbols[place].span);
        first_symbols[index] = std::min(first_symbols[index], place);
        if (records[index].symbols.size() < max_word_steps)
            records[index].symbols.push_back(shown(cut.symbols[place].id));
    }
    for (const auto& [left, right, merged, rank, place, span] : cut.merges) {
        const std::size_t index = indexAt(span);
        if (records[index].merges.size() < max_word_steps)
            records[index].merges.push_back(
                {shown(left), shown(right), shown(merged), rank, place - first_symbols[index], span});
    }
    for (const auto& [id, score, span] : cut.choices) {
        WordCut& record = records[indexAt(span)];
        if (record.choices.size() < max_word_steps)
            record.choices.push_back({span, shown(id), score});
    }
    return records;
}

} // namespace glassformer
