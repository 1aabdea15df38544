#include "core/learn/grammar/english/english_verb.h"

namespace glassformer::grammar {
namespace {

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

} // namespace

std::string formOfBe(const Nominal& subject, Tense tense)
{
    const bool is_i = subject.pronoun == Who::I;
    const bool many = subject.isPlural() || subject.pronoun == Who::You;
    if (tense == Tense::Past)
        return many ? "were" : "was";
    return is_i ? "am" : many ? "are" : "is";
}

VerbGroup verbGroupOf(const Clause& clause, bool likes_doing)
{
    const Nominal& subject = clause.subject;
    const bool is_third = clause.asking == Asking::Who || subject.isThirdSingular();
    const bool is_being = clause.kind != Clause::Kind::Does;
    const std::string base = is_being ? "be" : clause.verb->english;
    if (clause.passive)
        return clause.tense == Tense::Future
            ? VerbGroup{"will", "be " + clause.verb->participle}
            : VerbGroup{formOfBe(subject, clause.tense), clause.verb->participle};
    const auto past = [&] { return clause.tense == Tense::Past; };
    switch (clause.modal) {
    case Modal::Can:
        return {past() ? "could" : "can", base};
    case Modal::Must:
        return {"must", base};
    case Modal::Should:
        return {"should", base};
    case Modal::GoingTo:
        return {formOfBe(subject, clause.tense), "going to " + base};
    case Modal::WouldLike:
        return {"would", "like to " + base};
    case Modal::AboutTo:
        return {formOfBe(subject, clause.tense), "about to " + base};
    case Modal::UsedTo:
        return {{}, "used to " + base};
    default:
        break;
    }
    const bool has_auxiliary = clause.modal != Modal::None;
    const Auxiliary auxiliary = auxiliaryOf(clause.modal);
    if (clause.tense == Tense::Future)
        return {"will", has_auxiliary ? auxiliary.base + (" to " + base) : base};
    if (is_being && !has_auxiliary)
        return {formOfBe(subject, clause.tense), clause.grows ? "getting" : ""};
    if (clause.perfect)
        return {is_third ? "has" : "have", clause.verb->participle};
    if (clause.progressive)
        return {formOfBe(subject, clause.tense), clause.verb->ing};
    const std::string plain = has_auxiliary ? auxiliary.base : base;
    const std::string third = has_auxiliary ? auxiliary.third : clause.verb->third;
    const std::string preterite = has_auxiliary ? auxiliary.past : clause.verb->past;
    const bool does_so =
        likes_doing && !is_being && (clause.modal == Modal::Like || clause.modal == Modal::Start);
    const std::string tail = does_so ? " " + clause.verb->ing : has_auxiliary ? " to " + base : "";
    const bool asks_with_helper = clause.asking != Asking::Nothing && clause.asking != Asking::Who;
    if (clause.negated || asks_with_helper)
        return {past() ? "did" : is_third ? "does" : "do", plain + tail};
    return {{}, (past() ? preterite : is_third ? third : plain) + tail};
}

} // namespace glassformer::grammar
