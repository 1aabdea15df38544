#include "app/figure_file.h"

#include "widgets/step_view.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QPainter>
#include <QSvgGenerator>

namespace glassformer {
namespace {

bool paintSvg(StepView& view, QSvgGenerator& generator)
{
    const QSize size = view.figureSize();
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    QPainter painter;
    if (!painter.begin(&generator))
        return false;
    view.paintFigure(painter, QRectF(QPointF(), size));
    return painter.end();
}

QImage figureImage(StepView& view)
{
    constexpr int scale = 2;
    QImage image(view.figureSize() * scale, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    view.paintFigure(painter, QRectF(QPointF(), image.size()));
    return image;
}

} // namespace

bool saveFigure(StepView& view, const QString& path)
{
    if (path.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator generator;
        generator.setFileName(path);
        return paintSvg(view, generator);
    }
    return figureImage(view).save(path);
}

void copyFigure(StepView& view)
{
    QByteArray svg;
    QBuffer buffer(&svg);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    auto* data = new QMimeData;
    if (paintSvg(view, generator))
        data->setData(QStringLiteral("image/svg+xml"), svg);
    data->setImageData(figureImage(view));
    QGuiApplication::clipboard()->setMimeData(data);
}

} // namespace glassformer
