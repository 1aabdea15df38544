#pragma once

#include "app/figures/files/figure_origin.h"

#include <QSize>
#include <QString>

#include <memory>

namespace glassformer {

/** What the file of an animation says of itself. */
struct AboutAnimation
{
    QString title, description;
    FigureOrigin origin;
};

/** An animated WebP without loss that is repeated for ever, made frame by frame. */
class WebpAnimation
{
public:
    /** All frames have that size, in pixels. @throws Error for a size that the format doesn't have */
    WebpAnimation(const QSize& size, AboutAnimation about);
    ~WebpAnimation();

    /** \param image  of the size, in any format. @throws Error if there is no memory for it */
    void add(const QImage& image, int milliseconds);
    /** The file; nothing can be added any more. @throws Error */
    QByteArray finish();

private:
    struct Encoder;
    std::unique_ptr<Encoder> m_encoder;
};

/** Whether these are the bytes of a WebP. */
bool isWebp(const QByteArray& bytes);
/** Nothing if it says none; for any bytes. */
std::optional<FigureOrigin> originOfWebp(const QByteArray& bytes);

} // namespace glassformer
