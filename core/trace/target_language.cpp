#include "core/trace/target_language.h"

#include <algorithm>
#include <optional>
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

std::string languagePart(const std::string& code)
{
    return code.substr(0, code.find('_'));
}

/** How well a code says what was asked for: 3 exactly, 2 but for its spelling, 1 the language without the land. */
int likeness(const std::string& code, const std::string& asked)
{
    if (code == asked)
        return 3;
    const std::string plain = plainCode(code), plain_asked = plainCode(asked);
    if (plain == plain_asked)
        return 2;
    const bool names_both_lands =
        plain.find('_') != std::string::npos && plain_asked.find('_') != std::string::npos;
    return !names_both_lands && languagePart(plain) == languagePart(plain_asked) ? 1 : 0;
}

/** The language that is most like a code; nothing if none is. */
std::optional<std::string> mostLike(const std::vector<std::string>& languages, const std::string& code)
{
    const auto best = std::max_element(
        languages.begin(), languages.end(), [&code](const std::string& a, const std::string& b) {
            return likeness(a, code) < likeness(b, code);
        });
    return best != languages.end() && likeness(*best, code) > 0 ? std::optional<std::string>(*best)
                                                                : std::nullopt;
}

} // namespace

std::string targetLanguageFor(const Model& model, const std::string& asked)
{
    const std::vector<std::string> languages = model.targetLanguages();
    if (languages.empty())
        return {};
    if (!asked.empty())
        return mostLike(languages, asked).value_or(asked);
    return mostLike(languages, first_language).value_or(languages.front());
}

std::string nearestTargetLanguage(const Model& model, const std::string& wished)
{
    const std::optional<std::string> like = mostLike(model.targetLanguages(), wished);
    return like ? *like : targetLanguageFor(model, {});
}

} // namespace glassformer
