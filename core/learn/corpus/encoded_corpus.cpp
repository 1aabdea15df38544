#include "core/learn/corpus/encoded_corpus.h"

#include "core/error.h"

namespace glassformer {
namespace {

TokenRange tokensOf(const TextSpan& span, const Encoding& encoding)
{
    TokenRange range;
    if (span.isEmpty())
        return range;
    for (std::size_t i = 0; i < encoding.tokens.size(); ++i) {
        const TextSpan& token = encoding.tokens[i].span;
        if (token.isEmpty() || token.end <= span.begin || token.begin >= span.end)
            continue;
        if (range.isEmpty())
            range.begin = static_cast<std::uint16_t>(i);
        range.end = static_cast<std::uint16_t>(i + 1);
    }
    return range;
}

LinkedTokens linkedTokens(const WordLink& link, const std::array<Encoding, language_count>& encodings)
{
    LinkedTokens tokens;
    for (std::size_t language = 0; language < language_count; ++language)
        tokens[language] = tokensOf(link[language], encodings[language]);
    return tokens;
}

} // namespace

const std::string& languageCode(Language language)
{
    static const std::array<std::string, language_count> codes{"en", "fr", "zh"};
    return codes[static_cast<std::size_t>(language)];
}

Language languageFromCode(const std::string& code)
{
    for (const Language language : {Language::English, Language::French, Language::Chinese})
        if (languageCode(language) == code)
            return language;
    throw Error({Message::tr("\"%1\" is not a language of the world", code), {},
        Message::tr("one of en, fr, zh"), {}});
}

std::string directionText(const Direction& direction)
{
    return languageCode(direction.from) + "-" + languageCode(direction.to);
}

Direction directionFromText(const std::string& text)
{
    constexpr std::array languages{Language::English, Language::French, Language::Chinese};
    for (const Language from : languages)
        for (const Language to : languages)
            if (from != to && directionText({from, to}) == text)
                return {from, to};
    throw Error({Message::tr("\"%1\" is not a direction of translation", text), {},
        Message::tr("two of en, fr, zh, as in en-fr"), {}});
}

Encoding encodeWhole(std::string_view text, const Tokenizer& tokenizer)
{
    Encoding encoding = tokenizer.encode(text);
    const bool is_beginning = encoding.tokens.front().id == tokenizer.specialTokens().start;
    if (!is_beginning)
        return encoding;
    encoding.tokens.erase(encoding.tokens.begin());
    encoding.tokens.push_back(tokenizer.token(tokenizer.specialTokens().end));
    for (WordCut& word : encoding.words)
        --word.first_token;
    return encoding;
}

EncodedSentence encodeSentence(const Sentence& sentence, const Tokenizer& tokenizer)
{
    std::array<Encoding, language_count> encodings;
    EncodedSentence encoded;
    for (std::size_t language = 0; language < language_count; ++language) {
        encodings[language] = encodeWhole(sentence.text[language], tokenizer);
        encoded.ids[language] = encodings[language].ids();
    }
    for (const WordLink& link : sentence.links)
        encoded.links.push_back(linkedTokens(link, encodings));
    encoded.pronoun = linkedTokens(sentence.pronoun, encodings);
    encoded.antecedent = linkedTokens(sentence.antecedent, encodings);
    encoded.rival = linkedTokens(sentence.rival, encodings);
    encoded.cue = linkedTokens(sentence.cue, encodings);
    encoded.is_usual = sentence.is_usual;
    encoded.clause_first = sentence.clause_first;
    encoded.numbers_differ = sentence.numbers_differ;
    encoded.boosted = sentence.both_singular && sentence.genders_differ;
    return encoded;
}

std::vector<EncodedSentence> encodeSentences(std::span<const Sentence> sentences, const Tokenizer& tokenizer)
{
    std::vector<EncodedSentence> encoded;
    encoded.reserve(sentences.size());
    for (const Sentence& sentence : sentences)
        encoded.push_back(encodeSentence(sentence, tokenizer));
    return encoded;
}

} // namespace glassformer
