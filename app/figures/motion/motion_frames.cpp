#include "app/figures/motion/motion.h"

#include "app/figures/pictures/paper_map.h"
#include "core/error.h"
#include "core/trace/step/step_list.h"
#include "widgets/pictures/trace_content.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <utility>

namespace glassformer {
namespace {

constexpr std::array entries{
    MotionEntry{Motion::Layers, "layers", QT_TRANSLATE_NOOP("Figure", "Layer by layer")},
    MotionEntry{Motion::Heads, "heads", QT_TRANSLATE_NOOP("Figure", "Head by head")},
    MotionEntry{Motion::Decoding, "decoding", QT_TRANSLATE_NOOP("Figure", "Word by word, as it is written")},
};

/** All frames of a longer motion are refused: nobody looks at so many. */
constexpr int most_frames = 500;

bool isPictureOf(const FigureRequest& request, std::initializer_list<const char*> ids)
{
    const std::vector<std::string> pictures = picturesIn(request.picture);
    return std::any_of(pictures.begin(), pictures.end(),
        [ids](const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); });
}

/** Whether a picture is about the run as a whole, wherever one looks. */
bool isOfAll(const FigureRequest& request)
{
    const std::vector<std::string> pictures = picturesIn(request.picture);
    return std::any_of(
        pictures.begin(), pictures.end(), [](const std::string& id) { return paperPicture(id).is_subject; });
}

/** Rows whose output was written: of a decoder alone from its last given token on. */
std::vector<int> writingRows(const Trace& trace)
{
    std::vector<int> rows;
    if (!trace.config.hasDecoder())
        return rows;
    const int first = trace.config.hasCrossAttention() ? 0 : std::max(0, trace.given - 1);
    for (int row = first; row < std::min(trace.rows(), int(trace.written.size())); ++row)
        rows.push_back(row);
    return rows;
}

/** Whether a row of the step's picture is one of those that write. */
bool isOfWriting(const FigureScene& scene)
{
    const StepKind step = scene.selection.step;
    if (step == StepKind::NextWord || step == StepKind::Logits)
        return true;
    return showsMap(step) && scene.site() != AttentionSite::Encoder;
}

std::vector<MotionFrame> layerFrames(const FigureScene& scene, const FigureRequest& request)
{
    std::vector<MotionFrame> frames;
    if (!showsLayer(scene.selection.step, scene.trace().config) || isOfAll(request)
        || isPictureOf(request, {"heads"}))
        return frames;
    for (int layer = 0; layer < layersOf(scene.trace().config, scene.site()); ++layer)
        frames.push_back({withLayer(scene.selection, scene.site(), layer), request});
    return frames;
}

std::vector<MotionFrame> headFrames(const FigureScene& scene, const FigureRequest& request)
{
    std::vector<MotionFrame> frames;
    if (!showsHead(scene.selection.step) || isOfAll(request) || isPictureOf(request, {"heads", "head-lines"}))
        return frames;
    for (int head = 0; head < scene.trace().config.n_heads; ++head) {
        frames.push_back({scene.selection, request});
        frames.back().selection.head = head;
        frames.back().selection.attention.aggregate = MapAggregate::OneHead;
    }
    return frames;
}

/** What stands above a frame: "Word 3 of 9: “chien”". */
QString writingTitle(const Token& written, std::size_t frame, std::size_t frames)
{
    const QString title =
        written.is_special ? FigureText::tr("Word %1 of %2: the end") : FigureText::tr("Word %1 of %2: “%3”");
    const QString counted = title.arg(frame + 1).arg(frames);
    return written.is_special ? counted : counted.arg(textOf(written).trimmed());
}

std::vector<MotionFrame> writingFrames(const FigureScene& scene, const FigureRequest& request)
{
    std::vector<MotionFrame> frames;
    if (!isOfWriting(scene) || isOfAll(request)
        || isPictureOf(request, {"heads", "difference", "comparison"}))
        return frames;
    const Trace& trace = scene.trace();
    const std::vector<int> rows = writingRows(trace);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        MotionFrame frame{scene.selection, request};
        frame.selection.position = rows[i];
        if (showsMap(scene.selection.step)) {
            frame.selection = withCell(frame.selection, trace.config, scene.site(), rows[i], std::nullopt);
            frame.selection.attention.merges_words = false; // a word may be half written
            frame.request.told_row = rows[i];
        }
        if (!request.title || request.title->isEmpty())
            frame.request.title = writingTitle(trace.written[std::size_t(rows[i])], i, rows.size());
        frames.push_back(std::move(frame));
    }
    return frames;
}

std::vector<MotionFrame> framesOf(const FigureScene& scene, Motion motion, const FigureRequest& request)
{
    switch (motion) {
    case Motion::Layers:
        return layerFrames(scene, request);
    case Motion::Heads:
        return headFrames(scene, request);
    case Motion::Decoding:
        return writingFrames(scene, request);
    }
    return {};
}

std::string idOf(Motion motion)
{
    return std::find_if(entries.begin(), entries.end(), [motion](const MotionEntry& entry) {
        return entry.motion == motion;
    })->id;
}

std::string idsOf(const std::vector<Motion>& those)
{
    std::string ids;
    for (const Motion motion : those)
        ids += (ids.empty() ? "" : ", ") + idOf(motion);
    return ids;
}

} // namespace

std::span<const MotionEntry> motions()
{
    return entries;
}

Motion motionFrom(const std::string& id)
{
    std::vector<Motion> all;
    for (const MotionEntry& entry : entries) {
        if (id == entry.id)
            return entry.motion;
        all.push_back(entry.motion);
    }
    throw Error({Message::tr("a motion called “%1”", id), {}, Message::tr("one of: %1", idsOf(all)), {}});
}

std::vector<Motion> motionsOf(const FigureScene& scene, const FigureRequest& request)
{
    std::vector<Motion> those;
    for (const MotionEntry& entry : entries)
        if (framesOf(scene, entry.motion, request).size() > 1)
            those.push_back(entry.motion);
    return those;
}

std::vector<MotionFrame> motionFrames(const FigureScene& scene, Motion motion, const FigureRequest& request)
{
    std::vector<MotionFrame> frames = framesOf(scene, motion, request);
    if (int(frames.size()) > most_frames)
        throw Error({Message::tr("a motion of %1 frames", frames.size()), {},
            Message::tr("at most %1", most_frames), Message::tr("Use a shorter text.")});
    if (frames.size() > 1)
        return frames;
    const std::vector<Motion> others = motionsOf(scene, request);
    const Message found = Message::tr("the picture “%1” at the step “%2”, in which “%3” moves nothing",
        request.picture, std::string(stepId(scene.selection.step)), idOf(motion));
    if (others.empty())
        throw Error(
            {found, {}, Message::tr("a picture of one layer, one head or one word that is written"), {}});
    throw Error({found, {}, Message::tr("one of: %1", idsOf(others)), {}});
}

} // namespace glassformer
