#include "core/learn/grammar/french/french_verb.h"

#include <array>

namespace glassformer::grammar {
namespace {

bool endsWith(const std::string& text, std::string_view end)
{
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

std::string without(const std::string& text, std::size_t bytes)
{
    return text.substr(0, text.size() - bytes);
}

/** Verbs that double the consonant instead of taking an accent. */
bool doubles(const std::string& infinitive)
{
    return endsWith(infinitive, "appeler") || endsWith(infinitive, "jeter");
}

/** The stem of a verb in -er before an ending that is not heard: achèt-, appell-, répèt-, nettoi-. */
std::string mutedStem(const std::string& infinitive, bool is_future)
{
    const std::string stem = without(infinitive, 2);
    if (doubles(infinitive))
        return stem + stem.back();
    if (endsWith(stem, "oy") || endsWith(stem, "uy"))
        return without(stem, 1) + "i";
    // One consonant behind e or é.
    if (stem.size() >= 2 && std::string_view("tnvlrspgm").find(stem.back()) != std::string_view::npos) {
        const std::string before = without(stem, 1);
        if (before.back() == 'e' && before.size() >= 2)
            return without(before, 1) + "è" + stem.back();
        if (endsWith(before, "é") && !is_future)
            return without(before, 2) + "è" + stem.back();
    }
    return stem;
}

bool isEr(const std::string& infinitive)
{
    return endsWith(infinitive, "er");
}

} // namespace

std::string FrenchVerbs::present(const std::string& infinitive, int person) const
{
    const auto at = static_cast<std::size_t>(person);
    if (const auto known = m_irregular.find(infinitive); known != m_irregular.end())
        return known->second.present[at];
    static constexpr std::array er{"e", "es", "e", "ons", "ez", "ent"};
    static constexpr std::array ir{"is", "is", "it", "issons", "issez", "issent"};
    static constexpr std::array re{"s", "s", "", "ons", "ez", "ent"};
    const std::string stem = without(infinitive, 2);
    if (endsWith(infinitive, "ir"))
        return stem + ir[at];
    if (!isEr(infinitive))
        return stem + re[at];
    if (person == 3 && stem.back() == 'g')
        return stem + "eons";
    if (person == 3 && stem.back() == 'c')
        return without(stem, 1) + "çons";
    const bool is_muted = person != 3 && person != 4;
    return (is_muted ? mutedStem(infinitive, false) : stem) + er[at];
}

std::string FrenchVerbs::imperfect(const std::string& infinitive, int person) const
{
    static constexpr std::array endings{"ais", "ais", "ait", "ions", "iez", "aient"};
    std::string stem = infinitive == "être" ? "ét" : without(present(infinitive, 3), 3);
    const bool before_i = person == 3 || person == 4;
    if (before_i && endsWith(stem, "ge"))
        stem = without(stem, 1);
    if (before_i && endsWith(stem, "ç"))
        stem = without(stem, 2) + "c";
    return stem + endings[static_cast<std::size_t>(person)];
}

std::string FrenchVerbs::futureStem(const std::string& infinitive) const
{
    if (const auto known = m_irregular.find(infinitive); known != m_irregular.end())
        return known->second.future_stem;
    if (isEr(infinitive))
        return mutedStem(infinitive, true) + "er";
    return endsWith(infinitive, "re") ? without(infinitive, 1) : infinitive;
}

std::string FrenchVerbs::future(const std::string& infinitive, int person) const
{
    static constexpr std::array endings{"ai", "as", "a", "ons", "ez", "ont"};
    return futureStem(infinitive) + endings[static_cast<std::size_t>(person)];
}

std::string FrenchVerbs::conditional(const std::string& infinitive, int person) const
{
    static constexpr std::array endings{"ais", "ais", "ait", "ions", "iez", "aient"};
    return futureStem(infinitive) + endings[static_cast<std::size_t>(person)];
}

std::string FrenchVerbs::participle(const std::string& infinitive) const
{
    if (const auto known = m_irregular.find(infinitive); known != m_irregular.end())
        return known->second.participle;
    const std::string stem = without(infinitive, 2);
    return stem + (isEr(infinitive) ? "é" : endsWith(infinitive, "ir") ? "i" : "u");
}

std::string FrenchVerbs::gerund(const std::string& infinitive) const
{
    if (infinitive == "être" || infinitive == "avoir")
        return infinitive == "être" ? "étant" : "ayant";
    return infinitive == "savoir" ? "sachant" : without(present(infinitive, 3), 3) + "ant";
}

std::string FrenchVerbs::imperative(const std::string& infinitive) const
{
    if (infinitive == "être")
        return "sois";
    if (infinitive == "avoir")
        return "aie";
    const std::string form = present(infinitive, 1);
    return endsWith(form, "es") || infinitive == "aller" ? without(form, 1) : form;
}

} // namespace glassformer::grammar
