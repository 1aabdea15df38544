#include "core/learn/evaluation/gap_figures.h"

#include "core/learn/training/language_task.h"
#include "core/learn/training/loss.h"

#include <algorithm>
#include <cmath>

namespace glassformer {
namespace {

constexpr double share_hidden = 0.15;

/** Every token of sentences never seen is hidden with the same chance, all behind the mask. */
void addTokenFigures(const Model& model, const std::vector<EncodedSentence>& fresh, Language language,
    std::uint32_t seed, std::vector<Figure>& figures)
{
    const SpecialTokens& special = model.tokenizer.specialTokens();
    Random random(seed);
    LossSums sums;
    int rows = 0;
    for (const EncodedSentence& sentence : fresh) {
        std::vector<int> tokens = sentence.ids[static_cast<std::size_t>(language)];
        std::vector<int> targets(tokens.size(), no_target);
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
            if (random.uniform() < share_hidden) {
                targets[i] = tokens[i];
                tokens[i] = special.mask;
                ++rows;
            }
        const Segments segments = Segments::single(static_cast<int>(tokens.size()));
        Matrix<float> z =
            logits(model.transformer, encode<float>(model.transformer, {tokens, segments}).output);
        sums += smoothedCrossEntropy(z, targets, 0, 1);
    }
    const std::string& code = languageCode(language);
    figures.push_back({code + " hidden token right", sums.correct / std::max(1.0, 1.0 * rows), rows});
    figures.push_back(
        {code + " perplexity per hidden token", std::exp(sums.log_likelihood / std::max(1, rows)), rows});
}

/** A word of every sentence is hidden whole; a filled sentence is right if the grammar can say it. */
void addTwinFigures(const Model& model, const Corpus& corpus, const HeldOutTwins& twins, Language language,
    LinkedTokens EncodedSentence::*word, const std::string& name, std::vector<Figure>& figures,
    const CancelFlag& cancel)
{
    const auto l = static_cast<std::size_t>(language);
    int right = 0, both = 0, same = 0, fitting = 0, both_fitting = 0;
    for (const auto& twin : twins) {
        cancel.check();
        int right_here = 0, fitting_here = 0;
        for (const HeldOutSentence& own : twin) {
            const TokenRange& gap = (own.tokens.*word)[l];
            const std::vector<int> tokens =
                filled(model, tokensWithGap(own.ids(language), gap, model.tokenizer.specialTokens().mask));
            right_here += corpus.canSay(model.tokenizer.decode(tokens), language) ? 1 : 0;
            same += tokens == own.ids(language) ? 1 : 0;
            const std::string noun =
                model.tokenizer.decode(std::span(tokens).subspan(gap.begin, gap.end - gap.begin));
            const TextSpan& cue = own.sentence.cue[l];
            fitting_here +=
                corpus.canBeSaidOf(own.text(language).substr(cue.begin, cue.end - cue.begin), noun, language)
                ? 1
                : 0;
        }
        right += right_here;
        both += right_here == 2 ? 1 : 0;
        fitting += fitting_here;
        both_fitting += fitting_here == 2 ? 1 : 0;
    }
    const int n = static_cast<int>(twins.size());
    const double count = std::max(1, n);
    const std::string start = languageCode(language) + " " + name + ": ";
    if (word == &EncodedSentence::antecedent) {
        figures.push_back({start + "noun fits the adjective, one sentence", fitting / (2 * count), 2 * n});
        figures.push_back({start + "noun fits the adjective, both of a twin", both_fitting / count, n});
    }
    figures.push_back({start + "sentence accepted, one sentence", right / (2 * count), 2 * n});
    // With the adjective hidden, twins of two singular nouns are one and the same sentence.
    if (word == &EncodedSentence::antecedent || twins.front()[0].sentence.numbers_differ)
        figures.push_back({start + "sentence accepted, both of a twin", both / count, n});
    figures.push_back({start + "the very word", same / (2 * count), 2 * n});
}

} // namespace

std::vector<int> filled(const Model& model, std::vector<int> tokens)
{
    const SpecialTokens& special = model.tokenizer.specialTokens();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i] != special.mask)
            continue;
        RowVector<float> z = gapLogits(model.transformer, tokens, static_cast<int>(i));
        for (const int id : {special.padding, special.start, special.end, special.unknown, special.mask})
            if (id >= 0)
                z(id) = z.minCoeff();
        Eigen::Index best = 0;
        z.maxCoeff(&best);
        tokens[i] = static_cast<int>(best);
    }
    return tokens;
}

std::vector<Figure> gapFigures(const Model& model, const Corpus& corpus, const HeldOutSets& sets,
    std::uint32_t seed, const CancelFlag& cancel)
{
    std::vector<Figure> figures;
    for (const Language language : languages_read) {
        const auto add = [&](const HeldOutTwins& twins, LinkedTokens EncodedSentence::*word,
                             const char* name) {
            addTwinFigures(model, corpus, twins, language, word, name, figures, cancel);
        };
        addTokenFigures(model, sets.fresh, language, seed, figures);
        add(sets.pair, &EncodedSentence::antecedent, "noun gap, noun pairs");
        add(sets.frame, &EncodedSentence::antecedent, "noun gap, verb frames");
        add(sets.role, &EncodedSentence::antecedent, "noun gap, roles");
        add(sets.clause_first, &EncodedSentence::antecedent, "noun gap, reason first");
        add(sets.pair, &EncodedSentence::cue, "adjective gap, noun pairs");
        add(sets.number, &EncodedSentence::cue, "adjective gap, it or they");
    }
    return figures;
}

} // namespace glassformer
