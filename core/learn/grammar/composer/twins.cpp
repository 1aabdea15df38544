#include "core/learn/corpus/held_out_pair.h"
#include "core/learn/grammar/composer/composer.h"

// Two nouns and a reason that says which of them is meant: the sentences of frames.tsv.

namespace glassformer::grammar {

namespace {

/** Cheese and soup can be meant like things that are counted. */
bool canBeMeant(const Noun& noun)
{
    return !noun.isMass() || (noun.word_class == "dish" && !noun.tags.count("french_many"));
}

} // namespace

/** A frame with two of its nouns, which are held out as a pair or not, as asked; nothing if there hardly are any. */
std::optional<ToldFrame> Composer::toldFrame(const Frame& frame, bool held_out_pair, bool genders_differ)
{
    for (int tries = 0; tries < 500; ++tries) {
        const bool feminine = chance(0.5);
        const Noun& subject = noun(frame.subject, feminine);
        const Noun& object = noun(frame.object, genders_differ ? !feminine : feminine);
        const bool fits = subject.feminine == feminine && (object.feminine != feminine || !genders_differ);
        if (&subject != &object && fits && canBeMeant(object)
            && isHeldOutPair(subject.english, object.english) == held_out_pair)
            return ToldFrame{&frame, {.noun = &subject}, {.noun = &object}};
    }
    return std::nullopt;
}

/** The cow didn't catch the bird because it was too slow. */
Utterance Composer::twoCandidates()
{
    for (;;) {
        const Frame& frame = any(m_words.frames);
        if (frame.use == FrameUse::HeldOut || (frame.use == FrameUse::PluralOnly && chance(0.4)))
            continue;
        std::optional<ToldFrame> told = toldFrame(frame, false, chance(0.75));
        if (!told)
            continue;
        const double number = m_random.uniform();
        const bool both = number < 0.1, mixed = number >= 0.1 && number < 0.2;
        const bool plural_only = frame.use == FrameUse::PluralOnly;
        told->subject.plural = plural_only || both || (mixed && chance(0.5));
        told->object.plural = plural_only ? chance(0.5) : both || (mixed && !told->subject.plural);
        told->object.plural = told->object.plural && !told->object.noun->isMass();
        told->subject_is_meant = chance(0.5);
        told->cue = any(told->subject_is_meant ? frame.subject_cues : frame.object_cues);
        told->tense = chance(0.8) ? Tense::Past : Tense::Present;
        const bool has_cannot = !frame.verb->chinese_cannot.empty() && !frame.verb->is("ability");
        told->could = frame.negated && told->tense == Tense::Past && has_cannot && chance(0.4);
        told->degree = frame.negated ? Degree::Too
            : chance(0.4)            ? Degree::Very
            : chance(0.5)            ? Degree::Plain
                                     : Degree::Too;
        told->clause_first = chance(0.2);
        return utteranceOf(*told);
    }
}

Sentence Composer::mixedNumbers()
{
    for (;;) {
        const Utterance said = twoCandidates();
        if (said.antecedent->isPlural() != said.rival->isPlural())
            return tell(said, m_verbs);
    }
}

Twin Composer::twin(TwinSet set, bool clause_first)
{
    const bool person = set == TwinSet::HeldOutPerson;
    const bool role = set == TwinSet::HeldOutRole || person;
    const FrameUse use = set == TwinSet::HeldOutFrame ? FrameUse::HeldOut : FrameUse::Training;
    const bool held_out_pair = set == TwinSet::HeldOutPair || role || set == TwinSet::Number
        || (set == TwinSet::HeldOutFrame && chance(0.1));
    for (;;) {
        const Frame& frame = any(m_words.frames);
        // Of persons the English pronoun tells already who is meant: they are a set of their own.
        if (frame.use != use || (frame.kind == FrameKind::Role) != role
            || (role && (frame.subject == "person") != person))
            continue;
        std::optional<ToldFrame> told = toldFrame(frame, held_out_pair, true);
        if (!told)
            continue;
        if (set == TwinSet::Number)
            (chance(0.5) || told->object.noun->isMass() ? told->subject : told->object).plural = true;
        told->clause_first = clause_first;
        told->degree = frame.negated ? Degree::Too : Degree::Very;
        Twin twin;
        for (const bool subject_is_meant : {true, false}) {
            told->subject_is_meant = subject_is_meant;
            told->cue = any(subject_is_meant ? frame.subject_cues : frame.object_cues);
            twin[subject_is_meant ? 0 : 1] = tell(utteranceOf(*told), m_verbs);
        }
        return twin;
    }
}

} // namespace glassformer::grammar
