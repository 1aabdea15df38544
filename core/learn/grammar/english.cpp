#include "core/learn/grammar/english.h"

#include "core/learn/grammar/numerals.h"

namespace glassformer::grammar {
namespace {

bool takesAn(std::string_view word)
{
    if (word.rfind("uni", 0) == 0 || word.rfind("use", 0) == 0 || word.rfind("one", 0) == 0)
        return false;
    if (word.rfind("hour", 0) == 0 || word.rfind("honest", 0) == 0)
        return true;
    return !word.empty() && std::string_view("aeiouAEIOU").find(word[0]) != std::string_view::npos;
}

const char* pronounOf(Who who, bool as_object)
{
    switch (who) {
    case Who::I:
        return as_object ? "me" : "I";
    case Who::You:
    case Who::YouAll:
        return "you";
    case Who::He:
        return as_object ? "him" : "he";
    case Who::She:
        return as_object ? "her" : "she";
    case Who::It:
        return "it";
    case Who::We:
        return as_object ? "us" : "we";
    case Who::They:
        return as_object ? "them" : "they";
    case Who::This:
    case Who::That:
        break;
    }
    return "";
}

/** A verb before another one: wants to swim. */
struct Auxiliary
{
    const char *base, *third, *past;
};

Auxiliary auxiliaryOf(Modal modal)
{
    switch (modal) {
    case Modal::Like:
        return {"like", "likes", "liked"};
    case Modal::HaveTo:
        return {"have", "has", "had"};
    case Modal::Need:
        return {"need", "needs", "needed"};
    case Modal::Start:
        return {"start", "starts", "started"};
    default:
        return {"want", "wants", "wanted"};
    }
}

std::string determinerOf(const Nominal& nominal, const std::string& next)
{
    const bool many = nominal.isPluralAlone() || nominal.noun->isMass();
    switch (nominal.determiner) {
    case Determiner::The:
        return "the";
    case Determiner::A:
        return many ? (nominal.is_kind ? "" : "some") : takesAn(next) ? "an" : "a";
    case Determiner::This:
        return nominal.isPluralAlone() ? "these" : "this";
    case Determiner::That:
        return nominal.isPluralAlone() ? "those" : "that";
    case Determiner::My:
        return "my";
    case Determiner::Your:
        return "your";
    case Determiner::His:
        return "his";
    case Determiner::Her:
        return "her";
    case Determiner::Our:
        return "our";
    case Determiner::Their:
        return "their";
    case Determiner::Number:
        return englishNumber(nominal.number);
    case Determiner::Many:
        return nominal.noun->isMass() ? "much" : "many";
    case Determiner::All:
        return "all the";
    case Determiner::Owner:
    case Determiner::Generic:
        break;
    }
    return {};
}

/** "was", "were": the present form and the past one of to be. */
std::string formOfBe(const Nominal& subject, Tense tense)
{
    const bool is_i = subject.pronoun == Who::I;
    const bool many = subject.isPlural() || subject.pronoun == Who::You;
    if (tense == Tense::Past)
        return many ? "were" : "was";
    return is_i ? "am" : many ? "are" : "is";
}

/** The verb group: a helper, which comes before the subject in questions, and what follows. */
struct Group
{
    std::string helper, negated_rest, rest;
};

Group groupOf(const Clause& clause)
{
    const Nominal& subject = clause.subject;
    const bool is_third = clause.asking == Asking::Who || subject.isThirdSingular();
    const bool is_being = clause.kind != Clause::Kind::Does;
    const std::string base = is_being ? "be" : clause.verb->english;
    const auto past = [&] { return clause.tense == Tense::Past; };
    switch (clause.modal) {
    case Modal::Can:
        return {past() ? "could" : "can", {}, base};
    case Modal::Must:
        return {"must", {}, base};
    case Modal::Should:
        return {"should", {}, base};
    case Modal::GoingTo:
        return {formOfBe(subject, clause.tense), {}, "going to " + base};
    case Modal::WouldLike:
        return {"would", {}, "like to " + base};
    default:
        break;
    }
    const bool has_auxiliary = clause.modal != Modal::None;
    const Auxiliary auxiliary = auxiliaryOf(clause.modal);
    if (clause.tense == Tense::Future)
        return {"will", {}, has_auxiliary ? auxiliary.base + (" to " + base) : base};
    if (is_being && !has_auxiliary)
        return {formOfBe(subject, clause.tense), {}, {}};
    if (clause.perfect)
        return {is_third ? "has" : "have", {}, clause.verb->participle};
    if (clause.progressive)
        return {formOfBe(subject, clause.tense), {}, clause.verb->ing};
    const std::string plain = has_auxiliary ? auxiliary.base : base;
    const std::string third = has_auxiliary ? auxiliary.third : clause.verb->third;
    const std::string preterite = has_auxiliary ? auxiliary.past : clause.verb->past;
    const std::string tail = has_auxiliary ? " to " + base : "";
    const bool asks_with_helper = clause.asking != Asking::Nothing && clause.asking != Asking::Who;
    if (clause.negated || asks_with_helper)
        return {past() ? "did" : is_third ? "does" : "do", {}, plain + tail};
    return {{}, {}, (past() ? preterite : is_third ? third : plain) + tail};
}

} // namespace

std::string English::negated(const std::string& helper) const
{
    if (m_is_formal)
        return helper == "can" ? "cannot" : helper + " not";
    if (helper == "will")
        return "won't";
    if (helper == "am")
        return "am not";
    return helper == "can" ? "can't" : helper + "n't";
}

void English::sayHead(const Nominal& nominal)
{
    const std::string& noun = nominal.plural ? nominal.noun->english_plural : nominal.noun->english;
    std::vector<std::string> adjectives;
    for (std::size_t i = 0; i < nominal.adjectives.size(); ++i)
        adjectives.push_back(nominal.superlative && i == 0 ? nominal.adjectives[i]->superlative
                                                           : nominal.adjectives[i]->english);
    const bool owns = nominal.determiner == Determiner::Owner;
    const bool is_of = owns && nominal.owner->noun && !nominal.owner->isPerson()
        && nominal.owner->noun->word_class != "animal";
    if (is_of) {
        m_line.add("the");
    } else if (owns) {
        say(*nominal.owner);
        const bool only_s = nominal.owner->noun && nominal.owner->plural && noun.back() != 'n';
        m_line.addSign(only_s ? "'" : "'s");
    } else {
        m_line.add(determinerOf(nominal, adjectives.empty() ? noun : adjectives.front()));
    }
    for (std::size_t i = 0; i < adjectives.size(); ++i)
        m_line.add(adjectives[i], &nominal.adjectives[i]);
    m_line.add(noun, &nominal);
    if (is_of) {
        m_line.add("of");
        say(*nominal.owner);
    }
}

void English::say(const Nominal& nominal, bool as_object)
{
    if (nominal.pronoun == Who::This || nominal.pronoun == Who::That) {
        const bool near = nominal.pronoun == Who::This;
        return m_line.add(nominal.plural ? (near ? "these" : "those") : near ? "this" : "that", &nominal);
    }
    if (nominal.pronoun)
        return m_line.add(pronounOf(*nominal.pronoun, as_object), &nominal);
    if (nominal.name)
        m_line.add(nominal.name->text, &nominal);
    else
        sayHead(nominal);
    if (nominal.place)
        say(*nominal.place);
    if (nominal.relative) {
        m_line.add(m_is_formal && nominal.isPerson() && !nominal.relative->lacks_object ? "who" : "that");
        if (nominal.relative->lacks_object)
            say(nominal.relative->subject);
        sayPredicate(*nominal.relative, true);
    }
    if (nominal.joined) {
        m_line.add(nominal.is_choice ? "or" : "and");
        say(*nominal.joined, as_object);
    }
}

void English::say(const Place& place)
{
    switch (place.where) {
    case Where::In:
        m_line.add("in");
        break;
    case Where::On:
        m_line.add("on");
        break;
    case Where::Under:
        m_line.add("under");
        break;
    case Where::Behind:
        m_line.add("behind");
        break;
    case Where::InFrontOf:
        m_line.add("in front of");
        break;
    case Where::Near:
        m_line.add("near");
        break;
    case Where::NextTo:
        m_line.add("next to");
        break;
    case Where::AtHome:
        return m_line.add("at home", &place);
    case Where::AtSchool:
        return m_line.add("at school", &place);
    }
    say(place.ground, true);
}

/** Verb, complements and adverbs; of a question the subject stands behind the helper. */
void English::sayPredicate(const Clause& clause, bool subject_said)
{
    Group group = groupOf(clause);
    if (!group.helper.empty()) {
        const bool marks_helper = group.rest.empty() && clause.kind != Clause::Kind::Is;
        const void* part = marks_helper ? static_cast<const void*>(&clause) : nullptr;
        // A question keeps its not behind the subject where it is said in full.
        const bool splits = m_is_formal && !subject_said && clause.negated;
        m_line.add(clause.negated && !splits ? negated(group.helper) : group.helper, part);
        if (splits) {
            say(clause.subject);
            subject_said = true;
            m_line.add("not");
        }
    }
    if (!subject_said)
        say(clause.subject);
    if (clause.frequency)
        m_line.add(clause.frequency->english, clause.frequency);
    m_line.add(group.rest, clause.kind == Clause::Kind::Does ? &clause : nullptr);
    sayRest(clause);
}

void English::sayRest(const Clause& clause)
{
    if (clause.verb && clause.kind == Clause::Kind::Does)
        m_line.add(clause.verb->particle);
    if (clause.recipient)
        say(*clause.recipient, true);
    if (clause.kind == Clause::Kind::Is || clause.kind == Clause::Kind::IsTo) {
        if (clause.degree != Degree::Plain && !clause.more)
            m_line.add(clause.degree == Degree::Very ? "very" : "too");
        if (clause.equal)
            m_line.add("as");
        m_line.add(
            clause.more ? clause.adjective->comparative : clause.adjective->english, &clause.adjective);
        if (clause.second) {
            m_line.add("and");
            m_line.add(clause.second->english, &clause.second);
        }
        if (clause.than) {
            m_line.add(clause.equal ? "as" : "than");
            say(*clause.than, true);
        }
    }
    if (clause.kind == Clause::Kind::IsAged)
        m_line.add(englishNumber(clause.years) + (clause.years == 1 ? " year old" : " years old"), &clause);
    const bool asks_object =
        clause.asking == Asking::What || clause.asking == Asking::Whom || clause.asking == Asking::HowMany;
    if (clause.object && !asks_object && !clause.lacks_object)
        say(*clause.object, true);
    if (clause.company) {
        m_line.add("with");
        say(*clause.company, true);
    }
    if (clause.manner)
        m_line.add(clause.manner->english, clause.manner);
    if (clause.place && clause.asking != Asking::Where)
        say(*clause.place);
    if (clause.time)
        m_line.add(clause.time->english, clause.time);
}

void English::say(const Clause& clause)
{
    if (clause.kind == Clause::Kind::Fixed) {
        m_line.add(clause.fixed->english);
        if (clause.time)
            m_line.add(clause.time->english, clause.time);
        return;
    }
    if (clause.commanded) {
        if (clause.please)
            m_line.add("please");
        if (clause.subject.pronoun == Who::We)
            m_line.add(clause.negated ? "let's not" : "let's");
        else if (clause.negated)
            m_line.add(m_is_formal ? "do not" : "don't");
        m_line.add(clause.verb->english, &clause);
        return sayRest(clause);
    }
    if (clause.kind == Clause::Kind::Exists && clause.asking == Asking::HowMany) {
        m_line.add("how many");
        m_line.add(clause.object->noun->english_plural, &*clause.object);
        m_line.add(formOfBe(*clause.object, clause.tense));
        m_line.add("there");
        return sayRest(clause);
    }
    if (clause.kind == Clause::Kind::Exists) {
        const bool asks = clause.asking == Asking::YesNo;
        const Nominal& what = *clause.object;
        const std::string be = formOfBe(what, clause.tense);
        const std::string form = clause.tense == Tense::Future ? "will be"
            : clause.negated                                   ? negated(be)
                                                               : be;
        m_line.add(asks ? form : "there");
        m_line.add(asks ? "there" : form);
        return sayRest(clause);
    }
    if (clause.kind == Clause::Kind::IsTo) {
        m_line.add("it");
        const std::string be = clause.tense == Tense::Past ? "was" : "is";
        m_line.add(clause.negated ? negated(be) : be);
        sayRest(clause);
        m_line.add("to");
        m_line.add(clause.deed->verb->english, clause.deed.get());
        return sayRest(*clause.deed);
    }
    switch (clause.asking) {
    case Asking::Nothing:
        if (!clause.is_elided)
            say(clause.subject);
        return sayPredicate(clause, true);
    case Asking::WhoIs:
        m_line.add("who");
        return sayPredicate(clause, false);
    case Asking::Whom:
        m_line.add("who", &*clause.object);
        return sayPredicate(clause, false);
    case Asking::HowMany:
        m_line.add("how many");
        m_line.add(clause.object->noun->english_plural, &*clause.object);
        return sayPredicate(clause, false);
    case Asking::YesNo:
        return sayPredicate(clause, false);
    case Asking::Who:
        m_line.add("who", &clause.subject);
        return sayPredicate(clause, true);
    case Asking::What:
        m_line.add("what", &*clause.object);
        return sayPredicate(clause, false);
    case Asking::Where:
        m_line.add("where", clause.place.get());
        return sayPredicate(clause, false);
    case Asking::Why:
        m_line.add("why");
        return sayPredicate(clause, false);
    case Asking::When:
        m_line.add("when");
        return sayPredicate(clause, false);
    }
}

} // namespace glassformer::grammar
