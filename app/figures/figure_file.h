#pragma once

#include "core/file/bytes/files.h"
#include "core/message.h"

#include <QSize>
#include <QString>

#include <functional>

class QPainter;
class QRectF;

namespace glassformer {

class StepView;

/** What can be saved: a picture of so many pixels on the screen that can be drawn to any size. */
struct Figure
{
    Figure(QSize figure_size, std::function<void(QPainter&, const QRectF&)> paint_figure);
    Figure(StepView& view); ///< must outlive the figure

    QSize size;
    std::function<void(QPainter&, const QRectF& target)> paint;
    QString about{}; ///< kept in the file beside the picture; may be empty
};

/** The picture with a line of text below it. */
Figure withCaption(Figure figure, const QString& caption);

/**
 * Writes the picture as SVG or, at twice the size of the screen, as PNG; the ending of the name decides. Empty if
 * it was written, else what went wrong.
 */
Message saveFigure(const Figure& figure, FileStore& store, const std::string& name);
/** Puts the picture on the clipboard, as an image and as SVG. */
void copyFigure(const Figure& figure);

} // namespace glassformer
