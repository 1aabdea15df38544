#pragma once

#include "app/figures/files/figure_origin.h"
#include "app/figures/pictures/paper_picture.h"
#include "core/file/bytes/files.h"
#include "core/trace/look/view.h"

#include <QSizeF>

#include <functional>

namespace glassformer {

/** A picture with its title and its caption, laid out for paper: what is written into a file. */
struct PaperFigure
{
    QSizeF size_mm;
    double unit_mm = 1; ///< of the forms that count in pixels: SVG
    std::function<void(QPainter&)> paint; ///< from (0, 0), in millimetres
    QString title; ///< for those who list or hear the file: never empty
    QString description;
    QString quantity;
    std::vector<QStringList> table;
    QStringList remarks; ///< what could not be done as it was asked for
    FigureOrigin origin;
    double dpi = 600;
    bool is_transparent = false;
    bool has_outlines = false; ///< words are shapes in SVG and PDF
    QColor ground;
};

/**
 * \param view  what is shown, with the model by its name; it goes into the file
 * \throws Error for what the request cannot be, and for what the run doesn't have
 */
PaperFigure makePaperFigure(const FigureScene& scene, const View& view, const FigureRequest& request);

/** The caption that a figure has if none is asked for: model, what, where, text, changes. */
QString madeCaption(const FigureScene& scene, const View& view, const FigureRequest& request);

/** The link that leads to it again, if it is no recorded run, with who made it of which weights. */
FigureOrigin originOf(const FigureScene& scene, const View& view);

/** The title that it has if none is asked for. */
QString madeTitle(const FigureScene& scene, const View& view, const FigureRequest& request);

/** The file's bytes, by the ending of its name: svg, pdf, png, csv, tex. @throws Error for another, and for a PNG too large */
QByteArray paperFigureBytes(const PaperFigure& figure, const std::string& name);

} // namespace glassformer
