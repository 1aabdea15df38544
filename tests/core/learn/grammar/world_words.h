#pragma once

#include "core/file/bytes/folder_files.h"
#include "core/file/bytes/memory_files.h"
#include "core/learn/grammar/utterance.h"

#include <QtTest>
#include <algorithm>

// The world's words by their English, and its sentences as texts of the tests.

namespace glassformer::grammar {

/** The world's files, to be changed by a test. */
inline MemoryFiles worldFiles()
{
    const FolderFiles folder(GLASSFORMER_RESOURCES "/world");
    MemoryFiles files;
    for (const char* name : {"nouns.tsv", "adjectives.tsv", "verbs.tsv", "conjugations.tsv", "names.tsv",
             "first_words.tsv", "frames.tsv", "sayings.tsv", "synonyms.tsv"})
        files.write(name, folder.bytes(name));
    return files;
}

inline const Words& words()
{
    static const Words read(FolderFiles(GLASSFORMER_RESOURCES "/world"));
    return read;
}

template <typename Word> const Word* named(const std::vector<Word>& all, const char* english)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [english](const Word& word) { return word.english == english; });
    return found == all.end() ? nullptr : &*found;
}

inline const Noun* noun(const char* english)
{
    return named(words().nouns, english);
}

inline const Adjective* adjective(const char* english)
{
    return named(words().adjectives, english);
}

/** Of verbs with one English form the one that is so said in Chinese. */
inline const Verb* verb(const char* english, const char* chinese)
{
    const auto& verbs = words().verbs;
    const auto found = std::find_if(verbs.begin(), verbs.end(),
        [&](const Verb& each) { return each.english == english && each.chinese == chinese; });
    return found == verbs.end() ? nullptr : &*found;
}

inline Nominal pronoun(Who who, bool feminine = false)
{
    Nominal nominal;
    nominal.pronoun = who;
    nominal.stands_for_feminine = feminine;
    return nominal;
}

inline std::array<QString, 3> textsOf(const Utterance& utterance)
{
    const Sentence sentence = tell(utterance, FrenchVerbs(words().conjugations));
    return {QString::fromStdString(sentence.text[0]), QString::fromStdString(sentence.text[1]),
        QString::fromStdString(sentence.text[2])};
}

inline void compare(const Utterance& utterance, const char* english, const char* french, const char* chinese)
{
    const auto texts = textsOf(utterance);
    QCOMPARE(texts[0], QString::fromUtf8(english));
    QCOMPARE(texts[1], QString::fromUtf8(french));
    QCOMPARE(texts[2], QString::fromUtf8(chinese));
}

inline Utterance only(Clause clause)
{
    Utterance utterance;
    utterance.add(nullptr, std::move(clause));
    return utterance;
}

} // namespace glassformer::grammar
