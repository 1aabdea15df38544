#include "core/learn/grammar/french.h"

#include <array>

namespace glassformer::grammar {
namespace {

const char* subjectPronoun(const Nominal& nominal)
{
    switch (*nominal.pronoun) {
    case Who::I:
        return "je";
    case Who::You:
        return "tu";
    case Who::He:
        return "il";
    case Who::She:
        return "elle";
    case Who::It:
        return nominal.stands_for_feminine ? "elle" : "il";
    case Who::We:
        return "nous";
    case Who::YouAll:
        return "vous";
    case Who::They:
        return nominal.stands_for_feminine ? "elles" : "ils";
    }
    return "";
}

std::string directClitic(const Nominal& nominal)
{
    switch (*nominal.pronoun) {
    case Who::I:
        return "me";
    case Who::You:
        return "te";
    case Who::We:
        return "nous";
    case Who::YouAll:
        return "vous";
    case Who::They:
        return "les";
    default:
        return nominal.isFeminine() ? "la" : "le";
    }
}

std::string indirectClitic(const Nominal& nominal)
{
    switch (*nominal.pronoun) {
    case Who::I:
        return "me";
    case Who::You:
        return "te";
    case Who::We:
        return "nous";
    case Who::YouAll:
        return "vous";
    case Who::They:
        return "leur";
    default:
        return "lui";
    }
}

/** The adverb of degree, or of comparison. */
const char* degreeWord(const Clause& clause)
{
    if (clause.more)
        return "plus";
    return clause.degree == Degree::Very ? "très" : clause.degree == Degree::Too ? "trop" : "";
}

bool isTrade(const Clause& clause)
{
    const Nominal& what = *clause.object;
    return what.noun && what.noun->isPerson() && what.noun->tags.count("job") && what.adjectives.empty()
        && what.determiner == Determiner::A && !what.place && !what.relative;
}

} // namespace

std::string French::finiteForm(const std::string& infinitive, const Clause& clause, int person) const
{
    if (clause.tense == Tense::Future)
        return m_verbs.future(infinitive, person);
    return clause.tense == Tense::Past ? m_verbs.imperfect(infinitive, person)
                                       : m_verbs.present(infinitive, person);
}

/** clitics ne finite pas rest */
void French::sayVerbGroup(const Clause& clause, const std::string& clitics, const std::string& finite,
    const std::string& rest, const std::string& inner_clitics)
{
    if (clause.negated)
        m_line.add("ne");
    m_line.add(clitics);
    const bool is_main = rest.empty();
    const void* part = clause.kind == Clause::Kind::Is ? nullptr : &clause;
    m_line.add(finite, is_main ? part : nullptr);
    if (clause.negated)
        m_line.add("pas");
    m_line.add(inner_clitics);
    m_line.add(rest, is_main ? nullptr : part);
}

void French::sayBeing(const Clause& clause, int person, bool feminine, bool plural)
{
    const bool feels = clause.kind == Clause::Kind::Is && !clause.adjective->feeling.empty();
    const std::string verb = feels ? "avoir" : "être";
    if (clause.modal == Modal::Can || clause.modal == Modal::Must || clause.modal == Modal::Want)
        sayVerbGroup(clause, {},
            finiteForm(clause.modal == Modal::Can ? "pouvoir"
                    : clause.modal == Modal::Must ? "devoir"
                                                  : "vouloir",
                clause, person),
            verb, {});
    else
        sayVerbGroup(clause, {}, finiteForm(verb, clause, person), {}, {});
    if (clause.kind == Clause::Kind::Is) {
        const Adjective& adjective = *clause.adjective;
        const bool better = clause.more && adjective.english == "good";
        const bool worse = clause.more && adjective.english == "bad";
        if (!better && !worse)
            m_line.add(degreeWord(clause));
        if (feels)
            m_line.add(adjective.feeling, &clause.adjective);
        else if (better || worse)
            m_line.add(better ? std::string("meilleur") + (feminine ? "e" : "") + (plural ? "s" : "")
                              : std::string("pire") + (plural ? "s" : ""),
                &clause.adjective);
        else
            m_line.add(frenchForm(adjective, feminine, plural), &clause.adjective);
        if (clause.than) {
            m_line.add("que");
            say(*clause.than);
        }
    }
    if (clause.kind == Clause::Kind::IsA)
        say(*clause.object, isTrade(clause) ? Article::None : Article::Usual);
}

void French::sayPredicate(const Clause& clause, int person, bool feminine, bool plural)
{
    if (clause.kind != Clause::Kind::Does) {
        sayBeing(clause, person, feminine, plural);
        return sayRest(clause);
    }
    const Verb& verb = *clause.verb;
    std::string clitics;
    bool agrees_with_object = false;
    if (verb.is("reflexive")) {
        static constexpr std::array reflexive{"me", "te", "se", "nous", "vous", "se"};
        clitics = reflexive[static_cast<std::size_t>(person)];
    }
    const bool asks_object = clause.asking == Asking::What;
    if (clause.object && clause.object->pronoun && !asks_object) {
        const bool is_direct = verb.french_preposition.empty();
        clitics = is_direct ? directClitic(*clause.object) : indirectClitic(*clause.object);
        agrees_with_object = is_direct;
    } else if (clause.recipient && clause.recipient->pronoun) {
        clitics = indirectClitic(*clause.recipient);
    }
    const auto helped = [&](const std::string& helper) {
        sayVerbGroup(clause, {}, finiteForm(helper, clause, person), verb.french, clitics);
    };
    const bool is_perfect = clause.tense == Tense::Past && !clause.progressive && !verb.is("state");
    switch (clause.modal) {
    case Modal::Can:
        if (clause.tense == Tense::Past && clause.negated)
            sayVerbGroup(clause, {}, m_verbs.present("avoir", person), "pu " + verb.french, clitics);
        else
            helped("pouvoir");
        break;
    case Modal::Must:
        helped("devoir");
        break;
    case Modal::Want:
        helped("vouloir");
        break;
    case Modal::Should:
        sayVerbGroup(clause, {}, m_verbs.conditional("devoir", person), verb.french, clitics);
        break;
    case Modal::None:
        if (!is_perfect) {
            sayVerbGroup(clause, clitics, finiteForm(verb.french, clause, person), {}, {});
            break;
        }
        const bool with_etre = verb.is("être");
        std::string participle = m_verbs.participle(verb.french);
        const bool has_agreement =
            (with_etre && !(verb.is("reflexive") && clause.object)) || agrees_with_object;
        if (has_agreement) {
            const bool f = agrees_with_object ? clause.object->isFeminine() : feminine;
            const bool p = agrees_with_object ? clause.object->isFrenchPlural() : plural;
            participle += std::string(f ? "e" : "") + (p && participle.back() != 's' ? "s" : "");
        }
        sayVerbGroup(clause, clitics, m_verbs.present(with_etre ? "être" : "avoir", person), participle, {});
        break;
    }
    m_line.add(verb.french_tail);
    sayRest(clause);
}

void French::sayRest(const Clause& clause)
{
    if (clause.kind == Clause::Kind::Does && clause.object && !clause.object->pronoun
        && clause.asking != Asking::What) {
        m_line.add(clause.verb->french_preposition);
        const Determiner determiner = clause.object->determiner;
        const bool is_direct = clause.verb->french_preposition.empty();
        const bool likes = clause.verb->is("liking") || !is_direct;
        const bool is_open = determiner == Determiner::A || (determiner == Determiner::Generic && !likes);
        const bool of_nothing = clause.negated && is_open && is_direct;
        say(*clause.object, of_nothing ? Article::OnlyDe : is_open ? Article::Some : Article::Usual);
    }
    if (clause.recipient && !clause.recipient->pronoun) {
        m_line.add("à");
        say(*clause.recipient);
    }
    if (clause.manner)
        m_line.add(clause.manner->french, clause.manner);
    if (clause.place && clause.asking != Asking::Where)
        say(*clause.place);
    if (clause.time)
        m_line.add(clause.time->french, clause.time);
}

void French::sayStatement(const Clause& clause)
{
    const Nominal& subject = clause.subject;
    const int person = subject.frenchPerson();
    const bool is_third = subject.pronoun && (person == 2 || person == 5);
    if (clause.kind == Clause::Kind::IsA && is_third && !isTrade(clause)) {
        // Of somebody who is known: c'est un ami.
        m_line.add("ce", &subject);
        sayBeing(clause, person, subject.isFeminine(), subject.isFrenchPlural());
        return sayRest(clause);
    }
    if (subject.pronoun)
        m_line.add(subjectPronoun(subject), &subject);
    else
        say(subject);
    sayPredicate(clause, person, subject.isFeminine(), subject.isFrenchPlural());
}

void French::say(const Clause& clause)
{
    if (clause.kind == Clause::Kind::Fixed) {
        add(clause.fixed->french);
        if (clause.time)
            m_line.add(clause.time->french, clause.time);
        return;
    }
    if (clause.commanded) {
        if (clause.negated)
            m_line.add("ne");
        m_line.add(m_verbs.imperative(clause.verb->french), &clause);
        if (clause.negated)
            m_line.add("pas");
        if (clause.verb->is("reflexive"))
            m_line.addSign("-toi");
        m_line.add(clause.verb->french_tail);
        sayRest(clause);
        if (clause.please) {
            m_line.addSign(",");
            m_line.add("s'il te plaît");
        }
        return;
    }
    if (clause.kind == Clause::Kind::Exists) {
        if (clause.asking == Asking::YesNo) {
            m_line.add("est-ce");
            m_line.add("que");
        }
        m_line.add("il");
        if (clause.negated)
            m_line.add("ne");
        const std::string has = clause.tense == Tense::Past ? "avait"
            : clause.tense == Tense::Future                 ? "aura"
                                                            : "a";
        m_line.add(clause.negated ? "y " + has + " pas" : "y " + has);
        say(*clause.object, clause.negated ? Article::OnlyDe : Article::Usual);
        return sayRest(clause);
    }
    switch (clause.asking) {
    case Asking::Nothing:
        return sayStatement(clause);
    case Asking::Who:
        m_line.add("qui", &clause.subject);
        return sayPredicate(clause, 2, false, false);
    case Asking::Where:
        if (clause.kind == Clause::Kind::IsAt && clause.modal == Modal::None) {
            m_line.add("où", clause.place.get());
            const std::string form = finiteForm("être", clause, clause.subject.frenchPerson());
            if (clause.subject.pronoun)
                return m_line.add(form + "-" + subjectPronoun(clause.subject), &clause.subject);
            m_line.add(form, &clause);
            return say(clause.subject);
        }
        m_line.add("où", clause.place.get());
        break;
    case Asking::What:
        m_line.add("qu'est-ce", &*clause.object);
        break;
    case Asking::Why:
        m_line.add("pourquoi");
        break;
    case Asking::When:
        m_line.add("quand");
        break;
    case Asking::YesNo:
        break;
    }
    if (clause.asking != Asking::What)
        m_line.add("est-ce");
    m_line.add("que");
    sayStatement(clause);
}

} // namespace glassformer::grammar
