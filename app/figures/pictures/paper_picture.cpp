#include "app/figures/pictures/paper_picture.h"

#include "app/figures/pages/paper_panels.h"
#include "app/figures/pictures/paper_map.h"
#include "core/error.h"
#include "core/experiment/reading/step_record.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace glassformer {
namespace {

bool isNextWord(StepKind step)
{
    return step == StepKind::NextWord;
}

/** Steps about numbers that are no maps. */
bool hasVectors(StepKind step)
{
    const std::vector<RecordKind> kinds = recordKindsOf(step);
    return !kinds.empty() && !isMap(kinds.front());
}

bool hasNumbers(StepKind step)
{
    return !recordKindsOf(step).empty();
}

bool hasRecords(const FigureScene& scene)
{
    return !recordsOf(scene.trace(), scene.selection).empty();
}

bool isCompared(const FigureScene& scene)
{
    return scene.other && scene.other->selection.step == scene.selection.step && hasRecords(scene);
}

bool isEmbedding(StepKind step)
{
    return step == StepKind::Embedding;
}

bool isPosition(StepKind step)
{
    return step == StepKind::Position;
}

bool isAnyStep(StepKind)
{
    return true;
}

bool hasPatches(const FigureScene& scene)
{
    return scene.found.patches && scene.found.patches->other;
}

bool hasPlane(const FigureScene& scene)
{
    return scene.found.measured.plane != nullptr;
}

bool hasLens(const FigureScene& scene)
{
    return scene.found.lens != nullptr;
}

bool hasAttribution(const FigureScene& scene)
{
    return scene.found.attribution != nullptr;
}

constexpr std::array entries{
    PaperPictureEntry{.id = "heatmap",
        .name = QT_TRANSLATE_NOOP("Figure", "Heatmap"),
        .step = StepKind::Softmax,
        .belongsTo = showsMap,
        .make = paperHeatmap,
        .has_axes = true},
    PaperPictureEntry{.id = "lines",
        .name = QT_TRANSLATE_NOOP("Figure", "Lines"),
        .step = StepKind::Softmax,
        .belongsTo = showsWeights,
        .make = paperLines,
        .has_axes = true},
    PaperPictureEntry{.id = "head-lines",
        .name = QT_TRANSLATE_NOOP("Figure", "Lines of all heads"),
        .step = StepKind::Softmax,
        .belongsTo = showsWeights,
        .make = paperHeadLines,
        .has_axes = true},
    PaperPictureEntry{.id = "arcs",
        .name = QT_TRANSLATE_NOOP("Figure", "Arcs"),
        .step = StepKind::Softmax,
        .belongsTo = showsWeights,
        .make = paperArcs},
    PaperPictureEntry{.id = "text",
        .name = QT_TRANSLATE_NOOP("Figure", "Shaded text"),
        .step = StepKind::Softmax,
        .belongsTo = showsWeights,
        .make = paperText},
    PaperPictureEntry{.id = "heads",
        .name = QT_TRANSLATE_NOOP("Figure", "Maps of all heads"),
        .step = StepKind::Softmax,
        .belongsTo = showsWeights,
        .make = paperHeads,
        .has_axes = true},
    PaperPictureEntry{.id = "bars",
        .name = QT_TRANSLATE_NOOP("Figure", "Bars of the next word"),
        .step = StepKind::NextWord,
        .belongsTo = isNextWord,
        .make = paperBars},
    PaperPictureEntry{.id = "vectors",
        .name = QT_TRANSLATE_NOOP("Figure", "Vectors of all tokens"),
        .step = StepKind::Embedding,
        .belongsTo = hasVectors,
        .make = paperVectors,
        .isThere = hasRecords,
        .has_axes = true},
    PaperPictureEntry{.id = "difference",
        .name = QT_TRANSLATE_NOOP("Figure", "Difference of both runs"),
        .step = StepKind::Softmax,
        .belongsTo = hasNumbers,
        .make = paperDifference,
        .isThere = isCompared,
        .has_axes = true},
    PaperPictureEntry{.id = "comparison",
        .name = QT_TRANSLATE_NOOP("Figure", "Both runs and their difference"),
        .step = StepKind::Softmax,
        .belongsTo = hasNumbers,
        .make = paperComparison,
        .isThere = isCompared,
        .has_axes = true},
    PaperPictureEntry{.id = "patches",
        .name = QT_TRANSLATE_NOOP("Figure", "Vectors carried over"),
        .step = StepKind::Softmax,
        .belongsTo = isAnyStep,
        .make = paperPatches,
        .isThere = hasPatches,
        .has_axes = true,
        .is_subject = true},
    PaperPictureEntry{.id = "map",
        .name = QT_TRANSLATE_NOOP("Figure", "Map of the vocabulary"),
        .step = StepKind::Embedding,
        .belongsTo = isEmbedding,
        .make = paperWordMap,
        .isThere = hasPlane,
        .has_axes = true,
        .is_subject = true},
    PaperPictureEntry{.id = "waves",
        .name = QT_TRANSLATE_NOOP("Figure", "Waves of the positions"),
        .step = StepKind::Position,
        .belongsTo = isPosition,
        .make = paperWaves,
        .isThere = hasPositions,
        .is_subject = true},
    PaperPictureEntry{.id = "likeness",
        .name = QT_TRANSLATE_NOOP("Figure", "How alike positions are"),
        .step = StepKind::Position,
        .belongsTo = isPosition,
        .make = paperLikeness,
        .isThere = hasPositions,
        .has_axes = true,
        .is_subject = true},
    PaperPictureEntry{.id = "lens",
        .name = QT_TRANSLATE_NOOP("Figure", "What each layer would say"),
        .step = StepKind::NextWord,
        .belongsTo = isAnyStep,
        .make = paperLens,
        .isThere = hasLens,
        .is_subject = true},
    PaperPictureEntry{.id = "words",
        .name = QT_TRANSLATE_NOOP("Figure", "Which words mattered"),
        .step = StepKind::NextWord,
        .belongsTo = isAnyStep,
        .make = paperMattered,
        .isThere = hasAttribution,
        .is_subject = true},
    PaperPictureEntry{.id = "stage",
        .name = QT_TRANSLATE_NOOP("Figure", "Everything of this step"),
        .step = StepKind::Softmax,
        .belongsTo = isAnyStep,
        .make = paperStage},
    PaperPictureEntry{.id = "machine",
        .name = QT_TRANSLATE_NOOP("Figure", "The machine"),
        .step = StepKind::Sentence,
        .belongsTo = isAnyStep,
        .make = paperMachine,
        .is_subject = true},
};

template <typename Condition> std::string idsOf(Condition condition)
{
    std::string ids;
    for (const PaperPictureEntry& entry : entries)
        if (condition(entry))
            ids += (ids.empty() ? "" : ", ") + std::string(entry.id);
    return ids;
}

} // namespace

