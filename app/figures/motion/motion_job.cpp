#include "app/figures/motion/motion.h"

#include "app/figures/files/webp_animation.h"
#include "app/window/look/interface_language.h"
#include "core/error.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

namespace glassformer {
namespace {

constexpr int last_frame_stands = 3; ///< times as long as the others

/** Lays all frames out, so that the highest is known, then draws one after the other. */
class MotionJob final : public JobOf<QByteArray>
{
public:
    MotionJob(FigureScene scene, View view, const MotionRequest& motion, FigureRequest request)
        : m_scene(std::move(scene))
        , m_view(std::move(view))
        , m_motion(motion)
        , m_request(std::move(request))
    {
    }

    bool advance(const JobWatch& watch) override
    {
        const SpokenLanguage spoken(m_request.language);
        if (m_frames.empty()) {
            checkMotionRequest(m_motion);
            m_frames = motionFrames(m_scene, m_motion.motion, m_request);
        } else if (m_figures.size() < m_frames.size()) {
            m_figures.push_back(frameFigure(m_scene, m_view, m_frames[m_figures.size()]));
            m_height_mm = std::max(m_height_mm, m_figures.back().size_mm.height());
        } else if (m_drawn < m_frames.size()) {
            draw();
        } else {
            publish(m_file->finish());
            return false;
        }
        if (watch.progress)
            watch.progress(m_figures.size() + m_drawn, 2 * m_frames.size());
        return true;
    }

    Message doing() const override { return Message::tr("Drawing the frames"); }

private:
    void draw()
    {
        const PaperFigure& figure = m_figures[m_drawn];
        const double scale = m_motion.width / figure.size_mm.width();
        const QSize size(m_motion.width, int(std::ceil(m_height_mm * scale)));
        if (!m_file)
            m_file.emplace(size,
                AboutAnimation{
                    m_figures.front().title, m_figures.front().description, originOf(m_scene, m_view)});
        QImage image(size, QImage::Format_ARGB32);
        image.fill(figure.is_transparent ? QColor(Qt::transparent) : figure.ground);
        QPainter painter(&image);
        painter.scale(scale, scale);
        figure.paint(painter);
        painter.end();
        ++m_drawn;
        const bool is_last = m_drawn == m_frames.size();
        m_file->add(image, m_motion.frame_ms * (is_last ? last_frame_stands : 1));
    }

    FigureScene m_scene;
    View m_view;
    MotionRequest m_motion;
    FigureRequest m_request;
    std::vector<MotionFrame> m_frames;
    std::vector<PaperFigure> m_figures; ///< laid out so far
    double m_height_mm = 0; ///< of the highest
    std::size_t m_drawn = 0;
    std::optional<WebpAnimation> m_file;
};

} // namespace

void checkMotionRequest(const MotionRequest& request)
{
    if (request.frame_ms < least_frame_ms || request.frame_ms > most_frame_ms)
        throw Error({Message::tr("a frame of %1 ms", request.frame_ms), {},
            Message::tr("%1 to %2 ms", least_frame_ms, most_frame_ms), {}});
    if (request.width < least_motion_pixels || request.width > most_motion_pixels)
        throw Error({Message::tr("frames %1 pixels wide", request.width), {},
            Message::tr("%1 to %2 pixels", least_motion_pixels, most_motion_pixels), {}});
}

PaperFigure frameFigure(const FigureScene& scene, const View& view, const MotionFrame& frame)
{
    FigureScene at = scene;
    at.selection = frame.selection;
    View of_frame = view;
    of_frame.selection = frame.selection;
    return makePaperFigure(at, of_frame, frame.request);
}

std::unique_ptr<JobOf<QByteArray>> motionJob(
    const FigureScene& scene, const View& view, const MotionRequest& motion, const FigureRequest& request)
{
    return std::make_unique<MotionJob>(scene, view, motion, request);
}

} // namespace glassformer
