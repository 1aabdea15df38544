#pragma once

#include "app/figures/paper_figure.h"
#include "core/job.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace glassformer {

// What players and browsers show well; everything outside is refused by name.
inline constexpr int least_frame_ms = 50, most_frame_ms = 60'000;
inline constexpr int least_motion_pixels = 100, most_motion_pixels = 3840;

/** What changes from one frame to the next. */
enum class Motion
{
    Layers, ///< the same head in each layer of the stack
    Heads, ///< each head of the layer
    Decoding ///< each word that is written
};

/** A kind of motion, as it is offered. */
struct MotionEntry
{
    Motion motion;
    const char* id; ///< as the command line writes it
    const char* name; ///< English; translated in the context "Figure"
};

std::span<const MotionEntry> motions();
/** @throws Error that lists those that there are */
Motion motionFrom(const std::string& id);

/** How a figure moves. */
struct MotionRequest
{
    Motion motion = Motion::Layers;
    int frame_ms = 800; ///< that a frame stands; the last one three times as long
    int width = 1200; ///< pixels; the height follows
};

/** @throws Error naming what is too small or too large */
void checkMotionRequest(const MotionRequest& request);

/** A figure of the motion: where it looks, and what is asked for there. */
struct MotionFrame
{
    Selection selection{};
    FigureRequest request{};
};

/** At least two. @throws Error if this picture of this run has no such motion, with those that do */
std::vector<MotionFrame> motionFrames(const FigureScene& scene, Motion motion, const FigureRequest& request);

/** Those that the picture has, in the order of the list. */
std::vector<Motion> motionsOf(const FigureScene& scene, const FigureRequest& request);

/** A frame as a figure. @throws Error as makePaperFigure() does */
PaperFigure frameFigure(const FigureScene& scene, const View& view, const MotionFrame& frame);

/**
 * All frames as one animated WebP without loss, repeated for ever; it says which view it shows, as other figures do. All are as
 * high as the highest. Not for a thread: it speaks the language of the figure.
 * @throws Error as motionFrames() and makePaperFigure() do
 */
std::unique_ptr<JobOf<QByteArray>> motionJob(
    const FigureScene& scene, const View& view, const MotionRequest& motion, const FigureRequest& request);

} // namespace glassformer
