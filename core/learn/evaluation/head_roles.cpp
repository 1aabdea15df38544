#include "core/learn/evaluation/head_roles.h"

#include "core/error.h"
#include "core/learn/corpus/encoded_corpus.h"

#include <algorithm>
#include <array>
#include <map>

namespace glassformer {
namespace {

constexpr std::size_t english = static_cast<std::size_t>(Language::English);

/** A row of a map, and which of its columns would be a hit for a role. */
struct Case
{
    std::string role;
    int row = 0;
    std::vector<int> columns;
};

struct ReadSentence
{
    std::vector<int> tokens; ///< as the stack reads them
    int shift = 0; ///< tokens in front of the text
    Encoding encoding;
};

ReadSentence readSentence(const Model& model, const Sentence& sentence)
{
    ReadSentence read;
    read.encoding = encodeWhole(sentence.text[english], model.tokenizer);
    const std::vector<int> ids = read.encoding.ids();
    const ModelConfig& config = model.transformer.config;
    const SpecialTokens special = model.tokenizer.specialTokens();
    if (config.hasCrossAttention())
        read.tokens.push_back(special.targets.at(languageCode(Language::French)));
    else if (config.hasDecoder())
        read.tokens.push_back(special.start);
    read.shift = static_cast<int>(read.tokens.size());
    read.tokens.insert(read.tokens.end(), ids.begin(), ids.end());
    return read;
}

StackRecord<float> recordOf(const Model& model, const std::vector<int>& tokens)
{
    const Segments segments = Segments::single(static_cast<int>(tokens.size()));
    if (model.transformer.config.hasEncoder())
        return encode<float>(model.transformer, {tokens, segments});
    const Memory<float>* const no_memory = nullptr;
    return decode<float>(model.transformer, no_memory, {tokens, segments});
}

std::vector<int> rowsOf(const Encoding& encoding, const TextSpan& span, int shift)
{
    std::vector<int> rows;
    for (std::size_t i = 0; i < encoding.tokens.size(); ++i) {
        const TextSpan own = encoding.tokens[i].span;
        if (own.begin < own.end && own.begin >= span.begin && own.end <= span.end)
            rows.push_back(static_cast<int>(i) + shift);
    }
    return rows;
}

std::vector<Case> casesOf(const ReadSentence& read, const Sentence& sentence)
{
    const int count = static_cast<int>(read.tokens.size());
    std::vector<Case> cases;
    for (int row = read.shift; row + 1 < count; ++row) {
        cases.push_back({"itself", row, {row}});
        cases.push_back({"previous token", row, {row - 1}});
        cases.push_back({"next token", row, {row + 1}});
        cases.push_back({"first token", row, {0}});
        cases.push_back({"last token", row, {count - 1}});
        Case same{"same token elsewhere", row, {}};
        for (int other = 0; other < count; ++other)
            if (other != row
                && read.tokens[static_cast<std::size_t>(other)] == read.tokens[static_cast<std::size_t>(row)])
                same.columns.push_back(other);
        if (!same.columns.empty())
            cases.push_back(std::move(same));
    }
    for (const WordRelation& relation : sentence.relations) {
        const std::vector<int> from = rowsOf(read.encoding, relation.from, read.shift);
        const std::vector<int> to = rowsOf(read.encoding, relation.to, read.shift);
        if (!from.empty() && !to.empty())
            cases.push_back({roleName(relation.role), from.front(), to});
    }
    return cases;
}

/** Two cases out of two are no role: one in so many sentences there must be. */
constexpr std::size_t sentences_for_a_case = 15;

struct Count
{
    int hits = 0, cases = 0;
};

} // namespace

std::vector<HeadRoles> headRoles(
    const Model& model, const Corpus& corpus, std::size_t count, std::uint32_t seed, const CancelFlag& cancel)
{
    const ModelConfig& config = model.transformer.config;
    const bool is_causal = !config.hasEncoder();
    const AttentionSite site = is_causal ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
    const auto& layers =
        is_causal ? model.transformer.weights.decoder.layers : model.transformer.weights.encoder.layers;
    std::vector<std::map<std::string, Count>> counts(
        layers.size() * static_cast<std::size_t>(config.n_heads));
    const auto& targets = model.tokenizer.specialTokens().targets;
    if (config.hasCrossAttention() && targets.find(languageCode(Language::French)) == targets.end())
        throw Error({Message::tr("a translator without French"), {}, Message::tr("one that writes it"), {}});
    const std::vector<Sentence> sentences = corpus.sentences(count, seed);
    for (const Sentence& sentence : sentences) {
        cancel.check();
        const ReadSentence read = readSentence(model, sentence);
        const StackRecord<float> record = recordOf(model, read.tokens);
        for (const Case& asked : casesOf(read, sentence)) {
            const bool is_ahead = std::all_of(asked.columns.begin(), asked.columns.end(),
                [&asked](int column) { return column > asked.row; });
            if (is_causal && is_ahead)
                continue;
            for (std::size_t i = 0; i < counts.size(); ++i) {
                const auto heads = static_cast<std::size_t>(config.n_heads);
                const Matrix<float>& weights = record.layers[i / heads].attention.weights[i % heads];
                Matrix<float>::Index largest = 0;
                weights.row(asked.row).maxCoeff(&largest);
                Count& own = counts[i][asked.role];
                ++own.cases;
                own.hits +=
                    std::count(asked.columns.begin(), asked.columns.end(), static_cast<int>(largest)) > 0;
            }
        }
    }
    std::vector<HeadRoles> roles;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const int layer = static_cast<int>(i) / config.n_heads, head = static_cast<int>(i) % config.n_heads;
        HeadRoles own{{site, layer, head},
            isRemoved(layers[static_cast<std::size_t>(layer)].attention, head, config.n_heads), {}};
        for (const auto& [role, counted] : counts[i])
            if (static_cast<std::size_t>(counted.cases) * sentences_for_a_case >= count)
                own.roles.push_back({role, static_cast<double>(counted.hits) / counted.cases, counted.cases});
        std::stable_sort(own.roles.begin(), own.roles.end(),
            [](const RoleScore& one, const RoleScore& other) { return one.share > other.share; });
        roles.push_back(std::move(own));
    }
    return roles;
}

} // namespace glassformer
