#include "app/figures/figure_file.h"

#include "app/figures/svg_text.h"
#include "core/error.h"
#include "widgets/look/figure_style.h"
#include "widgets/pictures/picture.h"
#include "widgets/steps/step_view.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QPainter>
#include <QSvgGenerator>

#include <utility>

namespace glassformer {
namespace {

/** Empty if the figure cannot be drawn so. */
QByteArray svgBytes(const Figure& figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const QSize size = figure.size;
    generator.setSize(size);
    generator.setDescription(figure.about.toHtmlEscaped()); // Qt writes it as it is
    generator.setViewBox(QRect(QPoint(), size));
    QPainter painter;
    if (!painter.begin(&generator))
        return {};
    figure.paint(painter, QRectF(QPointF(), size));
    return painter.end() ? wellFormedSvg(bytes) : QByteArray();
}

QImage figureImage(const Figure& figure)
{
    constexpr int scale = 2;
    QImage image(figure.size * scale, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    figure.paint(painter, QRectF(QPointF(), image.size()));
    if (!figure.about.isEmpty())
        image.setText(QStringLiteral("Description"), figure.about);
    return image;
}

/** Empty if the figure cannot be drawn in that form. */
QByteArray figureBytes(const Figure& figure, const QString& suffix)
{
    if (suffix == QStringLiteral("svg"))
        return svgBytes(figure);
    QByteArray bytes;
    QBuffer buffer(&bytes);
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

Figure withCaption(Figure figure, const QString& caption)
{
    constexpr int height = 26, margin = 8;
    const QSize size = figure.size + QSize(0, height);
    Figure result(size, [figure, caption, size](QPainter& painter, const QRectF& target) {
        const double scale = target.width() / size.width();
        figure.paint(painter, target.adjusted(0, 0, 0, -height * scale));
        const FigureStyle style = exportStyle(Picture::colours());
        const QRectF line(margin, size.height() - height, size.width() - 2 * margin, height);
        painter.save();
        painter.translate(target.topLeft());
        painter.scale(scale, scale);
        painter.setFont(style.smallFont());
        painter.fillRect(QRectF(0, line.top(), size.width(), height), style.palette.card);
        painter.setPen(style.palette.ink);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(painter.font()).elidedText(caption, Qt::ElideRight, line.width()));
        painter.restore();
    });
    result.about = std::move(figure.about);
    return result;
}

Message saveFigure(const Figure& figure, FileStore& store, const std::string& name)
{
    const QString suffix = QFileInfo(QString::fromStdString(name)).suffix().toLower();
    try {
        const QByteArray bytes = suffix.isEmpty() ? QByteArray() : figureBytes(figure, suffix);
        if (bytes.isEmpty())
            throw Error({Message::tr("a picture that cannot be written in this form"), store.where(name),
                Message::tr("a name that ends with .svg or .png"), {}});
        store.write(name, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        return {};
    } catch (const Error& error) {
        return error.message();
    }
}

void copyFigure(const Figure& figure)
{
    auto* data = new QMimeData;
    if (const QByteArray svg = svgBytes(figure); !svg.isEmpty())
        data->setData(QStringLiteral("image/svg+xml"), svg);
    data->setImageData(figureImage(figure));
    QGuiApplication::clipboard()->setMimeData(data);
}

} // namespace glassformer