std::span<const PaperPictureEntry> paperPictures()
{
    return entries;
}

std::vector<const PaperPictureEntry*> paperPicturesOf(const FigureScene& scene)
{
    std::vector<const PaperPictureEntry*> pictures;
    for (const PaperPictureEntry& entry : entries)
        if (entry.belongsTo(scene.selection.step) && (!entry.isThere || entry.isThere(scene)))
            pictures.push_back(&entry);
    return pictures;
}

const PaperPictureEntry& paperPicture(const std::string& id)
{
    const auto found = std::find_if(
        entries.begin(), entries.end(), [&id](const PaperPictureEntry& entry) { return id == entry.id; });
    if (found == entries.end())
        throw Error({Message::tr("a picture called “%1”", id), {},
            Message::tr("one of: %1", idsOf([](const PaperPictureEntry&) { return true; })), {}});
    return *found;
}

std::vector<std::string> picturesIn(const std::string& ids)
{
    static const QRegularExpression signs(QStringLiteral("[+/]"));
    std::vector<std::string> pictures;
    for (const QString& id : QString::fromStdString(ids).split(signs))
        pictures.push_back(id.toStdString());
    return pictures;
}

namespace {

PaperPicture onePicture(const FigureScene& scene, const FigureRequest& request)
{
    const PaperPictureEntry& entry = paperPicture(request.picture);
    const StepKind step = scene.selection.step;
    if (entry.belongsTo(step))
        return entry.make(scene, request);
    const std::string others =
        idsOf([step](const PaperPictureEntry& other) { return other.belongsTo(step); });
    const Message found =
        Message::tr("the picture “%1” at the step “%2”", request.picture, std::string(stepId(step)));
    if (!others.empty())
        throw Error({found, {}, Message::tr("one of: %1", others), {}});
    throw Error({found, {}, Message::tr("a step that can be drawn for paper"),
        Message::tr("Scores, attention weights and the next word can be.")});
}

} // namespace

PaperPicture makePaperPicture(const FigureScene& scene, const FigureRequest& request)
{
    const std::vector<std::string> pictures = picturesIn(request.picture);
    if (pictures.size() == 1)
        return onePicture(scene, request);
    const bool is_beside = request.picture.find('+') != std::string::npos;
    FigureRequest part = request;
    if (is_beside)
        part.width_mm = panelWidth(request, int(pictures.size()));
    std::vector<PaperPanel> panels;
    for (const std::string& picture : pictures) {
        part.picture = picture;
        panels.push_back({onePicture(scene, part)});
    }
    return paperPanels(std::move(panels), is_beside ? PanelOrder::Beside : PanelOrder::Below, request);
}

} // namespace glassformer
