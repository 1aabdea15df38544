#include "core/learn/evaluation/twin_shares.h"

#include "core/learn/training/language_task.h"

#include <algorithm>
#include <functional>

namespace glassformer {
namespace {

TwinShares sharesOf(const std::vector<EncodedSentence>& twins,
    const std::function<bool(const EncodedSentence& own, const EncodedSentence& other)>& is_right)
{
    std::size_t right = 0, right_twins = 0;
    for (std::size_t first = 0; first + 1 < twins.size(); first += 2) {
        const int right_here = (is_right(twins[first], twins[first + 1]) ? 1 : 0)
            + (is_right(twins[first + 1], twins[first]) ? 1 : 0);
        right += static_cast<std::size_t>(right_here);
        right_twins += right_here == 2 ? 1 : 0;
    }
    const double count = std::max<double>(1, static_cast<double>(twins.size()));
    return {static_cast<double>(right) / count, static_cast<double>(right_twins) / (count / 2)};
}

} // namespace

TwinShares pronounShares(const Transformer<float>& model, const std::vector<EncodedSentence>& twins,
    const Direction& direction, const SpecialTokens& special)
{
    const auto from = static_cast<std::size_t>(direction.from), to = static_cast<std::size_t>(direction.to);
    return sharesOf(twins, [&](const EncodedSentence& sentence, const EncodedSentence& other) {
        std::vector<int> source{special.targets.at(languageCode(direction.to))};
        source.insert(source.end(), sentence.ids[from].begin(), sentence.ids[from].end());
        const int row = sentence.pronoun[to].begin;
        const std::vector<int> target = tokensBefore(sentence.ids[to], row, special.start);
        const Segments source_segments = Segments::single(static_cast<int>(source.size()));
        const Segments target_segments = Segments::single(static_cast<int>(target.size()));
        const StackRecord<float> encoder = encode<float>(model, {source, source_segments});
        const StackRecord<float> decoder =
            decode<float>(model, encoder, source_segments, {target, target_segments});
        const Matrix<float> z = logits(model, Matrix<float>(decoder.output.bottomRows(1)));
        return z(0, sentence.ids[to][sentence.pronoun[to].begin])
            > z(0, other.ids[to][other.pronoun[to].begin]);
    });
}

TwinShares adjectiveShares(const Transformer<float>& model, const std::vector<EncodedSentence>& twins,
    Language language, const SpecialTokens& special, const Controls<float>* controls)
{
    const auto l = static_cast<std::size_t>(language);
    return sharesOf(twins, [&](const EncodedSentence& sentence, const EncodedSentence& other) {
        const int row = sentence.cue[l].begin;
        const RowVector<float> z = model.config.hasDecoder()
            ? nextWordLogits(model, tokensBefore(sentence.ids[l], row, special.start), controls)
            : gapLogits(model, tokensWithGap(sentence.ids[l], sentence.cue[l], special.mask), row, controls);
        return z(sentence.ids[l][sentence.cue[l].begin]) > z(other.ids[l][other.cue[l].begin]);
    });
}

} // namespace glassformer
