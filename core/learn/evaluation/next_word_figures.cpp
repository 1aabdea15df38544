#include "core/learn/evaluation/next_word_figures.h"

#include "core/learn/training/language_task.h"
#include "core/learn/training/loss.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace glassformer {
namespace {

constexpr int longest_continuation = 30;

/** Continues tokens until the end token; the text of all of it. */
std::string continued(const Model& model, std::vector<int> tokens, const Decoding& decoding, Random& random)
{
    const int end = model.tokenizer.specialTokens().end;
    for (int i = 0; i < longest_continuation && tokens.back() != end; ++i)
        tokens.push_back(chooseToken(nextWordLogits(model.transformer, tokens), decoding, random));
    return model.tokenizer.decode(tokens);
}

/** Loss and accuracy of every token of sentences never seen. */
void addTokenFigures(const Model& model, const std::vector<EncodedSentence>& fresh, Language language,
    std::vector<Figure>& figures)
{
    LossSums sums;
    int rows = 0;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const DrawnSentence drawn{static_cast<std::uint32_t>(i), {language, language}};
        const TrainingBatch batch =
            makeNextWordBatch({&drawn, 1}, fresh, model.tokenizer.specialTokens().start);
        const Memory<float>* const no_memory = nullptr;
        const StackRecord<float> record =
            decode<float>(model.transformer, no_memory, {batch.target_in, batch.target_segments});
        Matrix<float> z = logits(model.transformer, record.output);
        sums += smoothedCrossEntropy(z, batch.target_out, 0, 1);
        rows += static_cast<int>(batch.target_out.size());
    }
    const std::string& code = languageCode(language);
    figures.push_back(
        {code + " perplexity per token", std::exp(sums.log_likelihood / std::max(1, rows)), rows});
    figures.push_back({code + " next token right", sums.correct / std::max(1.0, 1.0 * rows), rows});
}

/** What the model and the grammar say of the deciding adjective once all before it is read. */
void addAdjectiveFigures(const Model& model, const Corpus& corpus, const HeldOutTwins& twins,
    Language language, const std::string& set, std::vector<Figure>& figures, const CancelFlag& cancel)
{
    double mass = 0, model_loss = 0, grammar_loss = 0;
    int n = 0;
    for (const auto& twin : twins)
        for (const HeldOutSentence& own : twin) {
            cancel.check();
            const std::map<std::string, double> said = corpus.sayings(own.textBeforeCue(language), language);
            const std::size_t place = own.cue(language).begin;
            const std::vector<double> p =
                nextWordProbabilities(nextWordLogits(model.transformer,
                                          tokensBefore(own.ids(language), static_cast<int>(place),
                                              model.tokenizer.specialTokens().start)),
                    {DecodingKind::Sample});
            std::map<int, double> by_grammar; // by the first token of the adjective
            for (const auto& [text, share] : said)
                by_grammar[encodeWhole(text, model.tokenizer).ids()[place]] += share;
            for (const auto& [token, share] : by_grammar)
                mass += p[static_cast<std::size_t>(token)];
            const int told = own.ids(language)[place];
            model_loss -= std::log(p[static_cast<std::size_t>(told)]);
            grammar_loss -= std::log(by_grammar.at(told));
            ++n;
        }
    const std::string name = languageCode(language) + " adjective, " + set + ": ";
    figures.push_back({name + "probability on what the grammar allows", mass / std::max(1, n), n});
    figures.push_back({name + "perplexity of the model", std::exp(model_loss / std::max(1, n)), n});
    figures.push_back(
        {name + "perplexity of the grammar itself", std::exp(grammar_loss / std::max(1, n)), n});
}

/** Share of continuations that the grammar can say, behind "... because" or behind "Because it was too tired,". */
void addContinuations(const Model& model, const Corpus& corpus, const HeldOutTwins& twins, Language language,
    const std::string& set, std::vector<Figure>& figures, const CancelFlag& cancel)
{
    int greedy = 0, sampled = 0, n = 0;
    Random random(1);
    for (const auto& twin : twins) {
        cancel.check();
        // Both of a twin are alike up to the pronoun: one is enough where the reason comes last.
        const HeldOutSentence& own = twin[static_cast<std::size_t>(n % 2)];
        const auto l = static_cast<std::size_t>(language);
        // With the reason first: up to the comma behind the adjective (Chinese adds a particle before it).
        const int last = own.tokens.clause_first
            ? own.cue(language).end + (language == Language::Chinese ? 2 : 1)
            : own.tokens.pronoun[l].begin;
        const std::vector<int> prompt =
            tokensBefore(own.ids(language), last, model.tokenizer.specialTokens().start);
        const auto accepted = [&](const Decoding& decoding) {
            return corpus.canSay(continued(model, prompt, decoding, random), language) ? 1 : 0;
        };
        greedy += accepted({DecodingKind::Greedy});
        sampled += accepted({DecodingKind::Sample});
        ++n;
    }
    const std::string name = languageCode(language) + " continuation, " + set + ": ";
    figures.push_back({name + "accepted, likeliest words", greedy / std::max(1.0, 1.0 * n), n});
    figures.push_back({name + "accepted, drawn words", sampled / std::max(1.0, 1.0 * n), n});
}

} // namespace

std::vector<Figure> nextWordFigures(
    const Model& model, const Corpus& corpus, const HeldOutSets& sets, const CancelFlag& cancel)
{
    std::vector<Figure> figures;
    for (const Language language : languages_read) {
        addTokenFigures(model, sets.fresh, language, figures);
        addAdjectiveFigures(model, corpus, sets.pair, language, "noun pairs", figures, cancel);
        addAdjectiveFigures(model, corpus, sets.frame, language, "verb frames", figures, cancel);
        addAdjectiveFigures(model, corpus, sets.number, language, "it or they", figures, cancel);
        addContinuations(model, corpus, sets.pair, language, "noun pairs", figures, cancel);
        addContinuations(model, corpus, sets.frame, language, "verb frames", figures, cancel);
        addContinuations(model, corpus, sets.role, language, "roles", figures, cancel);
        addContinuations(model, corpus, sets.clause_first, language, "reason first", figures, cancel);
    }
    return figures;
}

} // namespace glassformer
