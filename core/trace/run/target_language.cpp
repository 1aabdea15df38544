#include "core/trace/run/target_language.h"

#include "core/trace/words/language_codes.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace glassformer {
namespace {

constexpr const char* first_language = "fr";

/** "zh-CN" -> "zh_cn": codes are written in many ways. */
std::string plainCode(std::string code)
{
    for (char& c : code)
        c = c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return code;
}

/** "fr_xx" and "fra_latn": "fra". */
std::string_view languagePart(std::string_view code)
{
    return longLanguageCode(code.substr(0, code.find('_')));
}

/** "cn" of "zh_cn", "hans" of "zho_hans": a land or a script; empty if the code names none. */
std::string_view kindPart(std::string_view code)
{
    const std::size_t end = code.find('_');
    return end == std::string_view::npos ? std::string_view() : code.substr(end + 1);
}

/** Scripts have four letters. Where Chinese is read, a land says which script it writes. */
bool areAlike(std::string_view kind, std::string_view asked)
{
    constexpr std::size_t script = 4;
    if (kind.empty() || asked.empty())
        return true;
    if (kind.size() == script && asked.size() != script) {
        const bool is_traditional = asked == "tw" || asked == "hk" || asked == "mo";
        return is_traditional ? kind != "hans" : kind != "hant";
    }
    return kind == asked || kind.size() != asked.size();
}

/**
 * How well a code says what was asked for: 3 exactly, 2 but for its spelling, 1 the language, by a code of two letters or
 * three, where land or script are not named or say the same.
 */
int likeness(const std::string& code, const std::string& asked)
{
    if (code == asked)
        return 3;
    const std::string plain = plainCode(code), plain_asked = plainCode(asked);
    if (plain == plain_asked)
        return 2;
    return languagePart(plain) == languagePart(plain_asked)
            && areAlike(kindPart(plain), kindPart(plain_asked))
        ? 1
        : 0;
}

} // namespace

std::optional<std::string> languageLike(const std::vector<std::string>& languages, const std::string& code)
{
    const auto best = std::max_element(
        languages.begin(), languages.end(), [&code](const std::string& a, const std::string& b) {
            return likeness(a, code) < likeness(b, code);
        });
    return best != languages.end() && likeness(*best, code) > 0 ? std::optional<std::string>(*best)
                                                                : std::nullopt;
}

std::string targetLanguageFor(const Model& model, const std::string& asked)
{
    const std::vector<std::string> languages = model.targetLanguages();
    if (languages.empty())
        return {};
    if (!asked.empty())
        return languageLike(languages, asked).value_or(asked);
    return languageLike(languages, first_language).value_or(languages.front());
}

std::string nearestTargetLanguage(const Model& model, const std::string& wished)
{
    const std::optional<std::string> like = languageLike(model.targetLanguages(), wished);
    return like ? *like : targetLanguageFor(model, {});
}

} // namespace glassformer
