#include "core/learn/training/trainer.h"
#include "core/text/joiner/vocabulary_trainer.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr std::size_t removal_sentences = 200;

std::vector<Language> allLanguages()
{
    return {Language::English, Language::French, Language::Chinese};
}

/** Empties the text in languages that the model does not read. */
void keepLanguages(Sentence& sentence, const std::vector<Language>& languages)
{
    for (const Language language : allLanguages())
        if (std::find(languages.begin(), languages.end(), language) == languages.end())
            sentence.text[static_cast<std::size_t>(language)].clear();
}

Tokenizer tokenizerFor(
    const Recipe& recipe, const std::vector<Sentence>& sentences, const std::vector<Language>& languages)
{
    std::vector<std::string> texts;
    texts.reserve(sentences.size() * languages.size());
    for (const Sentence& sentence : sentences)
        for (const Language language : languages)
            texts.push_back(sentence.text[static_cast<std::size_t>(language)]);
    VocabularyOptions options;
    options.min_count = recipe.vocabulary_min_count;
    options.piece_count = recipe.vocabulary_pieces;
    options.target_languages.clear();
    if (recipe.task == LearningTask::Translate)
        for (const Language language : languages)
            options.target_languages.push_back(languageCode(language));
    if (recipe.task == LearningTask::NextWord)
        options.layout = TextLayout::Beginning;
    options.normalizer = {.narrow_letters = true, .single_spaces = true, .chinese_punctuation = true};
    options.has_mask = recipe.task == LearningTask::FillGaps;
    return trainTokenizer(texts, options);
}

} // namespace

TrainingData makeTrainingData(const Recipe& recipe, const Corpus& corpus, const Tokenizer* vocabulary)
{
    recipe.model.requireTrainable(recipe.name);
    const std::vector<Language> languages =
        recipe.task == LearningTask::Translate ? allLanguages() : languagesOf(recipe);
    const auto in_languages = [&languages](std::vector<Sentence> sentences) {
        for (Sentence& sentence : sentences)
            keepLanguages(sentence, languages);
        return sentences;
    };
    std::vector<Sentence> sentences = in_languages(corpus.sentences(recipe.sentences, recipe.corpus_seed));
    const auto add = [&](std::vector<Sentence> more) {
        for (Sentence& sentence : in_languages(std::move(more)))
            sentences.push_back(std::move(sentence));
    };
    if (recipe.stories > 0)
        add(corpus.stories(recipe.stories, recipe.corpus_seed));
    if (recipe.mixed_numbers > 0)
        add(corpus.mixedNumbers(recipe.mixed_numbers, recipe.corpus_seed));
    TrainingData data{{}, {}, {}, vocabulary ? *vocabulary : tokenizerFor(recipe, sentences, languages)};
    data.sentences = encodeSentences(sentences, data.tokenizer);
    const auto count = static_cast<std::size_t>(recipe.development_twins);
    const auto twins = [&](TwinSet set, bool clause_first, std::uint32_t seed) {
        std::vector<EncodedSentence> encoded;
        for (const Twin& twin : corpus.twins(set, count, seed, clause_first))
            for (const Sentence& sentence : in_languages({twin[0], twin[1]}))
                encoded.push_back(encodeSentence(sentence, data.tokenizer));
        return encoded;
    };
    if (recipe.task != LearningTask::Translate) {
        data.development = twins(TwinSet::Number, false, recipe.corpus_seed + 1);
        return data;
    }
    data.development = twins(TwinSet::HeldOutPair, false, recipe.corpus_seed + 1);
    data.removal.sentences =
        encodeSentences(corpus.sentences(removal_sentences, recipe.corpus_seed + 2), data.tokenizer);
    for (const char* direction : {"en-fr", "zh-fr", "zh-en", "en-zh"})
        data.removal.directions.push_back(directionFromText(direction));
    data.removal.twins = {data.development, twins(TwinSet::HeldOutPair, true, recipe.corpus_seed + 3)};
    return data;
}

} // namespace glassformer
