#pragma once

#include "core/message.h"
#include "core/trace/look/view_text.h"

#include <QByteArray>

#include <optional>
#include <string>

class QImage;

namespace glassformer {

/** Larger files are no figures of ours. */
inline constexpr std::uint64_t largest_figure = 256u << 20;

/** What a figure's file says of where it came from. */
struct FigureOrigin
{
    std::string link; ///< opens exactly this view (core/trace/look/view_text.h)
    std::string weights_digest; ///< of the model that was run; empty if it isn't known
    std::string program; ///< "Glassformer 0.1.0"

    bool operator==(const FigureOrigin&) const = default;
};

/** Whether these are the bytes of a picture in a form that figures have: SVG, PDF, PNG, TikZ, WebP. */
bool isPictureFile(const QByteArray& bytes);

/** Nothing if the picture says none. */
std::optional<FigureOrigin> figureOrigin(const QByteArray& bytes);

/** The view of a figure. @throws Error if the picture says none, or if its link cannot be understood */
ViewText viewOfFigure(const QByteArray& bytes, const std::string& where);

// Each form has its place for it; `bytes` are those of a finished file.

/** In <metadata>. */
QByteArray svgWithOrigin(const QByteArray& svg, const FigureOrigin& origin);
/** In the document information. */
QByteArray pdfWithOrigin(const QByteArray& pdf, const FigureOrigin& origin, const QString& title);
/** As texts of the picture. */
void setOrigin(QImage& image, const FigureOrigin& origin);

} // namespace glassformer
