#pragma once

#include "core/learn/corpus/sentence_draft.h"
#include "core/tensor/random.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace glassformer {

/** What is said in a sentence with two candidates for "it". */
struct Scene
{
    const Frame* frame = nullptr;
    NounPhrase subject, object;
    bool subject_is_meant = true; ///< the pronoun stands for the subject
    const Adjective* cue = nullptr;
    bool clause_first = false;
};

/** The sentence of a scene, with all that is known about it. */
Sentence tell(const Scene& scene);

/** Whether two nouns are held out: their pair never stands in a training sentence with two candidates. */
bool isHeldOutPair(const Noun& first, const Noun& second);

/** Draws things that can be said in the small world. Every draw of a noun draws its French gender first. */
class World
{
public:
    World(const Lexicon& lexicon, Random& random);

    /** Any sentence of the training mix. */
    Sentence sentence();
    /** A scene of a frame with nouns that are held out as a pair or not, as asked; nothing if there hardly are any. */
    std::optional<Scene> scene(
        const Frame& frame, bool held_out_pair, bool genders_differ, bool subject_plural, bool object_plural);
    const Adjective* cueOf(const Frame& frame, bool of_subject);
    const Frame& frame(FrameKind kind, FrameUse use);

private:
    Sentence twoCandidates();
    Sentence oneCandidate();
    Sentence copula();
    Sentence action();
    Sentence actionByPronoun();
    Sentence place();
    Sentence profession();

    bool chance(double probability) { return m_random.uniform() < probability; }
    template <typename Item> const Item& any(const std::vector<Item>& items)
    {
        return items[m_random.below(static_cast<std::uint32_t>(items.size()))];
    }
    const Noun* noun(const std::string& class_and_tag, bool feminine);
    const Noun* noun(const std::string& class_and_tag) { return noun(class_and_tag, chance(0.5)); }
    const Adjective* adjectiveFor(const Noun& noun, bool colours);
    NounPhrase phrase(const std::string& class_and_tag);
    Tense tense();

    const Lexicon& m_lexicon;
    Random& m_random;
    std::map<std::string, std::vector<const Noun*>> m_nouns; ///< by "class/m", "class:tag/f"
};

} // namespace glassformer
