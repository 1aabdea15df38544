#include "core/learn/corpus/corpus.h"

#include "core/file/bytes/files.h"
#include "core/learn/grammar/composer/composer.h"
#include "core/learn/grammar/composer/told_frames.h"
#include "core/learn/grammar/plain_words.h"

#include <algorithm>
#include <array>
#include <set>

namespace glassformer {

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
    const auto any_reads = [&](const auto& says_it) {
        return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
            return reading.reads_same[static_cast<std::size_t>(from)]
                && says_it(reading.text[static_cast<std::size_t>(to)]);
        });
    };
    if (any_reads([&answer](const std::string& text) { return text == answer; }))
        return true;
    if (!words)
        return false;
    const grammar::PlainWords plain(words->synonyms, to);
    return any_reads(
        [&, said = plain.of(answer)](const std::string& text) { return plain.of(text) == said; });
}

Corpus Corpus::read(const Files& files)
{
    Corpus corpus;
    corpus.m_words = std::make_shared<const grammar::Words>(files);
    return corpus;
}

std::vector<Sentence> Corpus::composed(
    std::size_t count, std::uint32_t seed, Sentence (grammar::Composer::*make)()) const
{
    Random random(seed);
    grammar::Composer composer(*m_words, random);
    std::vector<Sentence> made;
    made.reserve(count);
    while (made.size() < count)
        made.push_back((composer.*make)());
    return made;
}

std::vector<Sentence> Corpus::sentences(std::size_t count, std::uint32_t seed) const
{
    return composed(count, seed, &grammar::Composer::sentence);
}

std::vector<Sentence> Corpus::stories(std::size_t count, std::uint32_t seed) const
{
    return composed(count, seed, &grammar::Composer::story);
}

std::vector<Sentence> Corpus::mixedNumbers(std::size_t count, std::uint32_t seed) const
{
    return composed(count, seed, &grammar::Composer::mixedNumbers);
}

std::vector<JudgedSentence> Corpus::judgedSentences(std::size_t count, std::uint32_t seed) const
{
    Random random(seed);
    grammar::Composer composer(*m_words, random);
    std::vector<JudgedSentence> read;
    while (read.size() < count)
        read.push_back(composer.judgedSentence());
    for (JudgedSentence& each : read)
        each.words = m_words;
    return read;
}

std::vector<Twin> Corpus::twins(TwinSet set, std::size_t count, std::uint32_t seed, bool clause_first) const
{
    Random random(seed);
    grammar::Composer composer(*m_words, random);
    std::vector<Twin> twins;
    std::set<std::string> known;
    while (twins.size() < count) {
        Twin twin = composer.twin(set, clause_first);
        if (known.insert(twin[0].text[0] + twin[1].text[0]).second)
            twins.push_back(std::move(twin));
    }
    return twins;
}

std::map<std::string, double> Corpus::sayings(const std::string& beginning, Language language) const
{
    return grammar::sayings(*m_words, beginning, language);
}

bool Corpus::canSay(const std::string& text, Language language) const
{
    return sayings(text, language).count(text) > 0;
}

bool Corpus::canBeSaidOf(const std::string& adjective, const std::string& noun, Language language) const
{
    return grammar::canBeSaidOf(*m_words, adjective, noun, language);
}

} // namespace glassformer
