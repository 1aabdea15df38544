#include "core/learn/evaluation/story_figures.h"

#include "core/learn/corpus/held_out_sets.h"
#include "core/learn/training/language_task.h"

#include <algorithm>
#include <functional>

namespace glassformer {
namespace {

/** The tokens that tell a man from a woman at the beginning of a sentence, and the stop in front of it. */
struct PronounTokens
{
    int he, she, stop;
};

PronounTokens pronounTokensOf(const Tokenizer& tokenizer, Language language)
{
    // Behind a stop, as a word inside a text is cut otherwise than at its beginning; whether a text begins or ends with
    // a token of its own depends on the model.
    const auto last = [&](const char* text, std::size_t before) {
        std::vector<int> ids = tokenizer.encode(text).ids();
        if (ids.back() == tokenizer.specialTokens().end)
            ids.pop_back();
        return ids.at(ids.size() - 1 - before);
    };
    return language == Language::English
        ? PronounTokens{last("I. He", 0), last("I. She", 0), last("I. He", 1)}
        : PronounTokens{last("我。他", 0), last("我。她", 0), last("我。他", 1)};
}

/** A pronoun that begins a sentence of a story. */
struct StoryPronoun
{
    std::vector<int> ids; ///< of the story
    int at; ///< its token
    int end; ///< behind the last token of its sentence
    bool is_she;
};

/** The first such pronoun of each story that has one. */
std::vector<StoryPronoun> pronounsOf(
    const std::vector<EncodedSentence>& stories, Language language, const PronounTokens& tokens)
{
    std::vector<StoryPronoun> found;
    for (const EncodedSentence& story : stories) {
        const std::vector<int>& ids = story.ids[static_cast<std::size_t>(language)];
        for (std::size_t i = 1; i < ids.size(); ++i) {
            if (ids[i - 1] != tokens.stop || (ids[i] != tokens.he && ids[i] != tokens.she))
                continue;
            const auto end = std::find(ids.begin() + static_cast<std::ptrdiff_t>(i), ids.end(), tokens.stop);
            found.push_back(
                {ids, static_cast<int>(i), static_cast<int>(end - ids.begin()) + 1, ids[i] == tokens.she});
            break;
        }
    }
    return found;
}

Figure shareOf(std::string name, const std::vector<StoryPronoun>& pronouns,
    const std::function<RowVector<float>(const StoryPronoun&)>& logits_of, const PronounTokens& tokens,
    const CancelFlag& cancel)
{
    int right = 0;
    for (const StoryPronoun& pronoun : pronouns) {
        cancel.check();
        const RowVector<float> z = logits_of(pronoun);
        right += (z(tokens.she) > z(tokens.he)) == pronoun.is_she ? 1 : 0;
    }
    const int n = static_cast<int>(pronouns.size());
    return {std::move(name), right / std::max(1.0, 1.0 * n), n};
}

} // namespace

std::vector<Figure> storyFigures(
    const Model& model, const Corpus& corpus, const EvaluationOptions& options, const CancelFlag& cancel)
{
    std::vector<Figure> figures;
    const std::vector<EncodedSentence> stories = encodeSentences(
        corpus.stories(static_cast<std::size_t>(options.sentences), options.seed + 2), model.tokenizer);
    const SpecialTokens& special = model.tokenizer.specialTokens();
    for (const Language language : languages_read) {
        const PronounTokens tokens = pronounTokensOf(model.tokenizer, language);
        const std::vector<StoryPronoun> pronouns = pronounsOf(stories, language, tokens);
        const std::string name = languageCode(language) + " story, he or she";
        if (model.transformer.config.hasDecoder()) {
            figures.push_back(shareOf(
                name, pronouns,
                [&](const StoryPronoun& pronoun) {
                    return nextWordLogits(
                        model.transformer, tokensBefore(pronoun.ids, pronoun.at, special.start));
                },
                tokens, cancel));
            continue;
        }
        const auto gap = [&](const StoryPronoun& pronoun, int begin, int end) {
            std::vector<int> part(pronoun.ids.begin() + begin, pronoun.ids.begin() + end);
            const int row = pronoun.at - begin;
            part[static_cast<std::size_t>(row)] = special.mask;
            return gapLogits(model.transformer, part, row);
        };
        figures.push_back(shareOf(
            name + ", the story read", pronouns,
            [&](const StoryPronoun& pronoun) {
                return gap(pronoun, 0, static_cast<int>(pronoun.ids.size()));
            },
            tokens, cancel));
        figures.push_back(shareOf(
            name + ", the sentence alone", pronouns,
            [&](const StoryPronoun& pronoun) { return gap(pronoun, pronoun.at, pronoun.end); }, tokens,
            cancel));
    }
    return figures;
}

} // namespace glassformer
