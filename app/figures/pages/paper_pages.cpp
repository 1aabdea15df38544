#include "app/figures/pages/paper_pages.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace glassformer {

QByteArray pagesBytes(const std::vector<PaperPage>& pages, const QString& title, const FigureOrigin& origin)
{
    constexpr int resolution = 1200;
    constexpr double mm_per_inch = 25.4;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(resolution);
        writer.setTitle(title);
        QPainter painter(&writer);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (i > 0)
                writer.newPage();
            painter.save();
            painter.setRenderHint(QPainter::LosslessImageRendering);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.scale(resolution / mm_per_inch, resolution / mm_per_inch);
            pages[i].paint(painter);
            painter.restore();
        }
    }
    return pdfWithOrigin(bytes, origin, title);
}

} // namespace glassformer
