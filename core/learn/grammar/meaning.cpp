#include "core/learn/grammar/meaning.h"

#include <algorithm>
#include <array>
#include <utility>

namespace glassformer::grammar {

bool Nominal::isPluralAlone() const
{
    const bool points = pronoun == Who::This || pronoun == Who::That;
    if (pronoun && !points)
        return *pronoun == Who::We || *pronoun == Who::YouAll || *pronoun == Who::They;
    // Some masses are many in English and French: clothes, glasses.
    return plural || (noun && (noun->tags.count("many") > 0 || noun->tags.count("english_many") > 0));
}

Who Nominal::frenchPronoun() const
{
    if (!stands_for_other_number)
        return *pronoun;
    return *pronoun == Who::They ? Who::It : Who::They;
}

bool Nominal::isFrenchPluralAlone() const
{
    if (!noun)
        return isPluralAlone() != stands_for_other_number;
    return plural || noun->tags.count("many") > 0 || noun->tags.count("french_many") > 0;
}

bool Nominal::isPlural() const
{
    return isPluralAlone() || (joined && !is_choice);
}

bool Nominal::isFrenchPlural() const
{
    return isFrenchPluralAlone() || (joined && !is_choice);
}

bool Nominal::isThirdSingular() const
{
    const bool is_second = pronoun && (*pronoun == Who::You || *pronoun == Who::I);
    return !isPlural() && !is_second;
}

bool Nominal::isFeminine() const
{
    if (pronoun)
        return *pronoun == Who::She || stands_for_feminine;
    return (name ? name->feminine : noun->feminine) && (!joined || joined->isFeminine());
}

bool Nominal::isPerson() const
{
    if (pronoun)
        return *pronoun != Who::It && *pronoun != Who::This && *pronoun != Who::That && stands_for_person;
    return name || noun->isPerson();
}

bool Nominal::isNobody() const
{
    return name && name->denies;
}

int Nominal::frenchPerson() const
{
    if (!pronoun)
        return isFrenchPlural() ? 5 : 2;
    switch (frenchPronoun()) {
    case Who::I:
        return 0;
    case Who::You:
        return 1;
    case Who::We:
        return 3;
    case Who::YouAll:
        return 4;
    case Who::They:
        return 5;
    default:
        return isFrenchPluralAlone() ? 5 : 2;
    }
}

const Fixed* groundless(Where where)
{
    static constexpr std::array<std::pair<Where, Fixed>, 14> known{{
        {Where::AtHome, {"at home", "à la maison", "家"}},
        {Where::AtSchool, {"at school", "à l'école", "学校"}},
        {Where::Outside, {"outside", "dehors", "外面"}},
        {Where::Here, {"here", "ici", "这里"}},
        {Where::There, {"there", "là-bas", "那里"}},
        {Where::InBed, {"in bed", "au lit", "床上"}},
        {Where::OnBoard, {"on the board", "au tableau", "黑板上"}},
        {Where::InCountry, {"in the country", "à la campagne", "乡下"}},
        {Where::InTown, {"in town", "en ville", "城里"}},
        {Where::AtSeaside, {"at the seaside", "au bord de la mer", "海边"}},
        {Where::InChina, {"in China", "en Chine", "中国"}},
        {Where::InFrance, {"in France", "en France", "法国"}},
        {Where::InParis, {"in Paris", "à Paris", "巴黎"}},
        {Where::InLondon, {"in London", "à Londres", "伦敦"}},
    }};
    const auto found =
        std::find_if(known.begin(), known.end(), [where](const auto& each) { return each.first == where; });
    return found == known.end() ? nullptr : &found->second;
}

} // namespace glassformer::grammar
