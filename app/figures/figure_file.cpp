#include "app/figures/figure_file.h"

#include "core/error.h"
#include "core/file/byte_file.h"
#include "widgets/steps/step_view.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QPainter>
#include <QSvgGenerator>

#include <utility>

namespace glassformer {
namespace {

bool paintSvg(const Figure& figure, QSvgGenerator& generator)
{
    const QSize size = figure.size;
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    QPainter painter;
    if (!painter.begin(&generator))
        return false;
    figure.paint(painter, QRectF(QPointF(), size));
    return painter.end();
}

QImage figureImage(const Figure& figure)
{
    constexpr int scale = 2;
    QImage image(figure.size * scale, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    figure.paint(painter, QRectF(QPointF(), image.size()));
    return image;
}

/** Empty if the figure cannot be drawn in that form. */
QByteArray figureBytes(const Figure& figure, const QString& suffix)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (suffix == QStringLiteral("svg")) {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        return paintSvg(figure, generator) ? bytes : QByteArray();
    }
    buffer.open(QIODevice::WriteOnly);
    return figureImage(figure).save(&buffer, suffix.toLatin1().constData()) ? bytes : QByteArray();
}

} // namespace

Figure::Figure(QSize figure_size, std::function<void(QPainter&, const QRectF&)> paint_figure)
    : size(figure_size)
    , paint(std::move(paint_figure))
{
}

Figure::Figure(StepView& view)
    : size(view.figureSize())
    , paint([&view](QPainter& painter, const QRectF& target) { view.paintFigure(painter, target); })
{
}

bool saveFigure(const Figure& figure, const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const QByteArray bytes = suffix.isEmpty() ? QByteArray() : figureBytes(figure, suffix);
    if (bytes.isEmpty())
        return false;
    try {
        writeFile(path.toStdU16String(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        return true;
    } catch (const Error&) {
        return false;
    }
}

void copyFigure(const Figure& figure)
{
    QByteArray svg;
    QBuffer buffer(&svg);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    auto* data = new QMimeData;
    if (paintSvg(figure, generator))
        data->setData(QStringLiteral("image/svg+xml"), svg);
    data->setImageData(figureImage(figure));
    QGuiApplication::clipboard()->setMimeData(data);
}

} // namespace glassformer
