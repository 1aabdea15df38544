#pragma once

#include "core/cancel.h"
#include "core/learn/corpus/corpus.h"
#include "core/trace/model.h"

#include <cstdint>
#include <string>
#include <vector>

namespace glassformer {

/** How often a head's largest weight goes where a role says. */
struct RoleScore
{
    std::string role; ///< "previous token", "verb to subject"
    double share = 0; ///< of the cases
    int n = 0; ///< cases: tokens that have such a partner
};

/** What one head of the stack that reads the text does over many sentences. */
struct HeadRoles
{
    HeadName head;
    bool is_removed = false;
    std::vector<RoleScore> roles; ///< all of them, the largest share first
};

/** The heads of a model, as somebody measured them; none if nobody has. */
struct MeasuredRoles
{
    int sentences = 0;
    std::vector<HeadRoles> heads;
};

/**
 * Where every self-attention head of the stack that reads the text (encoder, or a decoder without one) looks, over
 * `count` fresh English sentences of the world: at the token itself, its neighbours, the same token elsewhere, the
 * first and the last token, and from the first token of a word to the word that is its noun, verb, object ... A case
 * counts if the largest weight of the row lies on a token of that word; of a causal stack only those whose partner
 * stands before. What share a head would reach by chance is not taken off. A role with less than one case in fifteen
 * sentences is left out.
 * @throws Error for a translator that writes no French
 */
std::vector<HeadRoles> headRoles(const Model& model, const Corpus& corpus, std::size_t count,
    std::uint32_t seed, const CancelFlag& cancel = {});

} // namespace glassformer
