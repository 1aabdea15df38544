#include "core/learn/evaluation/evaluation.h"

#include "core/model/tensor_name.h"

#include <algorithm>
#include <functional>

namespace glassformer {
namespace {

constexpr std::size_t english = 0, french = 1;

/** A twin in text and in tokens. */
struct Case
{
    Sentence sentence;
    EncodedSentence tokens;
};
using TwinCases = std::vector<std::array<Case, 2>>;

TwinCases casesOf(const std::vector<Twin>& twins, const Tokenizer& tokenizer)
{
    TwinCases cases;
    for (const Twin& twin : twins)
        cases.push_back({Case{twin[0], encodeSentence(twin[0], tokenizer)},
            Case{twin[1], encodeSentence(twin[1], tokenizer)}});
    return cases;
}

/** Counts sentences and twins for which something holds. */
TwinScore score(const TwinCases& twins, const CancelFlag& cancel,
    const std::function<bool(const Case& own, const Case& other)>& is_right)
{
    TwinScore result;
    int right = 0, both = 0;
    for (const auto& twin : twins) {
        cancel.check();
        const int here = (is_right(twin[0], twin[1]) ? 1 : 0) + (is_right(twin[1], twin[0]) ? 1 : 0);
        right += here;
        both += here == 2 ? 1 : 0;
    }
    result.n = static_cast<int>(twins.size());
    result.single = right / std::max(1.0, 2.0 * result.n);
    result.both = both / std::max(1.0, 1.0 * result.n);
    return result;
}

/** Source tokens with the target token in front. */
std::vector<int> sourceOf(const Model& model, const EncodedSentence& sentence)
{
    std::vector<int> source{model.tokenizer.specialTokens().targets.at(languageCode(Language::French))};
    source.insert(source.end(), sentence.ids[english].begin(), sentence.ids[english].end());
    return source;
}

/** Greedy: whether the first of the two pronouns that turns up in the written tokens is the right one. */
bool writesRightPronoun(const Model& model, const Case& own, const Case& other, const Direction& direction)
{
    const auto to = static_cast<std::size_t>(direction.to);
    const std::string& source = own.sentence.text[static_cast<std::size_t>(direction.from)];
    const std::string text = answer(model, {source, languageCode(direction.to), {}, {}, {}});
    const int right = own.tokens.ids[to][own.tokens.pronoun[to].begin];
    const int wrong = other.tokens.ids[to][other.tokens.pronoun[to].begin];
    for (const int id : model.tokenizer.encode(text).ids())
        if (id == right || id == wrong)
            return id == right;
    return false;
}

/** Teacher-forced up to the pronoun: whether the right one is likelier than the twin's, under changes. */
bool prefersRightPronoun(const Model& model, const Case& own, const Case& other, const Changes& changes)
{
    const std::vector<int> source = sourceOf(model, own.tokens);
    const int row = own.tokens.pronoun[french].begin;
    std::vector<int> target{model.tokenizer.specialTokens().start};
    target.insert(target.end(), own.tokens.ids[french].begin(), own.tokens.ids[french].begin() + row);
    const Segments source_segments = Segments::single(static_cast<int>(source.size()));
    const Segments target_segments = Segments::single(static_cast<int>(target.size()));
    const Controls<float> controls = controlsFor<float>(model.transformer.config, changes);
    const StackRecord<float> encoder =
        encode<float>(model.transformer, {source, source_segments}, {&controls});
    const StackRecord<float> decoder =
        decode<float>(model.transformer, encoder, source_segments, {target, target_segments}, {&controls});
    const Matrix<float> z = logits(model.transformer, Matrix<float>(decoder.output.bottomRows(1)));
    return z(0, own.tokens.ids[french][row])
        > z(0, other.tokens.ids[french][other.tokens.pronoun[french].begin]);
}

double bothUnder(const Model& model, const TwinCases& twins, const CancelFlag& cancel,
    const std::function<Changes(const Case&)>& changes)
{
    return score(twins, cancel, [&](const Case& own, const Case& other) {
        return prefersRightPronoun(model, own, other, changes(own));
    }).both;
}

/** Attention of every encoder head from "it" to the two nouns, summed over sentences. */
std::vector<HeadScore> lookFromIt(const Model& model, const TwinCases& twins, const CancelFlag& cancel)
{
    const ModelConfig& config = model.transformer.config;
    std::vector<HeadScore> heads;
    for (int layer = 0; layer < config.encoder_layers; ++layer)
        for (int head = 0; head < config.n_heads; ++head) {
            heads.push_back({{AttentionSite::Encoder, layer, head}});
            heads.back().is_removed =
                isRemoved(model.transformer.weights.encoder.layers[static_cast<std::size_t>(layer)].attention,
                    head, config.n_heads);
        }
    const auto weightTo = [](const Matrix<float>& weights, int row, const TokenRange& range) {
        return static_cast<double>(weights.row(row).segment(range.begin + 1, range.end - range.begin).sum());
    };
    for (const auto& twin : twins) {
        cancel.check();
        std::vector<int> right_here(heads.size(), 0);
        for (const Case& own : twin) {
            const std::vector<int> source = sourceOf(model, own.tokens);
            const Segments segments = Segments::single(static_cast<int>(source.size()));
            const StackRecord<float> record = encode<float>(model.transformer, {source, segments});
            const int row = own.tokens.pronoun[english].begin + 1;
            for (std::size_t i = 0; i < heads.size(); ++i) {
                const auto& layer = record.layers[static_cast<std::size_t>(heads[i].name.layer)];
                const Matrix<float>& weights =
                    layer.attention.weights[static_cast<std::size_t>(heads[i].name.head)];
                const double right = weightTo(weights, row, own.tokens.antecedent[english]);
                const double wrong = weightTo(weights, row, own.tokens.rival[english]);
                right_here[i] += right > wrong ? 1 : 0;
                heads[i].weight_right += right;
                heads[i].weight_wrong += wrong;
            }
        }
        for (std::size_t i = 0; i < heads.size(); ++i) {
            heads[i].from_it_single += right_here[i];
            heads[i].from_it_both += right_here[i] == 2 ? 1 : 0;
        }
    }
    const double count = std::max<double>(1, static_cast<double>(twins.size()));
    for (HeadScore& head : heads) {
        head.from_it_single /= 2 * count;
        head.from_it_both /= count;
        head.weight_right /= 2 * count;
        head.weight_wrong /= 2 * count;
    }
    return heads;
}

/** Cuts from every token of one range to every token of another, in one layer of the encoder or in all. */
void addCuts(Changes& cuts, const ModelConfig& config, const TokenRange& from, const TokenRange& to)
{
    for (int layer = 0; layer < config.encoder_layers; ++layer)
        for (int query = from.begin; query < from.end; ++query)
            for (int key = to.begin; key < to.end; ++key)
                cuts.push_back(edgeCut(AttentionSite::Encoder, layer, every, query + 1, key + 1));
}

std::vector<InterventionScore> intervene(const Model& model, const TwinCases& pair,
    const TwinCases& clause_first, const std::vector<HeadScore>& heads, const CancelFlag& cancel)
{
    const ModelConfig& config = model.transformer.config;
    std::vector<std::pair<std::string, std::function<Changes(const Case&)>>> list;
    for (int layer = 0; layer < config.encoder_layers; ++layer)
        list.emplace_back(
            "all heads of encoder layer " + std::to_string(layer) + " off", [layer, &config](const Case&) {
                Changes off;
                for (int head = 0; head < config.n_heads; ++head)
                    off.push_back(headOff({AttentionSite::Encoder, layer, head}));
                return off;
            });
    std::vector<HeadScore> best = heads;
    std::erase_if(best, [](const HeadScore& head) { return head.is_removed; });
    std::stable_sort(best.begin(), best.end(), [](const HeadScore& a, const HeadScore& b) {
        return a.weight_right - a.weight_wrong > b.weight_right - b.weight_wrong;
    });
    list.emplace_back("the two encoder heads that point best off", [best](const Case&) {
        Changes off;
        for (std::size_t i = 0; i < 2 && i < best.size(); ++i)
            off.push_back(headOff(best[i].name));
        return off;
    });
    list.emplace_back("cut it -> both nouns in the encoder", [&config](const Case& own) {
        Changes cuts;
        addCuts(cuts, config, own.tokens.pronoun[english], own.tokens.antecedent[english]);
        addCuts(cuts, config, own.tokens.pronoun[english], own.tokens.rival[english]);
        return cuts;
    });
    list.emplace_back("cut it -> adjective in the encoder", [&config](const Case& own) {
        Changes cuts;
        addCuts(cuts, config, own.tokens.pronoun[english], own.tokens.cue[english]);
        return cuts;
    });
    list.emplace_back("cut both nouns -> adjective in the encoder", [&config](const Case& own) {
        Changes cuts;
        addCuts(cuts, config, own.tokens.antecedent[english], own.tokens.cue[english]);
        addCuts(cuts, config, own.tokens.rival[english], own.tokens.cue[english]);
        return cuts;
    });
    std::vector<InterventionScore> scores;
    for (const auto& [name, changes] : list)
        scores.push_back(
            {name, bothUnder(model, pair, cancel, changes), bothUnder(model, clause_first, cancel, changes)});
    return scores;
}

double exactShare(const Model& model, const std::vector<JudgedSentence>& sentences,
    const Direction& direction, const CancelFlag& cancel)
{
    int right = 0, asked = 0;
    for (const JudgedSentence& read : sentences) {
        const Sentence& sentence = read.sentence;
        if (!sentence.is_usual[static_cast<std::size_t>(direction.to)])
            continue;
        ++asked;
        const std::string& source = sentence.text[static_cast<std::size_t>(direction.from)];
        const std::string written = answer(model, {source, languageCode(direction.to), {}, {}, {}}, cancel);
        right += read.isRight(written, direction.from, direction.to) ? 1 : 0;
    }
    return right / std::max(1.0, 1.0 * asked);
}

} // namespace

Evaluation evaluate(
    const Model& model, const Corpus& corpus, const EvaluationOptions& options, const CancelFlag& cancel)
{
    const auto count = static_cast<std::size_t>(options.twins);
    const auto draw = [&](TwinSet set, bool clause_first) {
        return casesOf(corpus.twins(set, count, options.seed, clause_first), model.tokenizer);
    };
    const auto written = [&](const TwinCases& twins, const char* direction = "en-fr") {
        return score(
            twins, cancel, [&model, way = directionFromText(direction)](const Case& own, const Case& other) {
                return writesRightPronoun(model, own, other, way);
            });
    };
    Evaluation result;
    const TwinCases pair = draw(TwinSet::HeldOutPair, false);
    const TwinCases clause_first = draw(TwinSet::HeldOutPair, true);
    result.pair = written(pair);
    result.clause_first = written(clause_first);
    result.frame = written(draw(TwinSet::HeldOutFrame, false));
    result.role = written(draw(TwinSet::HeldOutRole, false));
    result.pair_of_chinese = written(pair, "zh-fr");
    const TwinCases persons = draw(TwinSet::HeldOutPerson, false);
    result.person = written(persons);
    result.person_of_chinese = written(persons, "zh-en");

    const std::vector<JudgedSentence> fresh =
        corpus.judgedSentences(static_cast<std::size_t>(options.sentences), options.seed + 1);
    for (const char* direction : {"en-fr", "zh-fr", "zh-en", "en-zh"})
        result.exact[direction] = exactShare(model, fresh, directionFromText(direction), cancel);

    result.heads = lookFromIt(model, pair, cancel);
    for (HeadScore& head : result.heads) {
        const auto without = [&head](const Case&) { return Changes{headOff(head.name)}; };
        head.pair_both_without = bothUnder(model, pair, cancel, without);
        head.clause_first_both_without = bothUnder(model, clause_first, cancel, without);
    }
    result.interventions = intervene(model, pair, clause_first, result.heads, cancel);
    return result;
}

} // namespace glassformer
