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

bool Nominal::isNobody() const
{
    return name && name->denies;
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

const Fixed* groundless(Where where)
{
    static constexpr Fixed at_home{"at home", "à la maison", "家"},
        at_school{"at school", "à l'école", "学校"}, outside{"outside", "dehors", "外面"},
        here{"here", "ici", "这里"}, there{"there", "là-bas", "那里"}, in_bed{"in bed", "au lit", "床上"};
    switch (where) {
    case Where::AtHome:
        return &at_home;
    case Where::AtSchool:
        return &at_school;
    case Where::Outside:
        return &outside;
    case Where::Here:
        return &here;
    case Where::There:
        return &there;
    case Where::InBed:
        return &in_bed;
    default:
        return nullptr;
    }
}

} // namespace glassformer::grammar
