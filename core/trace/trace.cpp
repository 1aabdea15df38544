#include "core/trace/trace.h"

#include "core/error.h"

#include <algorithm>

namespace glassformer {

bool Trace::has(const std::string& name) const
{
    const std::vector<std::string> all = names();
    return std::binary_search(all.begin(), all.end(), name);
}

std::vector<std::string> Trace::names() const
{
    std::vector<std::string> all;
    if (late)
        all = late->names();
    for (const auto& [name, tensor] : tensors)
        all.push_back(name);
    std::sort(all.begin(), all.end());
    return all;
}

std::shared_ptr<const Tensor> Trace::find(const std::string& name) const
{
    const auto found = tensors.find(name);
    if (found != tensors.end())
        return {std::shared_ptr<const void>(), &found->second};
    return late ? late->make(name) : nullptr;
}

std::shared_ptr<const Tensor> Trace::tensor(const std::string& name) const
{
    if (auto found = find(name))
        return found;
    throw Error({Message::tr("no tensor %1", name), config.name, Message::tr("a tensor of this run"), {}});
}

} // namespace glassformer
