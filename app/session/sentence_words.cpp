#include "app/session/sentence_words.h"

namespace glassformer {
namespace {

std::optional<Swap> exchange(const Trace& trace, const std::string& from, const std::string& to)
{
    for (const Token& token : trace.source)
        if (token.text == from) {
            std::string text = trace.source_text;
            text.replace(token.span.begin, token.span.end - token.span.begin, to);
            return Swap{
                QString::fromStdString(from), QString::fromStdString(to), QString::fromStdString(text)};
        }
    return std::nullopt;
}

} // namespace

std::optional<Swap> swapFor(const ModelCard& card, const Trace& trace)
{
    for (const auto& [one, other] : card.swaps) {
        if (const auto there = exchange(trace, one, other))
            return there;
        if (const auto back = exchange(trace, other, one))
            return back;
    }
    return std::nullopt;
}

QStringList unknownWordsOf(const TextToRead& read, const ModelConfig& config)
{
    QStringList words;
    if (config.family != ModelConfig{}.family)
        return words;
    for (const WordCut& word : read.words)
        if (read.tokens[word.first_token].is_piece) {
            const QString text =
                QString::fromStdString(read.text.substr(word.span.begin, word.span.end - word.span.begin));
            if (!text.trimmed().isEmpty() && !words.contains(text))
                words.append(text);
        }
    return words;
}

} // namespace glassformer
