#pragma once

#include "core/learn/corpus/encoded_corpus.h"

#include <array>
#include <vector>

namespace glassformer {

/** A sentence in text and in tokens. */
struct HeldOutSentence
{
    Sentence sentence;
    EncodedSentence tokens;

    const std::string& text(Language language) const
    {
        return sentence.text[static_cast<std::size_t>(language)];
    }
    const std::vector<int>& ids(Language language) const
    {
        return tokens.ids[static_cast<std::size_t>(language)];
    }
    /** The text in front of the deciding adjective, and where its tokens stand. */
    std::string textBeforeCue(Language language) const
    {
        const auto l = static_cast<std::size_t>(language);
        return sentence.text[l].substr(0, sentence.cue[l].begin);
    }
    const TokenRange& cue(Language language) const { return tokens.cue[static_cast<std::size_t>(language)]; }
};
using HeldOutTwins = std::vector<std::array<HeldOutSentence, 2>>;

inline HeldOutTwins heldOutTwins(const std::vector<Twin>& twins, const Tokenizer& tokenizer)
{
    HeldOutTwins cases;
    for (const Twin& twin : twins)
        cases.push_back({HeldOutSentence{twin[0], encodeSentence(twin[0], tokenizer)},
            HeldOutSentence{twin[1], encodeSentence(twin[1], tokenizer)}});
    return cases;
}

/** What both kinds of language model are put through. */
struct HeldOutSets
{
    HeldOutTwins pair, frame, role, clause_first, number;
    std::vector<EncodedSentence> fresh;
};

/** What language models are measured in. */
inline constexpr std::array<Language, 2> languages_read{Language::English, Language::Chinese};

} // namespace glassformer
