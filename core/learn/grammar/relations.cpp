#include "core/learn/grammar/relations.h"

namespace glassformer::grammar {
namespace {

class Relations
{
public:
    explicit Relations(const Spoken& english)
        : m_english(english)
    {
    }

    void add(const Clause& clause)
    {
        const void* verb = &clause;
        add(WordRole::VerbToAuxiliary, WordRole::AuxiliaryToVerb, verb, &clause.modal);
        if (!clause.is_elided)
            add(WordRole::VerbToSubject, WordRole::SubjectToVerb, verb, &clause.subject);
        add(clause.subject);
        if (clause.object) {
            add(WordRole::VerbToObject, WordRole::ObjectToVerb, verb, &*clause.object);
            add(*clause.object);
        }
        if (clause.recipient)
            add(*clause.recipient);
        if (clause.beneficiary)
            add(*clause.beneficiary);
        if (clause.company)
            add(*clause.company);
        if (clause.place)
            add(clause.place->ground);
        if (clause.than)
            add(*clause.than);
    }

    void add(WordRole role, WordRole back, const void* from, const void* to)
    {
        const auto source = m_english.spans.find(from), target = m_english.spans.find(to);
        if (source == m_english.spans.end() || target == m_english.spans.end())
            return;
        found.push_back({role, source->second, target->second});
        if (back != role)
            found.push_back({back, target->second, source->second});
    }

    std::vector<WordRelation> found;

private:
    void add(const Nominal& nominal)
    {
        add(WordRole::DeterminerToNoun, WordRole::NounToDeterminer, &nominal.determiner, &nominal);
        for (const Adjective* const& adjective : nominal.adjectives)
            add(WordRole::AdjectiveToNoun, WordRole::NounToAdjective, &adjective, &nominal);
        if (nominal.joined)
            add(*nominal.joined);
    }

    const Spoken& m_english;
};

} // namespace

std::vector<WordRelation> relationsOf(const Utterance& utterance, const Spoken& english)
{
    Relations relations(english);
    for (const Utterance::Part& part : utterance.parts)
        relations.add(part.clause);
    if (utterance.pronoun && utterance.antecedent)
        relations.add(WordRole::PronounToAntecedent, WordRole::PronounToAntecedent, utterance.pronoun,
            utterance.antecedent);
    return relations.found;
}

} // namespace glassformer::grammar
