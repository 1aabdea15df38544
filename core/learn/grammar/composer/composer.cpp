#include "core/learn/grammar/composer/composer.h"

#include "core/learn/grammar/readings.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace glassformer::grammar {

Composer::Composer(const Words& words, Random& random)
    : m_words(words)
    , m_verbs(words.conjugations)
    , m_random(random)
{
    for (const Noun& noun : words.nouns)
        addToDraw(m_all_nouns, noun);
    for (const Verb& verb : words.verbs)
        addToDraw(m_all_verbs, verb);
}

Utterance Composer::statement()
{
    Utterance said;
    const double draw = m_random.uniform();
    if (draw < 0.45)
        said.add(nullptr, action());
    else if (draw < 0.59)
        said.add(nullptr, quality());
    else if (draw < 0.65)
        said.add(nullptr, comparison());
    else if (draw < 0.72)
        said.add(nullptr, identity());
    else if (draw < 0.76)
        said.add(nullptr, pointed());
    else if (draw < 0.775)
        said.add(nullptr, aged());
    else if (draw < 0.79)
        said.add(nullptr, easyTo());
    else if (draw < 0.835)
        said.add(nullptr, whereabouts());
    else if (draw < 0.89)
        said.add(nullptr, existence());
    else if (draw < 0.95)
        said.add(nullptr, gift());
    else if (draw < 0.97)
        said.add(nullptr, ability());
    else
        said.add(nullptr, weather(tense(), false));
    // The dog that chased the cat was tired.
    Clause& clause = said.parts.front().clause;
    Nominal& subject = clause.subject;
    const bool can_tell = subject.noun && !subject.place && !subject.superlative
        && subject.determiner == Determiner::The && clause.kind != Clause::Kind::Exists && !subject.joined
        && clause.kind != Clause::Kind::Fixed;
    if (can_tell && chance(0.16))
        dress(subject);
    if (can_tell && !subject.wearing && chance(0.2)
        && (subject.noun->isPerson() || subject.noun->word_class == "animal"))
        tellOf(subject, clause.tense);
    else if (can_tell && !subject.wearing && chance(0.25))
        tellWhatIsDoneTo(subject, clause.tense);
    Nominal* object = clause.object ? &*clause.object : nullptr;
    if (object && clause.kind == Clause::Kind::Does && object->noun && !object->place && !object->superlative
        && object->determiner == Determiner::The && !object->joined && !clause.place && !clause.recipient
        && !clause.manner && !clause.company && !clause.time && !subject.relative && chance(0.12)) {
        if (chance(0.5) && (object->noun->isPerson() || object->noun->word_class == "animal"))
            tellOf(*object, clause.tense);
        else
            tellWhatIsDoneTo(*object, clause.tense);
    }
    // Yesterday we went home.
    const bool can_begin = clause.kind == Clause::Kind::Does || clause.kind == Clause::Kind::Is
        || clause.kind == Clause::Kind::IsAt || clause.kind == Clause::Kind::Fixed;
    clause.time_first = clause.time_first || (clause.time && can_begin && chance(0.35));
    return said;
}

/** The dog that chased the cat. */
void Composer::tellOf(Nominal& nominal, Tense tense)
{
    Nominal bare = nominal;
    bare.adjectives.clear();
    Clause relative = actionOf(bare, tense == Tense::Future ? Tense::Present : tense);
    relative.time = nullptr;
    relative.modal = Modal::None;
    relative.marks_past = false;
    nominal.relative = std::make_shared<const Clause>(std::move(relative));
}

/** The book that I read. */
void Composer::tellWhatIsDoneTo(Nominal& nominal, Tense tense)
{
    for (int tries = 0; tries < 40; ++tries) {
        Clause deed = personAction(tense == Tense::Future ? Tense::Present : tense);
        const bool fits = deed.object && deed.object->noun && !deed.subject.joined
            && deed.verb->french_preposition.empty() && deed.verb->particle.empty()
            && deed.verb->french_tail.empty() && !deed.manner && !deed.company && !deed.frequency
            && !deed.subject.place && deed.subject.noun != nominal.noun
            && deed.verb->chinese.find('~') == std::string::npos;
        if (!fits || deed.object->noun->word_class != nominal.noun->word_class)
            continue;
        // What can be done to one of its class by this verb, can it be done to this one?
        const auto& uses = deed.verb->uses;
        const bool can_be_done = std::any_of(uses.begin(), uses.end(), [&nominal](const VerbUse& use) {
            return use.subject == "person"
                && std::any_of(use.objects.begin(), use.objects.end(),
                    [&nominal](const std::string& object) { return isOf(*nominal.noun, object); });
        });
        if (!can_be_done)
            continue;
        // The book that I bought yesterday.
        if (deed.tense != Tense::Past || !chance(0.6))
            deed.time = nullptr;
        deed.modal = Modal::None;
        deed.marks_past = false;
        deed.place.reset();
        deed.lacks_object = true;
        deed.object = Nominal{.noun = nominal.noun, .plural = nominal.plural};
        nominal.relative = std::make_shared<const Clause>(std::move(deed));
        return;
    }
}

