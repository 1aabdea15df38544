#include "core/learn/corpus/pronoun_bank.h"

#include "core/error.h"
#include "core/learn/corpus/held_out_sets.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr std::size_t english = 0, french = 1;

/** Behind the token that names the language to write. */
TokenSpan inSource(const TokenRange& range)
{
    return {range.begin + 1, range.end + 1};
}

BankSentence bankSentence(const HeldOutSentence& own, const HeldOutSentence& other)
{
    const std::vector<int>& words = own.ids(Language::French);
    BankSentence sentence;
    sentence.row = own.tokens.pronoun[french].begin;
    sentence.word = words[static_cast<std::size_t>(sentence.row)];
    sentence.rival = other.ids(Language::French)[other.tokens.pronoun[french].begin];
    sentence.request.text = own.text(Language::English);
    sentence.request.target_language = languageCode(Language::French);
    sentence.request.forced_target.assign(words.begin(), words.begin() + sentence.row);
    sentence.request.decoding.max_new_tokens = sentence.row + 1;
    sentence.query = own.tokens.pronoun[english].begin + 1;
    sentence.right = inSource(own.tokens.antecedent[english]);
    sentence.wrong = inSource(own.tokens.rival[english]);
    return sentence;
}

} // namespace

std::vector<BankTwin> pronounBank(
    const Model& model, const Corpus& corpus, std::size_t twins, std::uint32_t seed, bool clause_first)
{
    const std::vector<std::string> languages = model.targetLanguages();
    const bool writes_french =
        std::find(languages.begin(), languages.end(), languageCode(Language::French)) != languages.end();
    if (!model.transformer.config.hasCrossAttention() || !writes_french)
        throw Error({Message::tr("%1, which does not translate to French", model.transformer.config.name), {},
            Message::tr("a translator of the bundled world"), {}});
    std::vector<BankTwin> bank;
    for (const auto& twin :
        heldOutTwins(corpus.twins(TwinSet::HeldOutPair, twins, seed, clause_first), model.tokenizer))
        bank.push_back({bankSentence(twin[0], twin[1]), bankSentence(twin[1], twin[0])});
    return bank;
}

} // namespace glassformer
