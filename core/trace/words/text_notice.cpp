#include "core/trace/words/text_notice.h"

#include "core/text/characters/unicode.h"
#include "core/trace/look/first_look.h"
#include "core/trace/run/run_words.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace glassformer {
namespace {

/** From this share of unknown tokens on, a text is more gap than text. */
constexpr double most_unknown = 0.5;
/** A text of two kinds of letters is mixed if the rarer has at least this share: a name does not make it so. */
constexpr double mixed_share = 0.2;

Message nameOf(const std::string& language)
{
    return language == "en" ? Message::tr("English")
        : language == "fr"  ? Message::tr("French")
        : language == "zh"  ? Message::tr("Chinese")
                            : Message(language);
}

bool isLatin(char32_t code)
{
    return code < 0x250 || (code >= 0x1e00 && code < 0x1f00);
}

/** How many letters of a text are of which kind; a Chinese character says as much as about four letters. */
struct Letters
{
    double latin = 0, han = 0, other = 0;

    double all() const { return latin + han + other; }
};

Letters lettersOf(std::string_view text)
{
    constexpr double weight_of_han = 4;
    Letters letters;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        at += character.size;
        const CharacterKind kind = kindOf(character.code);
        if (kind == CharacterKind::Han)
            letters.han += weight_of_han;
        else if (kind == CharacterKind::Letter)
            (isLatin(character.code) ? letters.latin : letters.other) += 1;
    }
    return letters;
}

/** The text that was typed, without what is no word of it: a gap's mark. */
std::string wordsAlone(const TextToRead& read)
{
    std::string text = read.text;
    for (const Token& token : read.tokens)
        if (token.is_special && token.span.end <= text.size())
            std::fill(text.begin() + static_cast<std::ptrdiff_t>(token.span.begin),
                text.begin() + static_cast<std::ptrdiff_t>(token.span.end), ' ');
    return replaceInvalidUtf8(text);
}

/** Runs of letters; an apostrophe ends the word that it belongs to, as in "n'était". */
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    for (std::size_t at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        const CharacterKind kind = kindOf(character.code);
        const bool ends = isApostrophe(character.code);
        if (ends || kind == CharacterKind::Letter || kind == CharacterKind::Mark)
            words.back() += ends ? std::string("'") : std::string(text.substr(at, character.size));
        if ((ends || (kind != CharacterKind::Letter && kind != CharacterKind::Mark)) && !words.back().empty())
            words.emplace_back();
        at += character.size;
    }
    return words;
}

bool isChinese(const std::string& language)
{
    return language == "zh";
}

/** Of the languages that are written in the letters of the text, the one whose telling words it has most of. */
std::optional<std::string> languageOf(
    std::string_view text, const Letters& letters, const TrainedLanguages& known)
{
    if (letters.han > letters.latin)
        return "zh";
    const std::vector<std::string> words = wordsOf(text);
    std::optional<std::string> best;
    std::ptrdiff_t most = 0;
    for (const auto& [language, telling] : known.telling_words) {
        const auto count =
            std::count_if(words.begin(), words.end(), [&list = telling](const std::string& word) {
                return std::find(list.begin(), list.end(), word) != list.end();
            });
        if (count > most) {
            best = language;
            most = count;
        }
    }
    if (best)
        return best;
    for (const auto& [read, written] : known.directions)
        if (!isChinese(read))
            return read;
    return std::nullopt;
}

std::optional<Message> unknownTokens(const TextToRead& read, const SpecialTokens& special)
{
    int content = 0, unknown = 0;
    for (const Token& token : read.tokens) {
        const bool is_unknown = special.unknown >= 0 && token.id == special.unknown && !token.span.isEmpty();
        unknown += is_unknown;
        content += is_unknown || hasContent(token);
    }
    if (unknown == 0 || unknown < most_unknown * content)
        return std::nullopt;
    return Message::tr(
        "The vocabulary of this model lacks %1 of the %2 words and signs of this text, so the answer "
        "means little.",
        unknown, content);
}

std::optional<Message> languageTrouble(const std::string& language, const std::string& target,
    const std::vector<std::pair<std::string, std::string>>& directions)
{
    std::vector<std::string> read;
    for (const auto& [from, to] : directions)
        if (to == target || target.empty())
            read.push_back(from);
    if (read.empty() || std::find(read.begin(), read.end(), language) != read.end())
        return std::nullopt;
    if (language == target)
        return Message::tr(
            "This text is in %1 already, the language that is to be written. Choose another one.",
            nameOf(language));
    const Message readable =
        read.size() == 1 ? nameOf(read.front()) : Message::tr("%1 or %2", nameOf(read[0]), nameOf(read[1]));
    return target.empty()
        ? Message::tr("This model has learned to read %1, and this text is in %2: expect odd answers.",
            readable, nameOf(language))
        : Message::tr(
            "This model has learned to write %1 from %2, and this text is in %3: expect odd answers.",
            nameOf(target), readable, nameOf(language));
}

} // namespace

TextToRead textToRead(const Model& model, const RunRequest& request)
{
    Encoding encoding = encodeRequest(model, request);
    return {request.text, request.target_language, std::move(encoding.tokens), std::move(encoding.words)};
}

TextToRead textOf(const Trace& trace)
{
    return {trace.source_text, trace.target_language, trace.source, trace.source_words};
}

std::optional<Message> textNotice(
    const TextToRead& read, const SpecialTokens& special, const TrainedLanguages& languages)
{
    if (const auto unknown = unknownTokens(read, special))
        return unknown;
    if (languages.isEmpty())
        return std::nullopt;
    const std::string text = wordsAlone(read);
    const Letters letters = lettersOf(text);
    if (letters.all() <= 0)
        return std::nullopt;
    if (letters.other > letters.all() / 2)
        return Message::tr("This model has never seen the letters of this text: expect odd answers.");
    if (std::min(letters.latin, letters.han) >= mixed_share * letters.all())
        return Message::tr(
            "This text mixes languages, and the model has learned from sentences in one: expect odd "
            "answers.");
    const std::optional<std::string> language = languageOf(text, letters, languages);
    return language ? languageTrouble(*language, read.target_language, languages.directions) : std::nullopt;
}

} // namespace glassformer
