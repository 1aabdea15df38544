#include "core/learn/grammar/french/french.h"
#include "core/learn/grammar/numerals.h"

#include <array>
#include <set>
#include <string_view>

// The French verb and what stands around it: ne, clitics, auxiliaries, pas, participle.

namespace glassformer::grammar {
namespace {

/** The verb that stands before another one, and what joins them: commencer à, avoir besoin de. */
struct Auxiliary
{
    const char *verb, *noun = "", *joint = "";
};

Auxiliary auxiliaryOf(Modal modal)
{
    switch (modal) {
    case Modal::Can:
        return {"pouvoir"};
    case Modal::Must:
    case Modal::Should:
    case Modal::HaveTo:
        return {"devoir"};
    case Modal::Want:
    case Modal::WouldLike:
        return {"vouloir"};
    case Modal::Like:
        return {"aimer"};
    case Modal::GoingTo:
        return {"aller"};
    case Modal::Need:
        return {"avoir", "besoin", "de"};
    case Modal::Start:
        return {"commencer", "", "à"};
    case Modal::AboutTo:
        return {"être", "sur le point", "de"};
    case Modal::UsedTo:
    case Modal::None:
        break;
    }
    return {""};
}

/** Somebody knows how to swim: savoir, not pouvoir, which is said of what one is born to: running. */
bool isKnown(const Clause& clause)
{
    const bool living =
        clause.subject.isPerson() || (clause.subject.noun && clause.subject.noun->word_class == "animal");
    return clause.modal == Modal::Can && clause.verb->is("skill") && !clause.verb->is("inborn") && living
        && clause.tense != Tense::Past;
}

std::string directClitic(const Nominal& nominal)
{
    switch (nominal.frenchPronoun()) {
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
    switch (nominal.frenchPronoun()) {
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

/** Is sitting, is lying somewhere. */
bool isPosture(const Clause& clause)
{
    const Verb& verb = *clause.verb;
    return clause.progressive && clause.modal == Modal::None && clause.tense != Tense::Future
        && !verb.french_preposition.empty() && (verb.french == "asseoir" || verb.french == "étendre");
}

std::string agreed(std::string participle, bool feminine, bool plural)
{
    participle += feminine ? "e" : "";
    participle += plural && participle.back() != 's' ? "s" : "";
    return participle;
}

/** Me le, but le lui. */
std::string bothClitics(const std::string& direct, const Nominal& recipient)
{
    const std::string indirect = indirectClitic(recipient);
    return indirect == "lui" || indirect == "leur" ? direct + " " + indirect : indirect + " " + direct;
}

} // namespace

/** Prend une douche, but ne prend pas de douche. */
std::string French::tailOf(const Clause& clause)
{
    const std::string& tail = clause.verb->french_tail;
    const bool denies = clause.negated || clause.saysNever();
    const bool is_means = tail == "de la main";
    for (const std::string_view article : {"une ", "un ", "du ", "de la ", "des "})
        if (denies && !is_means && tail.rfind(article, 0) == 0)
            return "de " + tail.substr(article.size());
    return tail;
}

const char* French::degreeWord(const Clause& clause)
{
    if (clause.more || clause.equal)
        return clause.equal ? "aussi" : "plus";
    switch (clause.degree) {
    case Degree::Very:
        return "très";
    case Degree::Too:
        return "trop";
    case Degree::ABit:
        return "un peu";
    case Degree::So:
        return "si";
    case Degree::Enough:
        return "assez";
    case Degree::Plain:
        break;
    }
    return clause.grows ? "de plus en plus" : "";
}

bool French::standsInside(const Clause& clause)
{
    static const std::set<std::string> short_ones{"bien", "très bien", "mal"};
    if (!clause.manner || clause.kind != Clause::Kind::Does || clause.commanded
        || !short_ones.count(clause.manner->french))
        return false;
    return clause.modal != Modal::None
        || (clause.tense == Tense::Past && !clause.progressive && !clause.verb->is("state"));
}

bool French::isTrade(const Clause& clause)
{
    const Nominal& what = *clause.object;
    return what.noun && what.noun->isPerson() && what.noun->tags.count("job") && what.adjectives.empty()
        && what.determiner == Determiner::A && !what.place && !what.relative;
}

std::string French::finiteForm(const std::string& infinitive, const Clause& clause, int person) const
{
    if (clause.tense == Tense::Future || clause.future_in_french)
        return m_verbs.future(infinitive, person);
    return clause.tense == Tense::Past ? m_verbs.imperfect(infinitive, person)
                                       : m_verbs.present(infinitive, person);
}

/** clitics ne finite pas rest */
void French::sayVerbGroup(const Clause& clause, const std::string& clitics, const std::string& finite,
    const std::string& rest, const std::string& inner_clitics)
{
    const bool denies = clause.saysNever() || clause.subject.isNobody();
    if (clause.negated || denies)
        m_line.add("ne");
    add(clitics);
    const bool is_main = rest.empty();
    const void* part = clause.kind == Clause::Kind::Is ? nullptr : &clause;
    m_line.add(finite, is_main ? part : nullptr);
    if (clause.negated)
        m_line.add("pas");
    if (clause.frequency)
        m_line.add(clause.frequency->french, clause.frequency);
    if (!is_main && standsInside(clause))
        m_line.add(clause.manner->french, clause.manner);
    m_line.add(inner_clitics);
    m_line.add(rest, is_main ? nullptr : part);
}

void French::sayBeing(const Clause& clause, int person, bool feminine, bool plural)
{
    const bool is_aged = clause.kind == Clause::Kind::IsAged;
    const bool feels = is_aged || (clause.kind == Clause::Kind::Is && !clause.adjective->feeling.empty());
    const std::string verb = feels ? "avoir" : clause.grows ? "devenir" : "être";
    if (is_aged) {
        sayVerbGroup(clause, {}, finiteForm(verb, clause, person), {}, {});
        m_line.add(clause.years == 1 ? "un" : frenchNumber(clause.years));
        m_line.add(clause.years == 1 ? "an" : "ans");
    } else if (clause.modal != Modal::None)
        sayVerbGroup(clause, {},
            clause.modal == Modal::WouldLike ? m_verbs.conditional("vouloir", person)
                                             : finiteForm(auxiliaryOf(clause.modal).verb, clause, person),
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
        if (clause.second) {
            m_line.add(clause.contrasts ? "mais" : "et");
            m_line.add(frenchForm(*clause.second, feminine, plural), &clause.second);
        }
        if (clause.than) {
            m_line.add("que");
            say(*clause.than);
        }
    }
    if (clause.kind == Clause::Kind::IsA)
        say(*clause.object, isTrade(clause) ? Article::None : Article::Usual);
}

/** A été mangé par le chien, sera mangé par le chien. */
void French::sayPassive(const Clause& clause, int person, bool feminine, bool plural)
{
    const std::string participle = agreed(m_verbs.participle(clause.verb->french), feminine, plural);
    const bool is_past = clause.tense == Tense::Past;
    sayVerbGroup(clause, {}, is_past ? m_verbs.present("avoir", person) : finiteForm("être", clause, person),
        is_past ? "été " + participle : participle, {});
}

void French::sayPredicate(const Clause& clause, int person, bool feminine, bool plural)
{
    if (clause.kind != Clause::Kind::Does) {
        sayBeing(clause, person, feminine, plural);
        return sayRest(clause);
    }
    const Verb& verb = *clause.verb;
    if (clause.passive) {
        sayPassive(clause, person, feminine, plural);
        return sayRest(clause);
    }
    if (isPosture(clause)) {
        // Who is sitting is assis; who sits down s'assied.
        sayVerbGroup(clause, {}, finiteForm("être", clause, person),
            agreed(m_verbs.participle(verb.french), feminine, plural), {});
        return sayRest(clause);
    }
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
        if (clause.recipient && clause.recipient->pronoun)
            clitics = bothClitics(clitics, *clause.recipient);
        agrees_with_object = is_direct;
    } else if (clause.recipient && clause.recipient->pronoun) {
        clitics = indirectClitic(*clause.recipient);
    }
    if (clause.asking == Asking::Whom || clause.asking == Asking::HowMany || clause.asking == Asking::Which
        || clause.lacks_object)
        agrees_with_object = verb.french_preposition.empty() && asks_object == false;
    const bool was_usual = clause.modal == Modal::UsedTo;
    const bool is_perfect =
        clause.tense == Tense::Past && !clause.progressive && !verb.is("state") && !was_usual;
    const Auxiliary auxiliary = isKnown(clause) ? Auxiliary{"savoir"} : auxiliaryOf(clause.modal);
    const bool is_done = clause.tense == Tense::Past
        && ((clause.modal == Modal::Can && clause.negated) || clause.modal == Modal::HaveTo
            || clause.modal == Modal::Start);
    const bool is_wish = clause.modal == Modal::Should || clause.modal == Modal::WouldLike;
    if (clause.modal != Modal::None && !was_usual) {
        // a pu nager, a besoin de nager, devrait nager
        const std::string finite = is_done ? m_verbs.present("avoir", person)
            : is_wish                      ? m_verbs.conditional(auxiliary.verb, person)
                                           : finiteForm(auxiliary.verb, clause, person);
        const std::string before = is_done ? m_verbs.participle(auxiliary.verb) : auxiliary.noun;
        if (before.empty() && !*auxiliary.joint) {
            sayVerbGroup(clause, {}, finite, verb.french, clitics);
        } else {
            sayVerbGroup(clause, {}, finite, {}, {});
            m_line.add(before);
            m_line.add(auxiliary.joint);
            if (standsInside(clause))
                m_line.add(clause.manner->french, clause.manner);
            m_line.add(clitics);
            m_line.add(verb.french, &clause);
        }
    } else if (!is_perfect) {
        sayVerbGroup(clause, clitics, finiteForm(verb.french, clause, person), {}, {});
    } else {
        const bool with_etre = verb.is("être");
        std::string participle = m_verbs.participle(verb.french);
        const bool has_agreement =
            (with_etre && !(verb.is("reflexive") && clause.object && verb.french_preposition.empty()))
            || agrees_with_object;
        if (has_agreement) {
            const bool f = agrees_with_object ? clause.object->isFeminine() : feminine;
            const bool p = agrees_with_object ? clause.object->isFrenchPlural() : plural;
            participle = agreed(participle, f, p);
        }
        sayVerbGroup(clause, clitics, m_verbs.present(with_etre ? "être" : "avoir", person), participle, {});
    }
    add(tailOf(clause));
    sayRest(clause);
}

} // namespace glassformer::grammar
