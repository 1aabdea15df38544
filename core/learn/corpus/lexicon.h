#pragma once

#include "core/learn/corpus/corpus.h"

#include <string>
#include <vector>

namespace glassformer {

/** A noun of nouns.tsv. */
struct Noun
{
    std::string word_class; ///< "animal", "road": what can be said of it and done with it
    std::vector<std::string> tags; ///< "heavy", "job": what narrows the class
    std::string english, english_plural, french, french_plural;
    bool feminine = false; ///< in French
    std::string chinese, measure; ///< 狗, 只
};

/** Where an adjective stands in French, and whether it is a colour, which Chinese says with 是…的. */
enum class AdjectivePlace
{
    After,
    Before,
    Colour
};

/** An adjective of adjectives.tsv. */
struct Adjective
{
    std::string english, masculine, feminine, masculine_plural, feminine_plural;
    std::string before_vowel; ///< "vieil"; empty for most
    std::string chinese;
    AdjectivePlace place = AdjectivePlace::After;
    std::vector<std::string> said_of; ///< classes, or class:tag
};

/** Who can do a verb to whom; no object classes for an intransitive verb. */
struct VerbUse
{
    std::string subject;
    std::vector<std::string> objects;
};

/** A verb of verbs.tsv. */
struct Verb
{
    std::string english, third, past, preposition;
    std::string infinitive, participle, french_third, french_third_plural, french_preposition;
    std::string chinese;
    bool with_etre = false; ///< its past is made with être, and the participle agrees
    bool is_ability = false; ///< Chinese says 没能 for "didn't": to fit in
    bool is_state = false; ///< a state, whose past Chinese marks with 以前: to like
    std::vector<VerbUse> uses;
};

enum class FrameKind
{
    Class,
    Role
};
enum class FrameUse
{
    Training,
    HeldOut,
    PluralOnly
};

/** "The <subject> didn't <verb> the <object> because it was too <cue>": a row of frames.tsv. */
struct Frame
{
    FrameKind kind = FrameKind::Class;
    FrameUse use = FrameUse::Training;
    const Verb* verb = nullptr;
    std::string subject, object; ///< classes, or class:tag
    bool negated = true;
    std::vector<const Adjective*> subject_cues, object_cues;
};

/** The words of the generated world, and what can be said with them. */
struct Lexicon
{
    std::vector<Noun> nouns;
    std::vector<Adjective> adjectives;
    std::vector<Verb> verbs;
    std::vector<Frame> frames; ///< point into `adjectives` and `verbs`

    /** Reads nouns.tsv, adjectives.tsv, verbs.tsv and frames.tsv. @throws Error naming file and line. */
    explicit Lexicon(const Files& files);
    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;
};

/** Whether a noun belongs to "class" or "class:tag". */
bool isOf(const Noun& noun, const std::string& class_and_tag);

/** Whether a word of a text is the noun or the adjective, in any of its forms. */
bool isFormOf(const std::string& word, const Noun& noun, Language language);
bool isFormOf(const std::string& word, const Adjective& adjective, Language language);

/** Whether an adjective can be said of a noun. */
bool canBeSaidOf(const Adjective& adjective, const Noun& noun);

} // namespace glassformer
