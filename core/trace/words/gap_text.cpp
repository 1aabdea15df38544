#include "core/trace/words/gap_text.h"

#include "core/text/characters/chinese_spacing.h"

#include <algorithm>

namespace glassformer {

bool isGap(const Token& token)
{
    return token.text == "[MASK]" || token.text == "<mask>" || token.text == "<gap>";
}

std::optional<int> firstGap(const Trace& trace)
{
    const auto found = std::find_if(trace.source.begin(), trace.source.end(), isGap);
    if (found == trace.source.end())
        return std::nullopt;
    return static_cast<int>(found - trace.source.begin());
}

std::string gapMark(const Model& model)
{
    const int mask = model.tokenizer.specialTokens().mask;
    return mask < 0 ? std::string() : model.tokenizer.token(mask).text;
}

std::string withTokenText(const Trace& trace, int token, const std::string& text)
{
    const TextSpan span = trace.source.at(static_cast<std::size_t>(token)).span;
    return replacedInSentence(trace.source_text, span, text);
}

} // namespace glassformer
