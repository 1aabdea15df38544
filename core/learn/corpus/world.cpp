#include "core/learn/corpus/world.h"

#include "core/error.h"

namespace glassformer {
namespace {

constexpr Language en = Language::English, fr = Language::French, zh = Language::Chinese;

std::string key(const std::string& class_and_tag, bool feminine)
{
    return class_and_tag + (feminine ? "/f" : "/m");
}

/** A speaker or a known person as subject, with the past of avoir that goes with it. */
struct Subject
{
    const char *english, *french, *french_negated, *chinese;
};
constexpr std::array<Subject, 4> subjects{
    {{"I", "j' ai", "je n' ai pas", "我"}, {"we", "nous avons", "nous n' avons pas", "我们"},
        {"he", "il a", "il n' a pas", "他"}, {"she", "elle a", "elle n' a pas", "她"}}};

/** Words separated by blanks; the draft joins what ends with an apostrophe. */
void addWords(SentenceDraft& draft, Language language, std::string_view words)
{
    while (!words.empty()) {
        const std::size_t blank = words.find(' ');
        draft.add(language, words.substr(0, blank));
        words.remove_prefix(blank == std::string_view::npos ? words.size() : blank + 1);
    }
}

} // namespace

World::World(const Lexicon& lexicon, Random& random)
    : m_lexicon(lexicon)
    , m_random(random)
{
    for (const Noun& noun : lexicon.nouns) {
        m_nouns[key(noun.word_class, noun.feminine)].push_back(&noun);
        for (const std::string& tag : noun.tags)
            m_nouns[key(noun.word_class + ":" + tag, noun.feminine)].push_back(&noun);
    }
}

const Noun* World::noun(const std::string& class_and_tag, bool feminine)
{
    const auto found = m_nouns.find(key(class_and_tag, feminine));
    if (found == m_nouns.end())
        throw Error(
            {Message::tr("no noun of \"%1\" of one French gender", class_and_tag), std::string("nouns.tsv"),
                Message::tr("nouns of both genders for whatever verbs.tsv and frames.tsv name"), {}});
    return any(found->second);
}

const Adjective* World::adjectiveFor(const Noun& noun, bool colours)
{
    std::vector<const Adjective*> fitting;
    for (const Adjective& adjective : m_lexicon.adjectives)
        if (canBeSaidOf(adjective, noun) && (colours || adjective.place != AdjectivePlace::Colour))
            fitting.push_back(&adjective);
    return fitting.empty() ? nullptr : any(fitting);
}

const Frame& World::frame(FrameKind kind, FrameUse use)
{
    for (;;) {
        const Frame& drawn = any(m_lexicon.frames);
        if (drawn.kind == kind && drawn.use == use)
            return drawn;
    }
}

const Adjective* World::cueOf(const Frame& frame, bool of_subject)
{
    return any(of_subject ? frame.subject_cues : frame.object_cues);
}

std::optional<Scene> World::scene(
    const Frame& frame, bool held_out_pair, bool genders_differ, bool subject_plural, bool object_plural)
{
    for (int tries = 0; tries < 500; ++tries) {
        const bool feminine = chance(0.5);
        const Noun* subject = noun(frame.subject, feminine);
        const Noun* object = noun(frame.object, genders_differ ? !feminine : feminine);
        if (subject == object || isHeldOutPair(*subject, *object) != held_out_pair)
            continue;
        return Scene{
            &frame, {subject, Determiner::The, subject_plural}, {object, Determiner::The, object_plural}};
    }
    return std::nullopt;
}

Sentence World::twoCandidates()
{
    const double draw = m_random.uniform();
    const bool plural_only = draw < 0.10;
    const Frame& drawn = plural_only ? frame(FrameKind::Class, FrameUse::PluralOnly)
        : draw < 0.70                ? frame(FrameKind::Class, FrameUse::Training)
                                     : frame(FrameKind::Role, FrameUse::Training);
    const double number = m_random.uniform();
    const bool both_plural = number < 0.12, mixed = number >= 0.12 && number < 0.26;
    const bool subject_plural = plural_only || both_plural || (mixed && chance(0.5));
    const bool object_plural = plural_only ? chance(0.5) : both_plural || (mixed && !subject_plural);
    std::optional<Scene> scene = this->scene(drawn, false, chance(0.75), subject_plural, object_plural);
    if (!scene)
        return twoCandidates();
    scene->subject_is_meant = chance(0.5);
    scene->cue = cueOf(drawn, scene->subject_is_meant);
    scene->clause_first = chance(0.22);
    return tell(*scene);
}

Tense World::tense()
{
    const double draw = m_random.uniform();
    return draw < 0.55 ? Tense::Past : draw < 0.88 ? Tense::Present : Tense::Future;
}

NounPhrase World::phrase(const std::string& class_and_tag)
{
    NounPhrase phrase{
        noun(class_and_tag), chance(0.7) ? Determiner::The : Determiner::A, chance(0.3), nullptr};
    if (chance(0.3))
        phrase.adjective = adjectiveFor(*phrase.noun, true);
    return phrase;
}

/** "The dog slept because it was tired.", "The nurse bought the lamp because it was beautiful." */
Sentence World::oneCandidate()
{
    for (;;) {
        const Verb& verb = any(m_lexicon.verbs);
        const VerbUse& use = any(verb.uses);
        const bool intransitive = use.objects.empty();
        // A person and a thing: only the thing is "it", only the person is "she".
        const bool person_and_thing = !intransitive && use.subject == "person";
        const std::string object_class = intransitive ? "" : any(use.objects);
        if (!intransitive && (!person_and_thing || object_class == "person"))
            continue;
        const NounPhrase subject{noun(use.subject), Determiner::The, person_and_thing ? false : chance(0.3)};
        const NounPhrase object = intransitive ? NounPhrase{} : NounPhrase{noun(object_class)};
        const bool subject_is_meant = intransitive || chance(0.3);
        const NounPhrase& meant = subject_is_meant ? subject : object;
        const Adjective* adjective = adjectiveFor(*meant.noun, false);
        if (!adjective)
            continue;
        SentenceDraft draft;
        const WordLink subject_link = draft.addNounPhrase(subject);
        const bool negated = chance(0.5);
        draft.addVerb(verb, Tense::Past, negated, subject.plural, subject.noun->feminine);
        const WordLink object_link = intransitive ? WordLink{} : draft.addNounPhrase(object);
        draft.addBecause(false, true);
        Sentence sentence;
        sentence.kind = SentenceKind::OneCandidate;
        sentence.pronoun = draft.addPronoun({meant.plural, meant.noun->feminine, meant.isPerson()});
        sentence.antecedent = subject_is_meant ? subject_link : object_link;
        sentence.feminine = meant.noun->feminine;
        const Degree degree = negated ? Degree::Too : chance(0.5) ? Degree::Very : Degree::Plain;
        sentence.cue = draft.addCopula(
            *adjective, degree, Tense::Past, false, meant.plural, meant.noun->feminine, false);
        return draft.finish(sentence);
    }
}

Sentence World::copula()
{
    for (;;) {
        const NounPhrase subject{&any(m_lexicon.nouns), Determiner::The, chance(0.3)};
        const Adjective* adjective = adjectiveFor(*subject.noun, true);
        if (!adjective)
            continue;
        const bool negated = chance(0.2);
        const bool colour = adjective->place == AdjectivePlace::Colour;
        const double how = m_random.uniform();
        const Degree degree = colour || negated || how < 0.4 ? Degree::Plain
            : how < 0.7                                      ? Degree::Very
                                                             : Degree::Too;
        SentenceDraft draft;
        draft.addNounPhrase(subject);
        draft.addCopula(*adjective, degree, chance(0.5) ? Tense::Past : Tense::Present, negated,
            subject.plural, subject.noun->feminine, true);
        return draft.finish({});
    }
}

Sentence World::action()
{
    const Verb& verb = any(m_lexicon.verbs);
    const VerbUse& use = any(verb.uses);
    const NounPhrase subject = phrase(use.subject);
    SentenceDraft draft;
    draft.addNounPhrase(subject);
    const bool negated = chance(0.35);
    draft.addVerb(verb, tense(), negated, subject.plural, subject.noun->feminine);
    if (!use.objects.empty())
        for (;;) {
            NounPhrase object = phrase(any(use.objects));
            if (object.noun == subject.noun)
                continue;
            if (negated)
                object.determiner = Determiner::The; // French would say "pas de"
            draft.addNounPhrase(object);
            break;
        }
    return draft.finish({});
}

Sentence World::actionByPronoun()
{
    for (;;) {
        const Verb& verb = any(m_lexicon.verbs);
        const VerbUse& use = any(verb.uses);
        if (use.subject != "person" || use.objects.empty() || verb.with_etre || verb.is_state)
            continue;
        const Subject subject = subjects[m_random.below(static_cast<std::uint32_t>(subjects.size()))];
        const bool negated = chance(0.35);
        SentenceDraft draft;
        addWords(draft, en, subject.english);
        addWords(draft, en, negated ? "didn't " + verb.english : verb.past);
        addWords(draft, fr, negated ? subject.french_negated : subject.french);
        addWords(draft, fr, verb.participle);
        addWords(draft, zh, subject.chinese);
        addWords(draft, zh, (negated ? "没有" : "") + verb.chinese + (negated ? "" : "了"));
        NounPhrase object = phrase(any(use.objects));
        if (negated)
            object.determiner = Determiner::The;
        draft.addNounPhrase(object);
        return draft.finish({});
    }
}

/** "The dog is in the park." */
Sentence World::place()
{
    const NounPhrase who{noun(chance(0.5) ? "person" : "animal"), Determiner::The, chance(0.3)};
    const NounPhrase where{noun(chance(0.5) ? "building" : "place")};
    SentenceDraft draft;
    draft.addNounPhrase(who);
    addWords(draft, en, who.plural ? "are in" : "is in");
    addWords(draft, fr, who.plural ? "sont dans" : "est dans");
    addWords(draft, zh, "在");
    draft.addNounPhrase(where);
    addWords(draft, zh, "里");
    return draft.finish({});
}

/** "I am a student.", "She is a famous singer." */
Sentence World::profession()
{
    const bool feminine = chance(0.5);
    NounPhrase job{noun("person:job", feminine), Determiner::A};
    if (chance(0.25))
        job.adjective = adjectiveFor(*job.noun, false);
    SentenceDraft draft;
    if (chance(0.5)) {
        addWords(draft, en, "I am");
        addWords(draft, fr, "je suis");
        addWords(draft, zh, "我是");
    } else {
        addWords(draft, en, feminine ? "she is" : "he is");
        addWords(draft, fr, feminine ? "elle est" : "il est");
        addWords(draft, zh, feminine ? "她是" : "他是");
    }
    draft.addNounPhrase(job);
    return draft.finish({});
}

Sentence World::sentence()
{
    const double draw = m_random.uniform();
    if (draw < 0.50)
        return twoCandidates();
    if (draw < 0.62)
        return oneCandidate();
    if (draw < 0.71)
        return copula();
    if (draw < 0.90)
        return action();
    if (draw < 0.94)
        return actionByPronoun();
    return draw < 0.96 ? place() : profession();
}

} // namespace glassformer
