#include "core/learn/grammar/editable_utterance.h"

namespace glassformer::grammar {

EditableUtterance::EditableUtterance(const Utterance& utterance)
    : m_said(utterance)
{
    for (Utterance::Part& part : m_said.parts)
        take(part.clause);
}

template <typename Part> void EditableUtterance::takeOwn(std::shared_ptr<const Part>& part)
{
    if (!part)
        return;
    const auto own = std::make_shared<Part>(*part);
    part = own;
    take(*own);
}

void EditableUtterance::take(Place& place)
{
    take(place.ground);
}

void EditableUtterance::take(Nominal& nominal)
{
    const bool says_nothing = !nominal.noun && !nominal.pronoun && !nominal.name;
    if (says_nothing)
        return;
    m_nominals.push_back(&nominal);
    takeOwn(nominal.owner);
    takeOwn(nominal.wearing);
    takeOwn(nominal.place);
    takeOwn(nominal.relative);
    takeOwn(nominal.joined);
}

void EditableUtterance::take(Clause& clause)
{
    m_clauses.push_back(&clause);
    take(clause.subject);
    for (std::optional<Nominal>* nominal :
        {&clause.object, &clause.recipient, &clause.beneficiary, &clause.company, &clause.agent})
        if (*nominal)
            take(**nominal);
    takeOwn(clause.than);
    takeOwn(clause.deed);
    takeOwn(clause.purpose);
    takeOwn(clause.meanwhile);
    takeOwn(clause.place);
}

} // namespace glassformer::grammar
