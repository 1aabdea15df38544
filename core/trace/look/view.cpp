#include "core/trace/look/view.h"

namespace glassformer {

std::optional<Message> otherModelRemark(const ModelIdentity& wanted, const Model& opened)
{
    if (wanted.digest.empty() || wanted.digest == opened.weights_digest)
        return std::nullopt;
    return Message::tr(
        "This view was made with another model: its weights' digest is %1, that of %2 is %3. What "
        "is shown may differ.",
        wanted.digest, opened.transformer.config.name, opened.weights_digest);
}

RunRequest requestOf(const Trace& trace)
{
    return {trace.source_text, trace.target_language, trace.decoding, trace.changes, trace.forced_target,
        trace.source_language};
}

View viewOf(const Trace& trace, const Selection& selection)
{
    return {{trace.config.name, trace.weights_digest}, requestOf(trace), selection};
}

} // namespace glassformer
