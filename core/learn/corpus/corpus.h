#pragma once

#include "core/file/bytes/files.h"
#include "core/text/encoding.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace glassformer {

namespace grammar {
struct Words;
class Composer;
} // namespace grammar

enum class Language
{
    English,
    French,
    Chinese
};
inline constexpr std::size_t language_count = 3;

/** What a sentence is good for; the trainer weights kinds, the evaluation counts by kind. */
enum class SentenceKind
{
    Simple, ///< no pronoun whose meaning must be found
    OneCandidate, ///< a pronoun with one possible noun
    ClassTwin, ///< two nouns; the adjective fits one noun's class only (tired / wide)
    RoleTwin, ///< two nouns of one class; who did what decides (too thick / too tiny)
};

/** The same word (or short phrase) in the three languages; an empty span where a language does not say it. */
using WordLink = std::array<TextSpan, language_count>;

/** What two words of one sentence are to each other; the first looks for the second. */
enum class WordRole
{
    DeterminerToNoun,
    NounToDeterminer,
    AdjectiveToNoun,
    NounToAdjective,
    VerbToAuxiliary,
    AuxiliaryToVerb,
    VerbToSubject,
    SubjectToVerb,
    VerbToObject,
    ObjectToVerb,
    PronounToAntecedent
};
inline constexpr std::size_t word_role_count = 11;

/** "verb to subject": as figures and cards name it. */
const char* roleName(WordRole role);

/** Two words of an English text; byte ranges. */
struct WordRelation
{
    WordRole role;
    TextSpan from, to;
};

/** One aligned sentence with everything the generator knows about it. Spans are byte ranges of `text`. */
struct Sentence
{
    std::array<std::string, language_count> text;
    std::vector<WordLink> links; ///< nouns, adjectives, verbs and pronouns: for alignment guidance
    SentenceKind kind = SentenceKind::Simple;
    bool clause_first = false; ///< "Because it was too wide, the animal ..."
    bool both_singular = false; ///< two candidates, both singular
    bool numbers_differ = false; ///< of two candidates one is plural: "it" or "they" says which is meant
    bool genders_differ = false; ///< two candidates of different French gender
    bool feminine = false; ///< French gender of the antecedent
    WordLink pronoun{}; ///< it / il / 它; all empty when there is none
    WordLink antecedent{}; ///< the noun (without article) that the pronoun means
    WordLink rival{}; ///< the other candidate
    WordLink cue{}; ///< the deciding adjective
    std::vector<WordRelation> relations{}; ///< in English
    /** Whether each text is as one writes it. Another (did not, 没) is read, and never taught as an answer. */
    std::array<bool, language_count> is_usual{true, true, true};
};

/** What somebody may mean who says a sentence's words in one of the languages. */
struct Reading
{
    std::array<std::string, language_count> text;
    std::array<bool, language_count> reads_same{}; ///< whether that text is the sentence's own
};

/** A sentence with all that its words may mean to those who read one language alone; its own meaning is among them. */
struct JudgedSentence
{
    Sentence sentence;
    std::vector<Reading> readings;
    std::shared_ptr<const grammar::Words> words{}; ///< whose synonyms are right, too; without them none is

    /** Whether a text of one language says what the sentence's words in another may mean. */
    bool isRight(const std::string& answer, Language from, Language to) const;
};

/** Two sentences that differ only in the cue, and so in what the pronoun means. */
using Twin = std::array<Sentence, 2>;

/** Which combinations a set of twins is drawn from. The held-out sets never occur in training with a pronoun. */
enum class TwinSet
{
    Training,
    HeldOutPair,
    HeldOutFrame,
    HeldOutRole,
    HeldOutPerson, ///< held-out pairs of a man and a woman: "he" or "she"
    Number ///< held-out pairs, one noun plural: "it was" or "they were" says which one is meant
};

/**
 * Aligned English, French and Chinese sentences of a small generated world, drawn from lexicon files. Seeded: equal
 * lexicons and seed give equal sentences everywhere.
 */
class Corpus
{
public:
    /** Reads the lexicon's files (resources/world). @throws Error naming file and entry. */
    static Corpus read(const Files& files);

    /** `count` training sentences. Never one of a held-out combination. */
    std::vector<Sentence> sentences(std::size_t count, std::uint32_t seed) const;

    /** The same sentences, each with its readings. */
    std::vector<JudgedSentence> judgedSentences(std::size_t count, std::uint32_t seed) const;

    /**
     * `count` little stories of three to seven sentences with persons, places and pronouns that hold together.
     */
    std::vector<Sentence> stories(std::size_t count, std::uint32_t seed) const;

    /**
     * `count` training sentences with two candidates of which one is plural, so that "it" or "they" tells which is meant.
     * Among all sentences they are one in eighty.
     */
    std::vector<Sentence> mixedNumbers(std::size_t count, std::uint32_t seed) const;

    /**
     * `count` twins of nouns, both singular unless the set says otherwise, of different French gender, in each of which the two antecedents take turns;
     * clause_first chooses "Because it was too wide, the animal ...".
     */
    std::vector<Twin> twins(
        TwinSet set, std::size_t count, std::uint32_t seed, bool clause_first = false) const;

    /** What the world says with two candidates behind such a beginning, with its chances: see told_frames.h. */
    std::map<std::string, double> sayings(const std::string& beginning, Language language) const;

    /** Whether a whole text is one of them. */
    bool canSay(const std::string& text, Language language) const;

    /** Whether an adjective can be said of a noun, both in any form that a sentence may have. */
    bool canBeSaidOf(const std::string& adjective, const std::string& noun, Language language) const;

private:
    Corpus() = default;

    std::vector<Sentence> composed(
        std::size_t count, std::uint32_t seed, Sentence (grammar::Composer::*make)()) const;

    std::shared_ptr<const grammar::Words> m_words;
};

} // namespace glassformer
