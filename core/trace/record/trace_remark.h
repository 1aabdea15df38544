#pragma once

#include "core/message.h"
#include "core/tensor/matrix.h"

#include <optional>
#include <string>

namespace glassformer {

/** What the numbers of a recorded tensor cannot be: weights and probabilities of which a row does not sum to 1, or scores that
 * are no numbers. Of each tensor the first such thing; nothing for other tensors. */
std::optional<Message> numbersRemark(const std::string& name, const Tensor& tensor);

} // namespace glassformer
