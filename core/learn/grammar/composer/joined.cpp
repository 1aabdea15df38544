#include "core/learn/corpus/held_out_pair.h"
#include "core/learn/grammar/composer/composer.h"

#include <algorithm>
#include <array>

namespace glassformer::grammar {
namespace {

constexpr Joint comma{",", ",", "，"};
constexpr Joint so{", so", ", donc", "，所以"};
constexpr Joint but{", but", ", mais", "，但是"};
constexpr Joint and_then{"and", "et", "，"};
constexpr Joint if_first{"if", "si", "如果"};
constexpr Joint but_plainly{"but", ", mais", "，但是"};
constexpr Joint but_unsaid{", but", ", mais", "，"};
constexpr Joint and_also{"and", "et", "，"};
constexpr Joint if_later{"if", "si", "，如果"};
constexpr Joint when_first{"when", "quand", "当"};
constexpr Joint when_ends{",", ",", "时，"};
constexpr Joint stop{".", ".", "。"};

/** Whether somebody can do that to this. */
bool canBeDoneTo(const Verb& verb, const Noun& noun)
{
    return std::any_of(verb.uses.begin(), verb.uses.end(), [&noun](const VerbUse& use) {
        return std::any_of(use.objects.begin(), use.objects.end(),
            [&noun](const std::string& object) { return isOf(noun, object); });
    });
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
        if (&subject != &object && fits && !object.isMass()
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

Twin Composer::twin(TwinSet set, bool clause_first)
{
    const bool role = set == TwinSet::HeldOutRole;
    const FrameUse use = set == TwinSet::HeldOutFrame ? FrameUse::HeldOut : FrameUse::Training;
    const bool held_out_pair = set == TwinSet::HeldOutPair || role || set == TwinSet::Number
        || (set == TwinSet::HeldOutFrame && chance(0.1));
    for (;;) {
        const Frame& frame = any(m_words.frames);
        // Of persons the English pronoun tells already who is meant.
        if (frame.use != use || (frame.kind == FrameKind::Role) != role
            || (role && frame.subject == "person"))
            continue;
        std::optional<ToldFrame> told = toldFrame(frame, held_out_pair, true);
        if (!told)
            continue;
        if (set == TwinSet::Number)
            (chance(0.5) ? told->subject : told->object).plural = true;
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

/** If it rains, we stay at home. */
Utterance Composer::conditional()
{
    Utterance said;
    const bool is_when = chance(0.4);
    const double draw = m_random.uniform();
    static constexpr std::array others{
        "animal", "vehicle", "object:bell", "object:phone", "craft", "study:lesson"};
    Clause condition;
    if (draw < 0.35 && !is_when) {
        condition = weather(Tense::Present, true);
        if (chance(0.3))
            condition.time = timeFor(Tense::Future);
    } else if (draw < 0.6) {
        do
            condition = quality();
        while (condition.tense != Tense::Present || condition.adjective->place == AdjectivePlace::Predicate
            || condition.time || (is_when && condition.degree == Degree::Too));
    } else {
        do
            condition = chance(0.7) ? personAction(is_when && chance(0.4) ? Tense::Past : Tense::Present)
                                    : actionOf(anyOf(any(others)), Tense::Present);
        while (condition.progressive || condition.time || condition.perfect || condition.modal != Modal::None
            || (is_when && condition.negated));
    }
    condition.marks_past = false;
    const bool is_dated = condition.time != nullptr;
    const Tense later = condition.tense == Tense::Past ? Tense::Past
        : is_dated || chance(0.5)                      ? Tense::Future
                                                       : Tense::Present;
    condition.future_in_french = is_when && later == Tense::Future;
    condition.is_within = is_when;
    Clause consequence;
    do
        consequence = personAction(later);
    while (consequence.progressive || consequence.time || consequence.perfect || consequence.tense != later);
    consequence.marks_past = false;
    if (!is_when && later != Tense::Past && !is_dated && chance(0.15)) {
        do
            consequence = command();
        while (consequence.please || consequence.subject.pronoun == Who::We);
    }
    const bool follows = !is_when && chance(0.75);
    if (is_when) {
        said.add(&when_first, std::move(condition));
        said.add(&when_ends, std::move(consequence));
    } else if (follows) {
        said.add(&if_first, std::move(condition));
        consequence.follows = !consequence.commanded && chance(0.75);
        said.is_usual_chinese = consequence.follows || consequence.commanded;
        said.add(&comma, std::move(consequence));
    } else {
        said.is_usual_chinese = false; // the condition comes first
        said.add(nullptr, std::move(consequence));
        said.add(&if_later, std::move(condition));
    }
    return said;
}

Utterance Composer::contrast()
{
    Utterance said;
    const double draw = m_random.uniform();
    if (draw < 0.15) {
        // The car is fast but the train is faster.
        Clause more;
        do
            more = comparison();
        while (!more.than || more.negated || more.equal || !more.subject.noun || !more.than->noun);
        Clause plain = more;
        plain.subject = *more.than;
        plain.than.reset();
        plain.more = false;
        more.than.reset();
        said.add(nullptr, std::move(plain));
        said.is_usual_english = chance(0.5);
        said.add(said.is_usual_english ? &but : &but_plainly, std::move(more));
        return said;
    }
    if (draw < 0.3) {
        // Birds can fly, but dogs can't fly.
        Clause can = ability();
        can.subject.determiner = Determiner::Generic;
        can.subject.plural = true;
        can.negated = false;
        Clause cannot = can;
        cannot.manner = nullptr;
        cannot.negated = true;
        const std::string others =
            can.subject.noun->word_class == "animal" ? "animal:strong" : can.subject.noun->word_class;
        do
            cannot.subject.noun = &noun(others);
        while (cannot.subject.noun == can.subject.noun || cannot.subject.noun->tags.count("family"));
        said.is_usual_english = chance(0.7);
        said.is_usual_chinese = !said.is_usual_english || chance(0.6);
        said.add(nullptr, std::move(can));
        said.add(!said.is_usual_english ? &but_plainly
                : said.is_usual_chinese ? &but
                                        : &but_unsaid,
            std::move(cannot));
        return said;
    }
    Utterance first = chance(0.25) ? Utterance{} : statement();
    if (first.parts.empty())
        first.add(nullptr, ability());
    Clause before = first.parts.front().clause;
    before.subject.relative.reset();
    const bool is_so = chance(0.3);
    Clause behind;
    if (before.kind == Clause::Kind::Fixed || chance(0.5))
        behind = chance(0.6) ? action() : quality();
    else
        behind = before.kind == Clause::Kind::Is ? (before.more ? comparison() : quality()) : action();
    said.add(nullptr, std::move(before));
    said.is_usual_english = is_so || chance(0.6);
    said.add(is_so ? &so : said.is_usual_english ? &but : &but_plainly, std::move(behind));
    return said;
}

/** I think that ..., she says that ..., the boy knows that ... */
Utterance Composer::thought()
{
    static const std::array<Verb, 4> verbs{{
        {.english = "think",
            .third = "thinks",
            .past = "thought",
            .participle = "thought",
            .ing = "thinking",
            .particle = "that",
            .french = "penser",
            .chinese = "认为",
            .flags = {"state"}},
        {.english = "say",
            .third = "says",
            .past = "said",
            .participle = "said",
            .ing = "saying",
            .particle = "that",
            .french = "dire",
            .chinese = "说",
            .flags = {"state"}},
        {.english = "know",
            .third = "knows",
            .past = "knew",
            .participle = "known",
            .ing = "knowing",
            .particle = "that",
            .french = "savoir",
            .chinese = "知道",
            .flags = {"state"}},
        {.english = "hope",
            .third = "hopes",
            .past = "hoped",
            .participle = "hoped",
            .ing = "hoping",
            .particle = "that",
            .french = "espérer",
            .chinese = "希望",
            .flags = {"state"}},
    }};
    static const std::array<Verb, 4> verbs_without_that = [] {
        std::array<Verb, 4> bare = verbs;
        for (Verb& verb : bare)
            verb.particle.clear();
        return bare;
    }();
    static constexpr Joint that{"", "que", ""};
    Utterance said;
    Clause thinks;
    thinks.subject = person();
    said.is_usual_english = chance(0.7);
    thinks.verb = &any(said.is_usual_english ? verbs : verbs_without_that);
    thinks.tense = Tense::Present;
    said.add(nullptr, std::move(thinks));
    Clause what = chance(0.45) ? quality()
        : chance(0.3)          ? whereabouts()
        : chance(0.25)         ? weather(chance(0.5) ? Tense::Future : Tense::Present, false)
                               : action();
    if (what.tense == Tense::Past && what.kind != Clause::Kind::Fixed)
        what.tense = chance(0.5) ? Tense::Present : Tense::Past;
    if (what.time && what.time->tense != what.tense)
        what.time = nullptr;
    said.add(&that, std::move(what));
    return said;
}

/** Two that do something together, or two things that are done. */
Utterance Composer::list()
{
    Utterance said;
    static constexpr std::array others{"animal", "object:break", "animal", "vehicle"};
    const auto draw = [this] {
        return chance(0.65) ? personAction(tense()) : actionOf(anyOf(any(others)), tense());
    };
    Clause first = draw();
    while (first.time || first.place || first.manner || first.negated || first.company)
        first = draw();
    Clause second = actionOf(first.subject, first.tense);
    while (second.modal != Modal::None || second.progressive != first.progressive || second.time)
        second = actionOf(first.subject, first.tense);
    first.modal = Modal::None;
    second.is_elided = chance(0.65);
    const bool says_again = !second.is_elided && !first.subject.pronoun;
    second.subject = says_again ? pronounFor(first.subject) : first.subject;
    second.marks_past = false;
    said.add(nullptr, std::move(first));
    said.add(&and_then, std::move(second));
    return said;
}

/** My mother is cooking and my father is reading; the door is open and the window is closed. */
Utterance Composer::pair()
{
    Utterance said;
    const double draw = m_random.uniform();
    Clause first, second;
    const auto is_plain = [](const Clause& clause) {
        return !clause.time && !clause.subject.joined && !clause.subject.relative && !clause.company
            && !clause.subject.place && !clause.purpose && !(clause.object && clause.object->relative)
            && clause.modal == Modal::None && !clause.negated && !clause.frequency
            && !clause.subject.superlative;
    };
    if (draw < 0.35) {
        const Tense when = tense();
        const bool goes_on = when == Tense::Present && chance(0.6);
        const auto draw_one = [&] {
            Clause clause;
            do
                clause = chance(0.8) ? personAction(when) : actionOf(anyOf("animal"), when);
            while (!is_plain(clause) || clause.progressive != goes_on || clause.perfect);
            return clause;
        };
        first = draw_one();
        do
            second = draw_one();
        while ((second.subject.noun && second.subject.noun == first.subject.noun)
            || (second.subject.pronoun && second.subject.pronoun == first.subject.pronoun));
    } else if (draw < 0.5) {
        // The cat eats fish and the dog eats meat.
        do
            first = chance(0.6) ? personAction(chance(0.7) ? Tense::Present : Tense::Past)
                                : actionOf(anyOf("animal"), Tense::Present);
        while (!is_plain(first) || !first.subject.noun || !first.object || !first.object->noun
            || first.object->joined || first.beneficiary || first.place || first.perfect);
        second = first;
        do
            second.subject = anyOf(first.subject.noun->word_class);
        while (second.subject.noun == first.subject.noun || second.subject.relative
            || second.subject.superlative || second.subject.place);
        Nominal other = Nominal{.noun = first.object->noun,
            .plural = first.object->plural,
            .determiner = first.object->determiner,
            .number = first.object->number};
        const bool is_mass = first.object->noun->isMass();
        for (int tries = 0; tries < 40; ++tries) {
            other.noun = &noun(first.object->noun->word_class);
            if (other.noun != first.object->noun && other.noun != second.subject.noun
                && other.noun->isMass() == is_mass && canBeDoneTo(*first.verb, *other.noun))
                break;
        }
        if (other.determiner == Determiner::Owner || !canBeDoneTo(*first.verb, *other.noun))
            return pair();
        second.object = std::move(other);
    } else if (draw < 0.8) {
        do
            first = quality();
        while (!is_plain(first) || first.second || first.tense == Tense::Future);
        const bool is_person = first.subject.isPerson();
        do
            second = quality();
        while (!is_plain(second) || second.second || second.tense != first.tense
            || second.subject.isPerson() != is_person || second.degree != first.degree
            || (second.subject.noun && second.subject.noun == first.subject.noun)
            || (second.subject.pronoun && second.subject.pronoun == first.subject.pronoun)
            || (second.subject.noun && first.subject.noun
                && second.subject.noun->word_class != first.subject.noun->word_class));
    } else if (draw < 0.88) {
        const Tense when = chance(0.7) ? Tense::Present : Tense::Past;
        first = weather(when, false);
        do
            second = weather(when, false);
        while (second.fixed == first.fixed);
        first.time = second.time = nullptr;
        second.place.reset();
    } else {
        const auto draw_one = [&] {
            Clause clause;
            do
                clause = chance(0.5) ? identity() : possession();
            while (!is_plain(clause) || clause.tense != Tense::Present);
            return clause;
        };
        first = draw_one();
        do
            second = draw_one();
        while (second.kind != first.kind || (second.subject.noun && second.subject.noun == first.subject.noun)
            || (second.subject.pronoun && second.subject.pronoun == first.subject.pronoun));
    }
    first.marks_past = first.kind == Clause::Kind::Fixed;
    second.marks_past = false;
    said.add(nullptr, std::move(first));
    const bool contrasts = chance(0.2);
    said.add(contrasts ? &but : &and_also, std::move(second));
    return said;
}

/** Although he is tired, he works. */
Utterance Composer::concession()
{
    static constexpr Joint although{"although", "même si", "虽然"}, still_comma{",", ",", "，但是"};
    Utterance said;
    Clause first;
    do
        first = quality();
    while (first.time || first.subject.joined || first.subject.place || first.subject.relative
        || first.degree == Degree::Too || first.tense == Tense::Future
        || (!first.subject.isPerson() && first.subject.noun->word_class != "animal"));
    Clause second;
    do
        second = actionOf(first.subject, first.tense);
    while (second.tense != first.tense || second.frequency || second.time
        || (second.company && second.company->pronoun == first.subject.pronoun));
    second.subject = first.subject.pronoun ? first.subject : pronounFor(first.subject);
    second.marks_past = false;
    first.marks_past = false;
    said.add(&although, std::move(first));
    said.add(&still_comma, std::move(second));
    return said;
}

/** I am tired. I want to go home. */
Utterance Composer::twoOfOneSpeaker()
{
    Utterance said;
    Nominal who = speaker();
    const bool is_weather = chance(0.15);
    const Tense when = chance(0.75) ? Tense::Present : Tense::Past;
    Clause first;
    if (is_weather) {
        first = weather(when, false);
    } else if (chance(0.6)) {
        do
            first = quality();
        while (!first.subject.pronoun || first.tense != when);
        first.subject = who;
    } else {
        do
            first = actionOf(who, when);
        while (first.company || first.beneficiary);
    }
    Clause second;
    do
        second = actionOf(who, when);
    while (second.company && second.company->pronoun == who.pronoun);
    second.marks_past = false;
    said.add(nullptr, std::move(first));
    said.add(&stop, std::move(second));
    return said;
}

/** The dog saw a cat. It was hungry. */
Utterance Composer::twoSentences()
{
    if (chance(0.3))
        return twoOfOneSpeaker();
    Utterance said;
    Clause first = action();
    while (!first.subject.noun && !first.subject.name)
        first = action();
    Clause& told = said.add(nullptr, std::move(first));
    Clause second;
    const bool is_person = told.subject.isPerson();
    if (chance(0.5)) {
        second = actionOf(told.subject.noun ? told.subject : Nominal{.name = told.subject.name}, told.tense);
    } else {
        second.kind = Clause::Kind::Is;
        second.tense = told.tense;
        const Noun& said_of = told.subject.noun ? *told.subject.noun : noun("person:child");
        second.adjective = adjectiveFor(said_of, [](const Adjective& each) {
            return each.place == AdjectivePlace::After || each.place == AdjectivePlace::Before;
        });
        if (!second.adjective) {
            second = actionOf(told.subject, told.tense);
        } else if (second.tense != Tense::Future) {
            second.degree = chance(0.3) ? Degree::Very : Degree::Plain;
        }
    }
    const Nominal* object = told.object && told.object->noun ? &*told.object : nullptr;
    const bool clear =
        !object || object->isPerson() != is_person || object->isPlural() != told.subject.isPlural();
    second.subject = pronounFor(told.subject);
    Clause& behind = said.add(&stop, std::move(second));
    if (clear) {
        said.kind = SentenceKind::OneCandidate;
        said.pronoun = &behind.subject;
        said.antecedent = &told.subject;
    }
    return said;
}

} // namespace glassformer::grammar
