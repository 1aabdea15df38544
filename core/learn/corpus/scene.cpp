#include "core/learn/corpus/held_out_pair.h"
#include "core/learn/corpus/world.h"

namespace glassformer {
namespace {

void addMainClause(SentenceDraft& draft, const Scene& scene, WordLink& subject, WordLink& object)
{
    subject = draft.addNounPhrase(scene.subject);
    draft.addVerb(*scene.frame->verb, Tense::Past, scene.frame->negated, scene.subject.plural,
        scene.subject.noun->feminine);
    object = draft.addNounPhrase(scene.object);
}

} // namespace

Sentence tell(const Scene& scene)
{
    const NounPhrase& meant = scene.subject_is_meant ? scene.subject : scene.object;
    const Pronoun pronoun{meant.plural, meant.noun->feminine, meant.isPerson()};
    const Degree degree = scene.frame->negated ? Degree::Too : Degree::Very;
    Sentence sentence;
    SentenceDraft draft;
    WordLink subject, object;
    const auto add_reason = [&] {
        draft.addBecause(scene.clause_first, true);
        sentence.pronoun = draft.addPronoun(pronoun);
        sentence.cue =
            draft.addCopula(*scene.cue, degree, Tense::Past, false, pronoun.plural, pronoun.feminine, false);
    };
    if (scene.clause_first) {
        add_reason();
        draft.addCommaBetweenClauses();
        addMainClause(draft, scene, subject, object);
    } else {
        addMainClause(draft, scene, subject, object);
        add_reason();
    }
    sentence.antecedent = scene.subject_is_meant ? subject : object;
    sentence.rival = scene.subject_is_meant ? object : subject;
    sentence.kind = scene.frame->kind == FrameKind::Role ? SentenceKind::RoleTwin : SentenceKind::ClassTwin;
    sentence.clause_first = scene.clause_first;
    sentence.both_singular = !scene.subject.plural && !scene.object.plural;
    sentence.numbers_differ = scene.subject.plural != scene.object.plural;
    sentence.genders_differ = scene.subject.noun->feminine != scene.object.noun->feminine;
    sentence.feminine = meant.noun->feminine;
    return draft.finish(sentence);
}

bool isHeldOutPair(const Noun& first, const Noun& second)
{
    return isHeldOutPair(first.english, second.english);
}

} // namespace glassformer
