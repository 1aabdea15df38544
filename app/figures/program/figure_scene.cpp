#include "app/figures/program/figure_scene.h"

#include "app/experiments/counterpart_selection.h"
#include "app/figures/program/figure_options.h"
#include "core/error.h"
#include "core/experiment/effect/asked_word.h"
#include "core/experiment/explanation/embedding_map.h"
#include "core/trace/model.h"

namespace glassformer {
namespace {

/** Whether the picture is one of those that are asked for. */
bool isWanted(const cli::Arguments& arguments, const std::string& id)
{
    const std::vector<std::string> pictures = picturesIn(arguments.value("--picture", "heatmap"));
    return std::find(pictures.begin(), pictures.end(), id) != pictures.end();
}

RunRequest otherRequest(const cli::Arguments& arguments, const View& view)
{
    RunRequest request = view.request;
    request.text = arguments.required("--with");
    return request;
}

/** The run of another text, looked at where the first one is. */
OtherScene otherScene(const cli::Arguments& arguments, const std::shared_ptr<const Model>& model,
    const View& view, const Trace& trace)
{
    const auto run = std::make_shared<const Trace>(runLean(model, otherRequest(arguments, view)));
    return {run, counterpartSelection({trace, view.selection}, {*run, view.selection}, true)};
}

WordQuestion questionOf(const std::shared_ptr<const Model>& model, const FigureScene& scene)
{
    const std::optional<AskedWord> asked = firstAskedWord(*scene.run);
    if (!asked)
        throw Error(
            {Message::tr("a run without words"), {}, Message::tr("a model that writes or fills gaps"), {}});
    return {model, scene.run, *asked};
}

void findOut(FigureScene& scene, const cli::Arguments& arguments, const std::shared_ptr<const Model>& model,
    const View& view)
{
    if (isWanted(arguments, "lens"))
        scene.found.lens = std::make_shared<const LogitLens>(finish(*logitLensJob({model, scene.run})));
    if (isWanted(arguments, "words"))
        scene.found.attribution =
            std::make_shared<const Attribution>(finish(*attributionJob(questionOf(model, scene), {})));
    if (isWanted(arguments, "map") && hasPrincipalPlane(scene.trace().config))
        scene.found.measured.plane = std::make_shared<const PrincipalPlane>(finish(*embeddingMapJob(model)));
    if (isWanted(arguments, "patches")) {
        PatchTask task;
        task.other = otherRequest(arguments, view);
        task.stack = scene.trace().config.hasEncoder() ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
        task.aligns = true;
        scene.found.patches =
            std::make_shared<const PatchTable>(finish(*patchTableJob(questionOf(model, scene), task)));
    }
}

} // namespace

FigureScene makeScene(const cli::Arguments& arguments, const std::shared_ptr<const Model>& model, View& view)
{
    FigureScene scene;
    scene.run = std::make_shared<const Trace>(runLean(model, view.request));
    view.selection = figureSelection(arguments, view.selection, *scene.run);
    scene.selection = view.selection;
    scene.token_of = [model](int id) { return model->tokenizer.token(id); };
    const bool is_compared = isWanted(arguments, "difference") || isWanted(arguments, "comparison");
    if (is_compared || (arguments.has("--walk") && arguments.has("--with")))
        scene.other = otherScene(arguments, model, view, *scene.run);
    findOut(scene, arguments, model, view);
    return scene;
}

} // namespace glassformer
