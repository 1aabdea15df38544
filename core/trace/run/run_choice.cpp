#include "core/trace/run/run_choice.h"

#include "core/model/writing/ruled_tokens.h"

#include <algorithm>
#include <span>

namespace glassformer {

void chooseWords(
    const Model& model, const RunRequest& request, const Matrix<float>& scores, Sequences& sequences)
{
    const auto first = scores.rows()
        - (model.transformer.config.hasDecoder()
                ? static_cast<Eigen::Index>(sequences.target.size() - sequences.written.size())
                : scores.rows());
    for (Eigen::Index row = first; row < scores.rows(); ++row) {
        RowVector<float> words = scores.row(row);
        if (model.transformer.config.hasDecoder()) {
            const std::span<const int> read(sequences.target);
            const auto given = static_cast<std::size_t>(sequences.given);
            applyRules(model.generation, {sequences.source, read.first(given), read.subspan(given)}, words);
        }
        Random random =
            randomAt(request.decoding, static_cast<int>(std::ssize(sequences.written)) + 1 - sequences.given);
        sequences.written.push_back(chooseToken(words, request.decoding, random));
    }
    if (model.transformer.config.hasDecoder() && !sequences.written.empty())
        sequences.ended = model.generation.isEnd(sequences.written.back());
}

std::string answerOf(const Model& model, const Sequences& sequences)
{
    const ModelConfig& config = model.transformer.config;
    if (!config.has_output)
        return {};
    if (config.hasCrossAttention())
        return model.tokenizer.sentence(sequences.written);
    std::vector<int> all = config.hasDecoder() ? sequences.target : sequences.source;
    if (config.hasDecoder()) {
        if (!sequences.written.empty())
            all.push_back(sequences.written.back());
        return model.tokenizer.sentence(all);
    }
    const int mask = model.tokenizer.specialTokens().mask;
    for (std::size_t i = 0; i < std::min(all.size(), sequences.written.size()); ++i)
        if (all[i] == mask)
            all[i] = sequences.written[i];
    return sequences.written.empty() ? std::string() : model.tokenizer.sentence(all);
}

} // namespace glassformer
