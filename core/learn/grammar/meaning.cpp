#include "core/learn/grammar/meaning.h"

namespace glassformer::grammar {

bool Nominal::isPluralAlone() const
{
    const bool points = pronoun == Who::This || pronoun == Who::That;
    if (pronoun && !points)
        return *pronoun == Who::We || *pronoun == Who::YouAll || *pronoun == Who::They;
    // Some masses are many in English and French: clothes, glasses.
    return plural || (noun && (noun->tags.count("many") > 0 || noun->tags.count("english_many") > 0));
}

bool Nominal::isFrenchPluralAlone() const
{
    if (!noun)
        return isPluralAlone();
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
        return isPluralAlone() ? 5 : 2;
    }
}

} // namespace glassformer::grammar
