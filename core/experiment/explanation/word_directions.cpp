#include "core/experiment/explanation/word_directions.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace glassformer {
namespace {

constexpr std::size_t fewest_pairs = 3;
constexpr int most_tried = 10; ///< pairs: each is a look at the whole table
constexpr std::size_t shortest_word = 3; ///< bytes: shorter ones are pieces more often than words

constexpr std::array endings{"s", "e", "ed", "ing", "er", "ly"};

/** Pairs that no ending makes. */
constexpr std::array<std::pair<const char*, const char*>, 14> known_pairs{
    {{"man", "woman"}, {"king", "queen"}, {"boy", "girl"}, {"father", "mother"}, {"son", "daughter"},
        {"brother", "sister"}, {"he", "she"}, {"his", "her"}, {"actor", "actress"}, {"uncle", "aunt"},
        {"il", "elle"}, {"le", "la"}, {"un", "une"}, {"roi", "reine"}}};

using Ids = std::map<std::string, int>;

std::optional<int> idOf(const Ids& ids, const std::string& word)
{
    const auto found = ids.find(word);
    return found == ids.end() ? std::nullopt : std::optional<int>(found->second);
}

RelatedPairs withEnding(const Ids& ids, const std::string& ending)
{
    RelatedPairs relation{ending, {}};
    for (const auto& [word, id] : ids) {
        if (word.size() < shortest_word)
            continue;
        if (const std::optional<int> derived = idOf(ids, word + ending))
            relation.pairs.push_back({id, *derived});
    }
    return relation;
}

/** A word may stand in the vocabulary with the space in front of it. */
RelatedPairs knownPairs(const Ids& ids)
{
    RelatedPairs relation;
    for (const char* space : {"", " "})
        for (const auto& [base, derived] : known_pairs) {
            const std::optional<int> first = idOf(ids, std::string(space) + base);
            const std::optional<int> second = idOf(ids, std::string(space) + derived);
            if (first && second)
                relation.pairs.push_back({*first, *second});
        }
    return relation;
}

/** Evenly from all of them, so that the same vocabulary always tries the same. */
std::vector<WordPair> triedPairs(const std::vector<WordPair>& pairs, const WordPair& own)
{
    std::vector<WordPair> others;
    std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(others), [&own](const WordPair& pair) {
        return pair.base != own.base && pair.derived != own.derived && pair.base != own.derived
            && pair.derived != own.base;
    });
    std::vector<WordPair> tried;
    const auto count = std::min<std::size_t>(others.size(), most_tried);
    for (std::size_t i = 0; i < count; ++i)
        tried.push_back(others[i * others.size() / count]);
    return tried;
}

} // namespace

std::vector<RelatedPairs> relatedPairs(const std::vector<std::string>& words)
{
    Ids ids;
    for (std::size_t id = 0; id < words.size(); ++id)
        if (!words[id].empty())
            ids.emplace(words[id], static_cast<int>(id));
    std::vector<RelatedPairs> relations{knownPairs(ids)};
    for (const char* ending : endings)
        relations.push_back(withEnding(ids, ending));
    relations.erase(std::remove_if(relations.begin(), relations.end(),
                        [](const RelatedPairs& relation) { return relation.pairs.size() < fewest_pairs; }),
        relations.end());
    return relations;
}

std::optional<WordDirections> followDirections(
    const RowBlocks& table, const std::vector<RelatedPairs>& relations, int id, const JobWatch& watch)
{
    const RelatedPairs* relation = nullptr;
    WordPair own;
    for (const RelatedPairs& candidate : relations)
        for (const WordPair& pair : candidate.pairs)
            if ((pair.base == id || pair.derived == id)
                && (!relation || candidate.pairs.size() > relation->pairs.size())) {
                relation = &candidate;
                own = pair;
            }
    if (!relation)
        return std::nullopt;
    const bool from_base = own.base == id;
    WordDirections directions{id, from_base ? own.derived : own.base};
    for (const WordPair& pair : triedPairs(relation->pairs, own)) {
        const Analogy analogy{from_base ? pair.derived : pair.base, from_base ? pair.base : pair.derived, id,
            directions.expected};
        const AnalogyFound found = followAnalogy(table, analogy, 1, watch);
        ++directions.tried;
        directions.held += found.rank == 1;
        const bool is_nearer = !directions.best || found.rank < directions.found.rank
            || (found.rank == directions.found.rank && found.cosine > directions.found.cosine);
        if (found.rank > 0 && is_nearer) {
            directions.best = analogy;
            directions.found = found;
        }
    }
    return directions;
}

std::unique_ptr<JobOf<WordDirections>> wordDirectionsJob(std::shared_ptr<const Model> model, int id)
{
    return onePiece<WordDirections>([model = std::move(model), id](const JobWatch& watch) {
        std::vector<std::string> words;
        for (int entry = 0; entry < model->transformer.config.vocabulary; ++entry) {
            watch.cancel.check();
            const Token token = model->tokenizer.token(entry);
            words.push_back(token.is_special ? std::string() : token.text);
        }
        return followDirections(embeddingRows(model), relatedPairs(words), id, watch)
            .value_or(WordDirections{id});
    });
}

} // namespace glassformer
