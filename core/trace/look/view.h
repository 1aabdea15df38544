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

/** What the second of two runs has that the first has not. */
enum class ComparedWith
{
    Sentence, ///< the same model reads another one
    Model ///< another one reads the same sentence
};

/** The second of two runs that are looked at side by side; all that isn't said is that of the first. */
struct ComparedView
{
    ComparedWith with = ComparedWith::Sentence;
    std::string text; ///< the sentence, where that is another
    std::string model; ///< name or folder, where that is another
    Changes changes; ///< its own
    bool is_patching = false; ///< whether the table of vectors carried over is shown in place of both runs

    bool operator==(const ComparedView&) const = default;
};

/** What was asked of which model, and where one looks: all that is needed to see the same again. */
struct View
{
    ModelIdentity model;
    RunRequest request;
    Selection selection;
    std::optional<ComparedView> compared{}; ///< nothing: one run is looked at

    bool operator==(const View&) const = default;
};

/** Words for a person whose view was made with a model of this name, but of other weights; nothing if it is the same. */
std::optional<Message> otherModelRemark(const ModelIdentity& wanted, const Model& opened);

/** What a run was asked. */
RunRequest requestOf(const Trace& trace);

/** The view of a run. */
View viewOf(const Trace& trace, const Selection& selection);

} // namespace glassformer
