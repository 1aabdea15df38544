#include "app/figures/paper_picture.h"

#include "core/error.h"

#include <algorithm>
#include <array>

namespace glassformer {
namespace {

bool hasScores(StepKind step)
{
    return step == StepKind::Scores || step == StepKind::MaskedScores || showsWeights(step);
}

bool isNextWord(StepKind step)
{
    return step == StepKind::NextWord;
}

constexpr std::array entries{
    PaperPictureEntry{"heatmap", StepKind::Softmax, hasScores, paperHeatmap},
    PaperPictureEntry{"heads", StepKind::Softmax, showsWeights, paperHeads},
    PaperPictureEntry{"lines", StepKind::Softmax, showsWeights, paperLines},
    PaperPictureEntry{"arcs", StepKind::Softmax, showsWeights, paperArcs},
    PaperPictureEntry{"text", StepKind::Softmax, showsWeights, paperText},
    PaperPictureEntry{"bars", StepKind::NextWord, isNextWord, paperBars},
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

const PaperPictureEntry& paperPicture(const std::string& id)
{
    const auto found = std::find_if(
        entries.begin(), entries.end(), [&id](const PaperPictureEntry& entry) { return id == entry.id; });
    if (found == entries.end())
        throw Error({Message::tr("a picture called “%1”", id), {},
            Message::tr("one of: %1", idsOf([](const PaperPictureEntry&) { return true; })), {}});
    return *found;
}

PaperPicture makePaperPicture(const FigureScene& scene, const FigureRequest& request)
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

} // namespace glassformer
