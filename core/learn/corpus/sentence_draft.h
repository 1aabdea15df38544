#pragma once

#include "core/learn/corpus/corpus.h"
#include "core/learn/corpus/lexicon.h"

#include <string>
#include <string_view>

namespace glassformer {

enum class Determiner
{
    The,
    A
};
enum class Tense
{
    Past,
    Present,
    Future
};

/** A noun with its article and perhaps an adjective: "the wide street", "some dogs". */
struct NounPhrase
{
    const Noun* noun = nullptr;
    Determiner determiner = Determiner::The;
    bool plural = false;
    const Adjective* adjective = nullptr;

    bool isPerson() const { return noun->word_class == "person"; }
};

/** A pronoun that stands for a noun: it / il / 它, they / elles / 她们. */
struct Pronoun
{
    bool plural = false;
    bool feminine = false; ///< in French; in Chinese only for persons
    bool person = false;
};

/** How much: "wide", "very wide", "too wide". */
enum class Degree
{
    Plain,
    Very,
    Too
};

/**
 * Writes one sentence in three languages at once, word by word, and remembers where every word stands. It knows the
 * grammar of the small world: spaces and capitals, a/an, elision, agreement, measure words, the marks of tense.
 */
class SentenceDraft
{
public:
    /** Each returns where the word itself stands, without article. */
    WordLink addNounPhrase(const NounPhrase& phrase);
    WordLink addPronoun(const Pronoun& pronoun);

    /** A verb after a subject of the third person; agreement needs the subject's number and gender. */
    void addVerb(const Verb& verb, Tense tense, bool negated, bool plural_subject, bool feminine_subject);
    /** "was too wide" after a subject; Chinese says nothing of the tense unless `mark_past`. */
    WordLink addCopula(const Adjective& adjective, Degree degree, Tense tense, bool negated, bool plural,
        bool feminine, bool mark_past);
    /** ", because" in the middle of a sentence; `before` decides between que and qu'. */
    void addBecause(bool capital, bool before_vowel);
    void addCommaBetweenClauses();

    /** The same text in one language only. */
    void add(Language language, std::string_view word);

    /** Ends with full stops and capitals; fills in text and links. */
    Sentence finish(Sentence sentence);

private:
    TextSpan put(Language language, std::string_view word);
    void addEnglishVerb(const Verb& verb, Tense tense, bool negated, bool plural, WordLink& link);
    void addFrenchVerb(
        const Verb& verb, Tense tense, bool negated, bool plural, bool feminine, WordLink& link);
    void addChineseVerb(const Verb& verb, Tense tense, bool negated, WordLink& link);

    std::array<std::string, language_count> m_text;
    std::vector<WordLink> m_links;
};

/** The form of a French adjective. */
const std::string& frenchForm(const Adjective& adjective, bool feminine, bool plural);

/** Whether French elides before a word: a vowel, or the mute h that every h of the lexicon is. */
bool elidesBefore(std::string_view french_word);

} // namespace glassformer
