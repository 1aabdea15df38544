#include "core/trace/text_notice.h"

#include "core/text/characters/unicode.h"
#include "core/trace/first_look.h"

#include <algorithm>
#include <string_view>

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

/** The text that was typed, without what was written behind it and the marks that are no words of it. */
std::string readText(const Trace& trace)
{
    std::string text;
    for (const Token& token : trace.source)
        if (!token.is_special && !token.span.isEmpty() && token.span.end <= trace.source_text.size())
            text += trace.source_text.substr(token.span.begin, token.span.end - token.span.begin) + ' ';
    return replaceInvalidUtf8(text);
}

bool isChinese(const std::string& language)
{
    return language == "zh";
}

/** How many tokens of the text are among the words. */
int countOf(const Trace& trace, const std::vector<std::string>& words)
{
    return static_cast<int>(std::count_if(trace.source.begin(), trace.source.end(), [&](const Token& token) {
        return std::find(words.begin(), words.end(), token.text) != words.end();
    }));
}

/** Of the languages that are written in the letters of the text, the one whose telling words it has most of. */
std::optional<std::string> languageOf(
    const Trace& trace, const Letters& letters, const TrainedLanguages& known)
{
    if (letters.han > letters.latin)
        return "zh";
    std::optional<std::string> best;
    int most = 0;
    for (const auto& [language, words] : known.telling_words)
        if (const int count = countOf(trace, words); count > most) {
            best = language;
            most = count;
        }
    if (best)
        return best;
    for (const auto& [read, written] : known.directions)
        if (!isChinese(read))
            return read;
    return std::nullopt;
}

std::optional<Message> unknownTokens(const Trace& trace, const SpecialTokens& special)
{
    int content = 0, unknown = 0;
    for (const Token& token : trace.source) {
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

std::optional<Message> textNotice(
    const Trace& trace, const SpecialTokens& special, const TrainedLanguages& languages)
{
    if (const auto unknown = unknownTokens(trace, special))
        return unknown;
    if (languages.isEmpty())
        return std::nullopt;
    const Letters letters = lettersOf(readText(trace));
    if (letters.all() <= 0)
        return std::nullopt;
    if (letters.other > letters.all() / 2)
        return Message::tr("This model has never seen the letters of this text: expect odd answers.");
    if (std::min(letters.latin, letters.han) >= mixed_share * letters.all())
        return Message::tr(
            "This text mixes languages, and the model has learned from sentences in one: expect odd "
            "answers.");
    const std::optional<std::string> language = languageOf(trace, letters, languages);
    return language ? languageTrouble(*language, trace.target_language, languages.directions) : std::nullopt;
}

} // namespace glassformer
