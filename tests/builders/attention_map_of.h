#pragma once

#include "core/experiment/attention/attention_map.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace glassformer {

using MapRows = std::vector<std::vector<float>>;

/** A matrix that owns its numbers. */
inline MatrixSlice sliceOf(const MapRows& rows)
{
    auto tensor = std::make_shared<Tensor>();
    const int columns = rows.empty() ? 0 : int(rows[0].size());
    tensor->shape = {std::int64_t(rows.size()), columns};
    for (const auto& row : rows)
        tensor->values.insert(tensor->values.end(), row.begin(), row.end());
    return {tensor->values.data(), int(rows.size()), columns, tensor};
}

/** The same text, the same id; what is in angle brackets is special. */
inline std::vector<Token> tokensFrom(const std::vector<std::string>& texts)
{
    std::vector<Token> tokens;
    std::vector<std::string> known;
    for (const std::string& text : texts) {
        Token token;
        token.text = text;
        token.is_special = text.size() > 1 && text[0] == '<';
        for (token.id = 0; token.id < int(known.size()) && known[std::size_t(token.id)] != text;)
            ++token.id;
        if (token.id == int(known.size()))
            known.push_back(text);
        tokens.push_back(token);
    }
    return tokens;
}

} // namespace glassformer
