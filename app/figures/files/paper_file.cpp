#include "app/figures/files/outlines.h"
#include "app/figures/files/svg_text.h"
#include "app/figures/files/tikz_file.h"
#include "app/figures/paper_figure.h"

#include "core/error.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace glassformer {
namespace {

constexpr double mm_per_inch = 25.4;
constexpr double most_pixels = 2e8; ///< of a PNG: 800 MB while it is drawn

void paintAll(QPainter& painter, const PaperFigure& figure)
{
    if (!figure.is_transparent)
        painter.fillRect(QRectF(QPointF(), figure.size_mm), figure.ground);
    if (figure.has_outlines)
        paintOutlined(painter, figure.size_mm, figure.paint);
    else
        figure.paint(painter);
}

QByteArray svgBytes(const PaperFigure& figure)
{
    constexpr int steps_per_mm = 100;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(int(mm_per_inch * steps_per_mm));
    generator.setSize((figure.size_mm * steps_per_mm).toSize());
    generator.setViewBox(QRectF(QPointF(), figure.size_mm / figure.unit_mm));
    // Qt writes both as they are.
    generator.setTitle(figure.title.toHtmlEscaped());
    generator.setDescription(figure.description.toHtmlEscaped());
    QPainter painter(&generator);
    painter.scale(1 / figure.unit_mm, 1 / figure.unit_mm);
    paintAll(painter, figure);
    painter.end();
    return svgWithOrigin(withFallbackFonts(wellFormedSvg(bytes)), figure.origin);
}

QByteArray pdfBytes(const PaperFigure& figure)
{
    constexpr int resolution = 1200;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(
            QPageSize(figure.size_mm, QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(resolution);
        writer.setTitle(figure.title);
        QPainter painter(&writer);
        painter.scale(resolution / mm_per_inch, resolution / mm_per_inch);
        painter.setRenderHint(QPainter::LosslessImageRendering);
        paintAll(painter, figure);
    }
    return pdfWithOrigin(bytes, figure.origin, figure.title);
}

QByteArray pngBytes(const PaperFigure& figure)
{
    const double scale = figure.dpi / mm_per_inch;
    const QSizeF wanted = figure.size_mm * scale;
    if (wanted.width() * wanted.height() > most_pixels)
        throw Error(
            {Message::tr("a picture of %1 × %2 pixels", qint64(wanted.width()), qint64(wanted.height())), {},
                Message::tr("at most 200 million pixels"),
                Message::tr("Choose fewer dpi, a smaller width, or SVG or PDF.")});
    QImage image(QSize(int(std::ceil(wanted.width())), int(std::ceil(wanted.height()))),
        QImage::Format_ARGB32_Premultiplied);
    image.fill(figure.is_transparent ? QColor(Qt::transparent) : figure.ground);
    image.setDotsPerMeterX(int(std::lround(figure.dpi / mm_per_inch * 1000)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    QPainter painter(&image);
    painter.scale(scale, scale);
    figure.paint(painter);
    painter.end();
    image.setText(QStringLiteral("Title"), figure.title);
    image.setText(QStringLiteral("Description"), figure.description);
    setOrigin(image, figure.origin);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

/** As RFC 4180 has it. */
QByteArray csvBytes(const PaperFigure& figure)
{
    if (figure.table.empty())
        throw Error({Message::tr("a picture without a table of numbers"), {},
            Message::tr("one picture instead of everything, or another form than CSV"), {}});
    QByteArray bytes;
    for (const QStringList& row : figure.table) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            QString cell = row[i];
            if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r'))
                cell = u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
            bytes += (i > 0 ? "," : "") + cell.toUtf8();
        }
        bytes += "\r\n";
    }
    return bytes;
}

} // namespace

QByteArray paperFigureBytes(const PaperFigure& figure, const std::string& name)
{
    const QString ending = QFileInfo(QString::fromStdString(name)).suffix().toLower();
    const QByteArray bytes = ending == QStringLiteral("svg") ? svgBytes(figure)
        : ending == QStringLiteral("pdf")                    ? pdfBytes(figure)
        : ending == QStringLiteral("png")                    ? pngBytes(figure)
        : ending == QStringLiteral("csv")                    ? csvBytes(figure)
        : ending == QStringLiteral("tex")                    ? tikzBytes(figure)
                                                             : QByteArray();
    if (bytes.isEmpty())
        throw Error({Message::tr("a figure that cannot be written in this form"), name,
            Message::tr("a name that ends with .svg, .pdf, .png, .csv or .tex"), {}});
    return bytes;
}

} // namespace glassformer