namespace {

bool isAmong(std::string_view letters, char letter)
{
    return letters.find(letter) != std::string_view::npos;
}

/** hello, i am Tom */
void typeInSmallLetters(Sentence& sentence)
{
    std::string& english = sentence.text[0];
    for (std::size_t at = 0; at < english.size(); ++at) {
        const bool begins = at == 0 || (at > 1 && english[at - 1] == ' ' && isAmong(".!?", english[at - 2]));
        const bool is_i = english[at] == 'I' && (at == 0 || english[at - 1] == ' ')
            && (at + 1 == english.size() || isAmong(" '", english[at + 1]));
        if (begins || is_i)
            english[at] = static_cast<char>(std::tolower(static_cast<unsigned char>(english[at])));
    }
    sentence.is_usual[0] = false;
}

} // namespace

/** As one types in a hurry: without the last stop. It is no answer then. */
void Composer::typeCasually(Sentence& sentence)
{
    if (chance(0.25) && sentence.links.empty())
        typeInSmallLetters(sentence);
    for (const Language language : {Language::English, Language::Chinese}) {
        const auto at = static_cast<std::size_t>(language);
        const std::string_view stop = language == Language::Chinese ? "。" : ".";
        std::string& text = sentence.text[at];
        if (text.size() > stop.size() && text.compare(text.size() - stop.size(), stop.size(), stop) == 0) {
            text.erase(text.size() - stop.size());
            sentence.is_usual[at] = false;
        }
    }
}

/** One of the constructions that the other kinds of sentences don't have. */
Utterance Composer::construction()
{
    const double draw = m_random.uniform();
    if (draw < 0.12)
        return interrupted();
    if (draw < 0.2)
        return soThat();
    Utterance said;
    said.add(nullptr,
        draw < 0.33       ? passive()
            : draw < 0.38 ? growth()
            : draw < 0.48 ? measured()
            : draw < 0.56 ? comparedDeed()
            : draw < 0.63 ? effect()
            : draw < 0.69 ? meanwhile()
            : draw < 0.74 ? eve()
            : draw < 0.86 ? experience()
            : draw < 0.90 ? formerHabit()
            : draw < 0.93 ? neither()
                          : mixedQuality());
    Clause& clause = said.parts.front().clause;
    const bool can_ask = (clause.passive || clause.effect || clause.meanwhile) && !clause.negated;
    if (can_ask && chance(0.12)) {
        clause.asking = Asking::YesNo;
        said.end = '?';
    }
    return said;
}

Utterance Composer::order()
{
    Utterance said;
    said.add(nullptr, command());
    return said;
}

Sentence Composer::sentence()
{
    return drawn(nullptr);
}

JudgedSentence Composer::judgedSentence()
{
    JudgedSentence read;
    read.sentence = drawn(&read.readings);
    return read;
}

/** With its readings, where somebody wants them. */
Sentence Composer::drawn(std::vector<Reading>* readings)
{
    if (chance(0.16)) {
        Sentence said = saying(readings);
        if (chance(0.15))
            typeCasually(said);
        return said;
    }
    const double draw = m_random.uniform();
    Utterance said = draw < 0.144 ? twoCandidates()
        : draw < 0.197            ? oneCandidate()
        : draw < 0.258            ? construction()
        : draw < 0.594            ? statement()
        : draw < 0.685            ? question()
        : draw < 0.726            ? order()
        : draw < 0.777            ? conditional()
        : draw < 0.817            ? contrast()
        : draw < 0.848            ? thought()
        : draw < 0.868            ? list()
        : draw < 0.883            ? refusal()
        : draw < 0.909            ? because()
        : draw < 0.949            ? pair()
        : draw < 0.964            ? concession()
                                  : twoSentences();
    said.is_formal = chance(0.12);
    said.is_casual = !said.is_formal && chance(0.35);
    if (chance(0.4))
        said.synonyms_seed = 1 + static_cast<std::uint32_t>(below(1 << 20));
    for (const Utterance::Part& part : said.parts)
        if (part.clause.modal == Modal::WouldLike)
            said.is_usual_english = false;
    const double manner = m_random.uniform();
    said.chinese = {.drops_one = manner<0.07, .uses_ba = manner> 0.9,
        .is_short = manner > 0.4 && manner<0.5, .says_year = manner> 0.5 && manner < 0.7};
    Sentence told = tell(said, m_verbs, &m_words.synonyms);
    if (readings)
        *readings = readingsOf(said, m_words, m_verbs);
    if (chance(0.08))
        typeCasually(told);
    return told;
}

} // namespace glassformer::grammar
