#include "core/learn/corpus/sayings.h"

#include "core/learn/corpus/world.h"

#include <vector>

namespace glassformer {
namespace {

struct NamedNoun
{
    const Noun* noun;
    bool plural;
};

const std::string& formOf(const Noun& noun, bool plural, Language language)
{
    if (language == Language::Chinese)
        return noun.chinese;
    if (language == Language::French)
        return plural ? noun.french_plural : noun.french;
    return plural ? noun.english_plural : noun.english;
}

/** Every noun whose form stands in the text, be it as a part of another word: who tells the sentence finds out. */
std::vector<NamedNoun> nounsIn(const Lexicon& lexicon, std::string_view text, Language language)
{
    std::vector<NamedNoun> found;
    for (const Noun& noun : lexicon.nouns)
        for (const bool plural : {false, true})
            if (text.find(formOf(noun, plural, language)) != std::string_view::npos)
                found.push_back({&noun, plural});
    return found;
}

/** Both halves of what a scene can mean, in either order of the clauses. */
void addTellings(
    const Scene& nouns, std::string_view beginning, Language language, std::map<std::string, double>& sums)
{
    Scene scene = nouns;
    for (const bool clause_first : {false, true})
        for (const bool subject_is_meant : {false, true}) {
            scene.clause_first = clause_first;
            scene.subject_is_meant = subject_is_meant;
            const auto& cues = subject_is_meant ? scene.frame->subject_cues : scene.frame->object_cues;
            for (const Adjective* cue : cues) {
                scene.cue = cue;
                const std::string text = tell(scene).text[static_cast<std::size_t>(language)];
                if (text.starts_with(beginning))
                    sums[text] += 1.0 / static_cast<double>(cues.size());
            }
        }
}

} // namespace

std::map<std::string, double> sayings(const Lexicon& lexicon, std::string_view beginning, Language language)
{
    const std::vector<NamedNoun> nouns = nounsIn(lexicon, beginning, language);
    std::map<std::string, double> texts;
    for (const Frame& frame : lexicon.frames)
        for (const NamedNoun& subject : nouns) {
            if (!isOf(*subject.noun, frame.subject) || (frame.use == FrameUse::PluralOnly && !subject.plural))
                continue;
            for (const NamedNoun& object : nouns)
                if (object.noun != subject.noun && isOf(*object.noun, frame.object))
                    addTellings({&frame, {subject.noun, Determiner::The, subject.plural},
                                    {object.noun, Determiner::The, object.plural}},
                        beginning, language, texts);
        }
    double sum = 0;
    for (const auto& [text, share] : texts)
        sum += share;
    for (auto& [text, share] : texts)
        share /= sum;
    return texts;
}

} // namespace glassformer
