#include "core/learn/grammar/meaning.h"

namespace glassformer::grammar {

bool Nominal::isPlural() const
{
    if (pronoun)
        return *pronoun == Who::We || *pronoun == Who::YouAll || *pronoun == Who::They;
    // Some masses are many in English and French: clothes, glasses.
    return plural || (noun && noun->tags.count("many") > 0);
}

bool Nominal::isFrenchPlural() const
{
    return isPlural() || (noun && noun->tags.count("french_many") > 0);
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
    return name ? name->feminine : noun->feminine;
}

bool Nominal::isPerson() const
{
    if (pronoun)
        return *pronoun != Who::It && stands_for_person;
    return name || noun->isPerson();
}

int Nominal::frenchPerson() const
{
    if (!pronoun)
        return isFrenchPlural() ? 5 : 2;
    switch (*pronoun) {
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
        return 2;
    }
}

} // namespace glassformer::grammar
