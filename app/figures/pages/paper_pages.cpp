#include "app/figures/pages/paper_pages.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace glassformer {
namespace {

constexpr int resolution = 1200;
constexpr double mm_per_inch = 25.4;

} // namespace

/** What is destroyed first stands last. */
struct PageWriter::Document
{
    QBuffer buffer;
    QPdfWriter writer{&buffer};
    QPainter painter;
};

PageWriter::PageWriter(const QString& title)
    : m_document(std::make_unique<Document>())
    , m_title(title)
{
    m_document->buffer.open(QIODevice::WriteOnly);
    m_document->writer.setPageSize(QPageSize(QPageSize::A4));
    m_document->writer.setPageMargins(QMarginsF());
    m_document->writer.setResolution(resolution);
    m_document->writer.setTitle(title);
}

PageWriter::~PageWriter() = default;

void PageWriter::add(const PaperPage& page)
{
    QPainter& painter = m_document->painter;
    if (painter.isActive())
        m_document->writer.newPage();
    else
        painter.begin(&m_document->writer);
    painter.save();
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(resolution / mm_per_inch, resolution / mm_per_inch);
    page.paint(painter);
    painter.restore();
}

QByteArray PageWriter::finish(const FigureOrigin& origin)
{
    m_document->painter.end();
    return pdfWithOrigin(m_document->buffer.data(), origin, m_title);
}

QByteArray pagesBytes(const std::vector<PaperPage>& pages, const QString& title, const FigureOrigin& origin)
{
    PageWriter writer(title);
    for (const PaperPage& page : pages)
        writer.add(page);
    return writer.finish(origin);
}

} // namespace glassformer
