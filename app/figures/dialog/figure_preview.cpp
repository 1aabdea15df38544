#include "app/figures/dialog/figure_preview.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

constexpr double edge = 8; ///< of the sheet around the figure

/** What shows through a figure without a ground. */
void paintChecks(QPainter& painter, const QRectF& sheet)
{
    constexpr int side = 8;
    painter.save();
    painter.setClipRect(sheet);
    painter.fillRect(sheet, Qt::white);
    for (int y = 0; y * side < sheet.height(); ++y)
        for (int x = y % 2; x * side < sheet.width(); x += 2)
            painter.fillRect(
                QRectF(sheet.left() + x * side, sheet.top() + y * side, side, side), QColor(225, 225, 225));
    painter.restore();
}

} // namespace

FigurePreview::FigurePreview(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("figurePreview"));
}

void FigurePreview::setFigure(PaperFigure figure)
{
    m_trouble.clear();
    setAccessibleDescription(figure.description);
    m_figure = std::move(figure);
    m_painted = {};
    update();
}

void FigurePreview::setTrouble(const QString& trouble)
{
    m_figure.reset();
    m_trouble = trouble;
    setAccessibleDescription(trouble);
    m_painted = {};
    update();
}

void FigurePreview::draw(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF room = QRectF(rect()).adjusted(edge + 1, edge + 1, -edge - 1, -edge - 1);
    if (!m_figure) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_trouble);
        return;
    }
    const double scale =
        std::min(room.width() / m_figure->size_mm.width(), room.height() / m_figure->size_mm.height());
    const QSizeF size = m_figure->size_mm * scale;
    const QPointF corner = room.center() - QPointF(size.width(), size.height()) / 2;
    const QRectF sheet = QRectF(corner, size).adjusted(-edge, -edge, edge, edge);
    m_figure->is_transparent ? paintChecks(painter, sheet) : painter.fillRect(sheet, m_figure->ground);
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(sheet);
    painter.translate(corner);
    painter.scale(scale, scale);
    m_figure->paint(painter);
}

void FigurePreview::paintEvent(QPaintEvent*)
{
    if (m_painted.isNull()) {
        m_painted = QPixmap(size() * devicePixelRatioF());
        m_painted.setDevicePixelRatio(devicePixelRatioF());
        m_painted.fill(Qt::transparent);
        QPainter painter(&m_painted);
        draw(painter);
    }
    QPainter(this).drawPixmap(0, 0, m_painted);
}

void FigurePreview::resizeEvent(QResizeEvent* event)
{
    m_painted = {};
    QWidget::resizeEvent(event);
}

} // namespace glassformer
