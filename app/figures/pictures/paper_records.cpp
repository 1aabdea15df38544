#include "app/figures/pages/paper_panels.h"
#include "app/figures/pictures/paper_map.h"
#include "app/figures/pictures/paper_matrix.h"

#include "core/error.h"
#include "widgets/comparison/record_content.h"
#include "widgets/look/model_title.h"

#include <algorithm>

namespace glassformer {
namespace {

/** Headings of maps stand in the notation of formulas; here they are plain. */
PaperPanel panelOf(NamedMap map, const FigureRequest& request, const QString& quantity, bool is_titled)
{
    const bool has_tokens = map.content.column_kind == ColumnKind::Tokens;
    if (!has_tokens) {
        map.content.row.reset();
        map.content.column.reset(); // what is chosen there is not what the figure is about
    }
    PaperMatrix matrix{std::move(map.content),
        request.row_title.value_or(has_tokens ? FigureText::tr("asks (query)") : FigureText::tr("token")),
        request.column_title.value_or(
            has_tokens ? FigureText::tr("answers (key)") : FigureText::tr("dimension")),
        quantity};
    return {paperMatrix(std::move(matrix), request), is_titled ? map.name : QString()};
}

/** Where the other run looks, if it is at the same step. */
RunSide otherSide(const FigureScene& scene)
{
    if (!scene.other || scene.other->selection.step != scene.selection.step)
        throw Error({Message::tr("no other run at the same step"), {}, Message::tr("two runs to compare"),
            Message::tr("Compare with another sentence in the window, or name one by --with.")});
    return {*scene.other->run, scene.other->selection};
}

std::vector<NamedMap> differencesOf(const FigureScene& scene)
{
    const RunSide here{scene.trace(), scene.selection}, there = otherSide(scene);
    const std::vector<StepRecord> records = recordsOf(here.trace, here.selection),
                                  others = recordsOf(there.trace, there.selection);
    std::vector<NamedMap> maps;
    for (std::size_t i = 0; i < records.size() && i < others.size(); ++i) {
        if (!scene.other->is_same_model && !records[i].isMap())
            break; // vectors of two models have no common directions
        DifferenceMap difference = differenceMap(here, records[i], there, others[i]);
        if (!difference.map.content.isEmpty())
            maps.push_back(std::move(difference.map));
    }
    if (maps.empty())
        throw Error({Message::tr("two runs without numbers that can be subtracted at this step"), {},
            Message::tr("a step whose tokens stand for each other"), {}});
    return maps;
}

FigureScene sceneOfOther(const FigureScene& scene)
{
    FigureScene other = scene;
    other.run = scene.other->run;
    other.selection = scene.other->selection;
    other.other.reset();
    return other;
}

/** What tells the two apart: texts, or where both are one, models. */
QString nameOf(const FigureScene& scene, const FigureScene& other)
{
    const auto text = [](const FigureScene& of) {
        return QString::fromStdString(of.trace().source_text).simplified();
    };
    return text(scene) != text(other) ? text(scene)
                                      : modelTitle(QString::fromStdString(scene.trace().config.name));
}

} // namespace

PaperPicture paperVectors(const FigureScene& scene, const FigureRequest& request)
{
    const RunSide side{scene.trace(), scene.selection};
    const std::vector<StepRecord> records = recordsOf(scene.trace(), scene.selection);
    if (records.empty())
        throw Error({Message::tr("a run without these numbers"), {},
            Message::tr("a run that holds the vectors of this step"), {}});
    std::vector<PaperPanel> panels;
    for (const StepRecord& record : records)
        panels.push_back(panelOf(recordMap(side, record, records.size() == 1), request,
            FigureText::tr("component of the vector"), records.size() > 1));
    return paperPanels(std::move(panels), PanelOrder::Below, request);
}

PaperPicture paperDifference(const FigureScene& scene, const FigureRequest& request)
{
    std::vector<NamedMap> maps = differencesOf(scene);
    const QString quantity = showsMap(scene.selection.step)
        ? FigureText::tr("difference: %1").arg(mapQuantity(scene))
        : FigureText::tr("difference of components");
    const bool is_titled = maps.size() > 1;
    std::vector<PaperPanel> panels;
    for (NamedMap& map : maps)
        panels.push_back(panelOf(std::move(map), request, quantity, is_titled));
    return paperPanels(std::move(panels), PanelOrder::Below, request);
}

PaperPicture paperComparison(const FigureScene& scene, const FigureRequest& request)
{
    otherSide(scene);
    FigureRequest narrow = request;
    constexpr double broad_mm = 130;
    const bool is_beside = request.width_mm >= broad_mm;
    if (is_beside)
        narrow.width_mm = panelWidth(request, 3);
    const bool has_map = showsMap(scene.selection.step);
    const auto make = [&](const FigureScene& of) {
        return has_map ? paperHeatmap(of, narrow) : paperVectors(of, narrow);
    };
    const FigureScene other = sceneOfOther(scene);
    std::vector<PaperPanel> panels;
    panels.push_back({make(scene), nameOf(scene, other)});
    panels.push_back({make(other), nameOf(other, scene)});
    panels.push_back({paperDifference(scene, narrow), FigureText::tr("(b) minus (a)")});
    return paperPanels(std::move(panels), is_beside ? PanelOrder::Beside : PanelOrder::Below, request);
}

} // namespace glassformer
