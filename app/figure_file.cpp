#include "app/figure_file.h"

#include "core/error.h"
#include "core/file/byte_file.h"
#include "widgets/step_view.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileInfo>
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

/** Empty if the figure cannot be drawn in that form. */
QByteArray figureBytes(StepView& view, const QString& suffix)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (suffix == QStringLiteral("svg")) {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        return paintSvg(view, generator) ? bytes : QByteArray();
    }
    buffer.open(QIODevice::WriteOnly);
    return figureImage(view).save(&buffer, suffix.toLatin1().constData()) ? bytes : QByteArray();
}

} // namespace

bool saveFigure(StepView& view, const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const QByteArray bytes = suffix.isEmpty() ? QByteArray() : figureBytes(view, suffix);
    if (bytes.isEmpty())
        return false;
    try {
        writeFile(path.toStdU16String(), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        return true;
    } catch (const Error&) {
        return false;
    }
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
