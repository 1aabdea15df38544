#include "core/experiment/effect/asked_word.h"

#include "core/error.h"
#include "core/trace/look/first_look.h"

#include <algorithm>
#include <string_view>

namespace glassformer {
namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
    return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

} // namespace

std::optional<AskedWord> firstAskedWord(const Trace& trace)
{
    return askedWord(trace, firstLook(trace, {}).position);
}

std::optional<AskedWord> writtenWord(const Trace& trace, const std::string& text)
{
    for (int row = std::max(0, trace.given - 1); row < std::ssize(trace.written); ++row)
        if (trimmed(trace.written[static_cast<std::size_t>(row)].text) == trimmed(text))
            return askedWord(trace, row);
    return std::nullopt;
}

Token vocabularyWord(const Tokenizer& tokenizer, const std::string& text)
{
    std::optional<Token> nearly;
    for (int id = 0; id < tokenizer.size(); ++id) {
        Token token = tokenizer.token(id);
        if (token.text == text)
            return token;
        if (!nearly && !token.is_special && trimmed(token.text) == trimmed(text))
            nearly = std::move(token);
    }
    if (!nearly)
        throw Error({Message::tr("“%1”, which is no token of the model", text), {},
            Message::tr("a word that the model writes as one token"),
            Message::tr("Ask for another word, or for the first piece of this one.")});
    return *nearly;
}

} // namespace glassformer
