#pragma once

#include "core/model/config.h"
#include "core/model/interventions.h"
#include "core/tensor/matrix.h"
#include "core/text/encoding.h"

#include <map>
#include <string>
#include <vector>

namespace glassformer {

/**
 * A finished run: every tensor under the name that tensor_name.h gives it, filled by the very forward pass that
 * computed the answer. Immutable once made; shared between the session and whoever shows it.
 *
 * S is the number of source tokens, T the number of decoder inputs. The decoder is causal, so row t of every decoder
 * tensor is the decoder's state when it had read target[0..t] and was about to write written[t].
 */
struct Trace
{
    ModelConfig config;
    std::string source_text;
    std::string target_language; ///< "fr"; empty for a model without target languages
    std::vector<Token> source; ///< S tokens: <2fr>, pieces, </s>
    std::vector<WordCut> source_words;
    std::vector<Token> target; ///< T tokens: <s>, then what was written except the last
    std::vector<Token> written; ///< T tokens: written[t] was chosen from row t of probabilities
    std::string answer; ///< the written tokens as text
    bool ended = false; ///< the model wrote the end token (and was not cut off at the longest length)
    Interventions interventions;
    std::map<std::string, Tensor> tensors;

    bool has(const std::string& name) const { return tensors.count(name) != 0; }
    /** @throws Error if the run has no such tensor. */
    const Tensor& tensor(const std::string& name) const;
};

} // namespace glassformer
