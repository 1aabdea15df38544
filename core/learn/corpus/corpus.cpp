#include "core/learn/corpus/corpus.h"

#include "core/error.h"
#include "core/file/bytes/files.h"
#include "core/learn/corpus/sayings.h"
#include "core/learn/corpus/world.h"
#include "core/learn/grammar/composer/composer.h"
#include "core/learn/grammar/composer/told_frames.h"

#include <algorithm>
#include <array>
#include <set>

namespace glassformer {
namespace {

const Frame& frameFor(TwinSet set, World& world)
{
    if (set == TwinSet::HeldOutFrame)
        return world.frame(FrameKind::Class, FrameUse::HeldOut);
    return world.frame(set == TwinSet::HeldOutRole ? FrameKind::Role : FrameKind::Class, FrameUse::Training);
}

Twin twinOf(Scene scene, const Adjective* of_subject, const Adjective* of_object)
{
    scene.subject_is_meant = true;
    scene.cue = of_subject;
    const Sentence first = tell(scene);
    scene.subject_is_meant = false;
    scene.cue = of_object;
    return {first, tell(scene)};
}

} // namespace

const char* roleName(WordRole role)
{
    static constexpr std::array<const char*, word_role_count> names{"determiner to noun",
        "noun to determiner", "adjective to noun", "noun to adjective", "verb to auxiliary",
        "auxiliary to verb", "verb to subject", "subject to verb", "verb to object", "object to verb",
        "pronoun to antecedent"};
    return names[static_cast<std::size_t>(role)];
}

bool JudgedSentence::isRight(const std::string& answer, Language from, Language to) const
{
    return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
        return reading.reads_same[static_cast<std::size_t>(from)]
            && reading.text[static_cast<std::size_t>(to)] == answer;
    });
}

Corpus Corpus::read(const Files& files)
{
    Corpus corpus;
    // Only the wide world conjugates.
    if (files.contains("conjugations.tsv"))
        corpus.m_words = std::make_shared<const grammar::Words>(files);
    else
        corpus.m_lexicon = std::make_shared<const Lexicon>(files);
    return corpus;
}

std::vector<Sentence> Corpus::sentences(std::size_t count, std::uint32_t seed) const
{
    Random random(seed);
    std::vector<Sentence> sentences;
    sentences.reserve(count);
    if (m_words) {
        grammar::Composer composer(*m_words, random);
        while (sentences.size() < count)
            sentences.push_back(composer.sentence());
        return sentences;
    }
    World world(*m_lexicon, random);
    while (sentences.size() < count)
        sentences.push_back(world.sentence());
    return sentences;
}

std::vector<JudgedSentence> Corpus::judgedSentences(std::size_t count, std::uint32_t seed) const
{
    std::vector<JudgedSentence> read;
    if (!m_words) {
        for (Sentence& sentence : sentences(count, seed))
            read.push_back({sentence, {{sentence.text, {true, true, true}}}});
        return read;
    }
    Random random(seed);
    grammar::Composer composer(*m_words, random);
    while (read.size() < count)
        read.push_back(composer.judgedSentence());
    return read;
}

std::vector<Sentence> Corpus::composed(
    std::size_t count, std::uint32_t seed, Sentence (grammar::Composer::*make)()) const
{
    if (!m_words)
        throw Error({Message::tr("stories of the small world"), std::string("stories"),
            Message::tr("the wide world, which tells stories"),
            Message::tr("Name the lexicons \"world\" in the recipe.")});
    Random random(seed);
    grammar::Composer composer(*m_words, random);
    std::vector<Sentence> made;
    made.reserve(count);
    while (made.size() < count)
        made.push_back((composer.*make)());
    return made;
}

std::vector<Sentence> Corpus::stories(std::size_t count, std::uint32_t seed) const
{
    return composed(count, seed, &grammar::Composer::story);
}

std::vector<Sentence> Corpus::mixedNumbers(std::size_t count, std::uint32_t seed) const
{
    return composed(count, seed, &grammar::Composer::mixedNumbers);
}

std::vector<Twin> Corpus::twins(TwinSet set, std::size_t count, std::uint32_t seed, bool clause_first) const
{
    Random random(seed);
    std::vector<Twin> twins;
    std::set<std::string> known;
    if (m_words) {
        grammar::Composer composer(*m_words, random);
        while (twins.size() < count) {
            Twin twin = composer.twin(set, clause_first);
            if (known.insert(twin[0].text[0] + twin[1].text[0]).second)
                twins.push_back(std::move(twin));
        }
        return twins;
    }
    if (set == TwinSet::HeldOutPerson)
        return twins;
    World world(*m_lexicon, random);
    while (twins.size() < count) {
        const Frame& frame = frameFor(set, world);
        const bool held_out_pair = set == TwinSet::HeldOutPair || set == TwinSet::HeldOutRole
            || set == TwinSet::Number || (set == TwinSet::HeldOutFrame && random.uniform() < 0.1);
        const bool subject_plural = set == TwinSet::Number && random.uniform() < 0.5;
        const bool object_plural = set == TwinSet::Number && !subject_plural;
        std::optional<Scene> scene = world.scene(frame, held_out_pair, true, subject_plural, object_plural);
        if (!scene)
            continue;
        scene->clause_first = clause_first;
        Twin twin = twinOf(*scene, world.cueOf(frame, true), world.cueOf(frame, false));
        if (known.insert(twin[0].text[0] + twin[1].text[0]).second)
            twins.push_back(std::move(twin));
    }
    return twins;
}

std::map<std::string, double> Corpus::sayings(const std::string& beginning, Language language) const
{
    return m_words ? grammar::sayings(*m_words, beginning, language)
                   : glassformer::sayings(*m_lexicon, beginning, language);
}

bool Corpus::canSay(const std::string& text, Language language) const
{
    return sayings(text, language).count(text) > 0;
}

bool Corpus::canBeSaidOf(const std::string& adjective, const std::string& noun, Language language) const
{
    if (m_words)
        return grammar::canBeSaidOf(*m_words, adjective, noun, language);
    for (const Noun& known : m_lexicon->nouns) {
        if (!isFormOf(noun, known, language))
            continue;
        for (const Adjective& said : m_lexicon->adjectives)
            if (isFormOf(adjective, said, language) && glassformer::canBeSaidOf(said, known))
                return true;
    }
    return false;
}

} // namespace glassformer
