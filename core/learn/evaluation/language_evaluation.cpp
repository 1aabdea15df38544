#include "core/learn/evaluation/language_evaluation.h"

#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/learn/evaluation/gap_figures.h"
#include "core/learn/evaluation/next_word_figures.h"
#include "core/learn/evaluation/story_figures.h"
#include "core/learn/evaluation/twin_shares.h"
#include "core/learn/training/language_task.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr std::size_t english = static_cast<std::size_t>(Language::English);

std::vector<PointingScore> allHeads(const ModelConfig& config)
{
    std::vector<PointingScore> heads;
    const AttentionSite site = config.hasDecoder() ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
    for (int layer = 0; layer < config.encoder_layers + config.decoder_layers; ++layer)
        for (int head = 0; head < config.n_heads; ++head)
            heads.push_back({{site, layer, head}});
    return heads;
}

StackRecord<float> read(const Model& model, const EncodedSentence& sentence)
{
    const std::vector<int>& ids = sentence.ids[english];
    if (!model.transformer.config.hasDecoder()) {
        const Segments segments = Segments::single(static_cast<int>(ids.size()));
        return encode<float>(model.transformer, {ids, segments});
    }
    const std::vector<int> tokens =
        tokensBefore(ids, static_cast<int>(ids.size()) - 1, model.tokenizer.specialTokens().start);
    const Segments segments = Segments::single(static_cast<int>(tokens.size()));
    const Memory<float>* const no_memory = nullptr;
    return decode<float>(model.transformer, no_memory, {tokens, segments});
}

/** English twins; which noun the pronoun means must be known once the pronoun is read. */
void lookFromPronoun(const Model& model, const HeldOutTwins& twins, std::vector<PointingScore>& heads,
    const CancelFlag& cancel)
{
    const int shift = model.transformer.config.hasDecoder() ? 1 : 0; // the start token stands in front
    for (const auto& twin : twins) {
        cancel.check();
        std::vector<int> right_here(heads.size(), 0);
        for (const HeldOutSentence& own : twin) {
            const StackRecord<float> record = read(model, own.tokens);
            const auto weightOf = [&](const Matrix<float>& weights, const TokenRange& range) {
                return static_cast<double>(weights.row(own.tokens.pronoun[english].begin + shift)
                                               .segment(range.begin + shift, range.end - range.begin)
                                               .sum());
            };
            for (std::size_t i = 0; i < heads.size(); ++i) {
                const Matrix<float>& weights =
                    record.layers[static_cast<std::size_t>(heads[i].name.layer)]
                        .attention.weights[static_cast<std::size_t>(heads[i].name.head)];
                const double right = weightOf(weights, own.tokens.antecedent[english]);
                const double wrong = weightOf(weights, own.tokens.rival[english]);
                right_here[i] += right > wrong ? 1 : 0;
                heads[i].weight_right += right;
                heads[i].weight_wrong += wrong;
            }
        }
        for (std::size_t i = 0; i < heads.size(); ++i) {
            heads[i].single += right_here[i];
            heads[i].both += right_here[i] == 2 ? 1 : 0;
        }
    }
    const double count = std::max<double>(1, static_cast<double>(twins.size()));
    for (PointingScore& head : heads) {
        head.single /= 2 * count;
        head.both /= count;
        head.weight_right /= 2 * count;
        head.weight_wrong /= 2 * count;
    }
}

std::vector<EncodedSentence> tokensOf(const HeldOutTwins& twins)
{
    std::vector<EncodedSentence> sentences;
    for (const auto& twin : twins)
        for (const HeldOutSentence& own : twin)
            sentences.push_back(own.tokens);
    return sentences;
}

/** Only a model trained on the world can be measured against it. */
void requireOwnModel(const Model& model)
{
    const bool is_next_word = model.transformer.config.hasDecoder();
    const SpecialTokens& special = model.tokenizer.specialTokens();
    const std::vector<int> begun = model.tokenizer.encode("I").ids();
    const bool goes_on = special.start >= 0 && begun.front() == special.start && begun.back() != special.end;
    if (is_next_word ? !goes_on : special.mask < 0)
        throw Error(
            {is_next_word ? Message::tr(
                 "%1, whose vocabulary has no layout \"beginning\"", model.transformer.config.name)
                          : Message::tr("%1, whose vocabulary has no mask", model.transformer.config.name),
                model.files->where(), Message::tr("a model that glassformer-cli train made"),
                Message::tr("Try --model next-word or gap.")});
}

} // namespace

LanguageEvaluation evaluateLanguage(
    const Model& model, const Corpus& corpus, const EvaluationOptions& options, const CancelFlag& cancel)
{
    requireOwnModel(model);
    const ModelConfig& config = model.transformer.config;
    const SpecialTokens& special = model.tokenizer.specialTokens();
    const auto draw = [&](TwinSet set, bool clause_first) {
        return heldOutTwins(
            corpus.twins(set, static_cast<std::size_t>(options.twins), options.seed, clause_first),
            model.tokenizer);
    };
    const HeldOutTwins number = draw(TwinSet::Number, false);
    const HeldOutSets sets{draw(TwinSet::HeldOutPair, false), draw(TwinSet::HeldOutFrame, false),
        draw(TwinSet::HeldOutRole, false), draw(TwinSet::HeldOutPair, true), number,
        encodeSentences(corpus.sentences(static_cast<std::size_t>(options.sentences), options.seed + 1),
            model.tokenizer)};

    LanguageEvaluation result;
    result.figures = config.hasDecoder() ? nextWordFigures(model, corpus, sets, cancel)
                                         : gapFigures(model, corpus, sets, options.seed, cancel);
    for (Figure& figure : storyFigures(model, corpus, options, cancel))
        result.figures.push_back(std::move(figure));
    const std::vector<EncodedSentence> number_tokens = tokensOf(number);
    const TwinShares shares = adjectiveShares(model.transformer, number_tokens, Language::English, special);
    const int n = static_cast<int>(number.size());
    result.figures.push_back({"en adjective by number: one sentence", shares.single, 2 * n});
    result.figures.push_back({"en adjective by number: both of a twin", shares.both, n});

    result.heads = allHeads(config);
    // A model that reads forwards only cannot know a later adjective: there "it" or "they" must decide.
    lookFromPronoun(model, config.hasDecoder() ? number : sets.pair, result.heads, cancel);
    for (PointingScore& head : result.heads) {
        cancel.check();
        const Controls<float> off = controlsFor<float>(config, {headOff(head.name)});
        head.adjectives_without =
            adjectiveShares(model.transformer, number_tokens, Language::English, special, &off).both;
    }
    return result;
}

} // namespace glassformer
