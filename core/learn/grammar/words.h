#pragma once

#include "core/file/bytes/files.h"
#include "core/learn/corpus/corpus.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace glassformer::grammar {

/** A noun of nouns.tsv. Mass nouns have no plural. */
struct Noun
{
    std::string word_class; ///< "animal", "road": what can be said of it and done with it
    std::set<std::string>
        tags; ///< "heavy", "job": what narrows the class; "mass", "h" (no elision before it)
    std::string english, english_plural, french, french_plural;
    bool feminine = false; ///< in French
    std::string chinese, measure; ///< 狗, 只
    bool is_first = false; ///< among the words that learners meet first: drawn more often

    bool isMass() const { return tags.count("mass") > 0; }
    bool isPerson() const { return word_class == "person"; }
};

/** Where an adjective stands. */
enum class AdjectivePlace
{
    After, ///< of a French noun
    Before,
    Colour, ///< after; Chinese says 是红色的
    Predicate, ///< only behind "to be"; its Chinese is the whole predicate
    Kind ///< only beside a noun: a French book
};

/** An adjective of adjectives.tsv. */
struct Adjective
{
    std::string english, comparative, superlative;
    std::string masculine, feminine, masculine_plural, feminine_plural;
    std::string before_vowel; ///< "vieil"; empty for most
    std::string feeling; ///< "faim": French has it instead of being it; empty for most
    std::string chinese;
    AdjectivePlace place = AdjectivePlace::After;
    std::vector<std::string> said_of; ///< classes, or class:tag
    bool is_first = false; ///< as of a noun
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
    std::string english{}, third{}, past{}, participle{}, ing{}, particle{};
    std::string french{}, french_tail{}, french_preposition{}; ///< infinitive, "besoin", "de"
    std::string chinese{}, chinese_cannot{}; ///< 搬, 搬不动
    std::set<std::string> flags{}; ///< être, reflexive, state, done, skill, ability
    std::vector<VerbUse> uses{};
    bool is_first = false; ///< as of a noun

    bool is(const char* flag) const { return flags.count(flag) > 0; }
};

/** The forms of an irregular French verb: conjugations.tsv. */
struct Conjugation
{
    std::string present[6]; ///< je, tu, il, nous, vous, ils
    std::string participle, future_stem;
};

/** A first name and what Chinese makes of it. */
struct Name
{
    std::string text, chinese, french{}; ///< French only where it is no name: tout le monde
    bool feminine = false;
    bool denies = false; ///< nobody: French adds ne
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

/** A sentence that is said just so: a row of sayings.tsv. {name}, {name_chinese} ... are places for names and numbers. */
struct Saying
{
    std::array<std::string, language_count>
        text; ///< alternatives divided by "|", the first is what is written
};

/** By language: a word as it is written, and others for it that are understood but not written as an answer. */
using Synonyms = std::array<std::map<std::string, std::vector<std::string>>, language_count>;

/** The words of the world, and what can be said with them. */
struct Words
{
    std::vector<Noun> nouns;
    std::vector<Adjective> adjectives;
    std::vector<Verb> verbs;
    std::map<std::string, Conjugation> conjugations;
    std::vector<Name> names;
    std::vector<Frame> frames; ///< point into `adjectives` and `verbs`
    std::vector<Saying> sayings;
    Synonyms synonyms;

    /** Reads the lexicon's files. @throws Error naming file and line. */
    explicit Words(const Files& files);
    Words(const Words&) = delete;
    Words& operator=(const Words&) = delete;
};

/** Adds a word to those that are drawn from; a first one three times, so that it is drawn three times as often. */
template <typename Word> void addToDraw(std::vector<const Word*>& words, const Word& word)
{
    words.insert(words.end(), word.is_first ? 3 : 1, &word);
}

/** Whether a noun belongs to "class" or "class:tag". */
bool isOf(const Noun& noun, const std::string& class_and_tag);
bool canBeSaidOf(const Adjective& adjective, const Noun& noun);
/** Whether it is said in degrees: very tall, taller. */
bool isGradable(const Adjective& adjective);

/** The form of a French adjective. */
const std::string& frenchForm(const Adjective& adjective, bool feminine, bool plural);

} // namespace glassformer::grammar
