#include "app/figure_file.h"

#include "widgets/step_view.h"

#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

namespace glassformer {

bool saveFigure(StepView& view, const QString& path)
{
    const QSize size = view.figureSize();
    if (path.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator generator;
        generator.setFileName(path);
        generator.setSize(size);
        generator.setViewBox(QRect(QPoint(), size));
        QPainter painter;
        if (!painter.begin(&generator))
            return false;
        view.paintFigure(painter, QRectF(QPointF(), size));
        return painter.end();
    }
    constexpr int scale = 2;
    QImage image(size * scale, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    view.paintFigure(painter, QRectF(QPointF(), image.size()));
    painter.end();
    return image.save(path);
}

} // namespace glassformer
