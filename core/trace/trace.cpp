#include "core/trace/trace.h"

#include "core/error.h"

namespace glassformer {

const Tensor& Trace::tensor(const std::string& name) const
{
    const auto found = tensors.find(name);
    if (found == tensors.end())
        throw Error({"no tensor " + name, "this run", "a tensor that the model has", ""});
    return found->second;
}

} // namespace glassformer
