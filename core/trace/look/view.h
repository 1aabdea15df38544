#pragma once

#include "core/trace/look/selection.h"
#include "core/trace/model.h"

#include <optional>
#include <string>

namespace glassformer {

/** Which model a request is for. */
struct ModelIdentity
{
    std::string name; ///< of a bundled model, or its folder
    std::string
        digest; ///< by which its weights are known again (weights_digest.h); empty if that isn't known

    bool operator==(const ModelIdentity&) const = default;
};

/** What was asked of which model, and where one looks: all that is needed to see the same again. */
struct View
{
    ModelIdentity model;
    RunRequest request;
    Selection selection;

    bool operator==(const View&) const = default;
};

/** Words for a person whose view was made with a model of this name, but of other weights; nothing if it is the same. */
std::optional<Message> otherModelRemark(const ModelIdentity& wanted, const Model& opened);

/** What a run was asked. */
RunRequest requestOf(const Trace& trace);

/** The view of a run. */
View viewOf(const Trace& trace, const Selection& selection);

} // namespace glassformer
