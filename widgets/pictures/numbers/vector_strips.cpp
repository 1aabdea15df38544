#include "widgets/pictures/numbers/vector_strips.h"

#include "widgets/look/number_text.h"
#include "widgets/paint/formula_painter.h"
#include "widgets/paint/vector_painter.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace glassformer {

VectorStrips::VectorStrips(QWidget* parent)
    : Picture(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void VectorStrips::setStrips(std::vector<VectorStrip> strips, int dimension)
{
    m_strips = std::move(strips);
    double limit = 0;
    for (const VectorStrip& strip : m_strips)
        limit = std::max(limit, largestSize(strip.values));
    for (VectorStrip& strip : m_strips)
        strip.limit = strip.limit > 0 ? strip.limit : limit;
    m_dimension = dimension;
    updateGeometry();
    update();
}

QString VectorStrips::aboutFarNumbers() const
{
    const bool has_some = std::any_of(m_strips.begin(), m_strips.end(),
        [](const VectorStrip& strip) { return largestSize(strip.values) > strip.limit; });
    return has_some ? tr("▴: a number beyond the colours of its line.") : QString();
}

int VectorStrips::size() const
{
    return m_strips.empty() ? 0 : int(m_strips.front().values.size());
}

QRectF VectorStrips::Lines::strip(int index) const
{
    return QRectF(area.left() + label_width + sign_width, area.top() + index * pitch,
        area.width() - label_width - sign_width - number_width, pitch)
        .adjusted(0, pitch * 0.16, 0, -pitch * 0.16);
}

VectorStrips::Lines VectorStrips::linesIn(const QRectF& area, const FigureStyle& style) const
{
    Lines lines;
    lines.area = area;
    const QFontMetricsF numbers(style.smallFont());
    for (const VectorStrip& strip : m_strips) {
        lines.label_width = std::max(lines.label_width, formulaWidth(strip.label, style) + 10);
        lines.sign_width =
            std::max(lines.sign_width, QFontMetricsF(style.boldFont()).horizontalAdvance(strip.sign) + 10);
    }
    lines.label_width = std::min(lines.label_width, area.width() * 0.3);
    for (const auto* widest : {u"−00.000", u"−0.0e−00"})
        lines.number_width =
            std::max(lines.number_width, numbers.horizontalAdvance(QString::fromUtf16(widest)) + 10);
    lines.pitch =
        std::min(style.em() * 1.9, area.height() / double(std::max<std::size_t>(1, m_strips.size())));
    return lines;
}

QRectF VectorStrips::stripRect(int index) const
{
    return linesIn(rect(), figureStyle()).strip(index);
}

QSize VectorStrips::sizeHint() const
{
    const double em = figureStyle().em();
    return QSizeF(em * 40, em * 1.9 * double(m_strips.size())).toSize();
}

QSize VectorStrips::minimumSizeHint() const
{
    const double em = figureStyle().em();
    return QSizeF(em * 18, em * double(m_strips.size())).toSize();
}

void VectorStrips::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    if (m_strips.empty())
        return;
    const Lines lines = linesIn(area, style);
    painter.save();
    for (int i = 0; i < int(m_strips.size()); ++i) {
        const VectorStrip& strip = m_strips[std::size_t(i)];
        const QRectF cells = lines.strip(i);
        const double text_top = cells.center().y() - style.em() * 0.62;
        paintFormula(painter, QRectF(area.left(), text_top, lines.label_width - 8, style.em() * 1.3),
            formulaFitted(strip.label, lines.label_width - 8, style), style, 1.0, Qt::AlignRight);
        painter.setFont(style.boldFont());
        painter.setPen(style.palette.faint_ink);
        painter.drawText(QRectF(area.left() + lines.label_width, cells.top() - 4, lines.sign_width - 6,
                             cells.height() + 8),
            Qt::AlignRight | Qt::AlignVCenter, strip.sign);
        HeatmapContent colours;
        colours.colours = strip.colours;
        colours.limit = strip.limit;
        paintVectorStrip(painter, cells, strip.values, colourScaleOf(colours, style));
        paintFarMarks(painter, cells, strip.values, strip.limit, style);
        painter.setPen(QPen(strip.is_strong ? style.palette.ink : style.palette.border, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cells.adjusted(-0.5, -0.5, 0.5, 0.5));
        if (m_dimension < 0 || m_dimension >= int(strip.values.size()))
            continue;
        const double width = cells.width() / double(strip.values.size());
        const QRectF mark(
            cells.left() + m_dimension * width - 1, cells.top() - 2, width + 2, cells.height() + 4);
        painter.setPen(QPen(style.palette.key, 1.6));
        painter.drawRect(mark);
        painter.setFont(strip.is_strong ? style.scaledFont(0.84, true) : style.smallFont());
        painter.setPen(style.palette.ink);
        painter.drawText(
            QRectF(cells.right() + 4, cells.top() - 4, lines.number_width - 4, cells.height() + 8),
            Qt::AlignRight | Qt::AlignVCenter, numberText(strip.values[std::size_t(m_dimension)]));
    }
    painter.restore();
}

void VectorStrips::mousePressEvent(QMouseEvent* event)
{
    const QRectF strip = stripRect(0);
    if (const std::optional<int> dimension = componentAt(strip, std::size_t(size()), event->position().x()))
        emit dimensionChosen(*dimension);
}

void VectorStrips::mouseMoveEvent(QMouseEvent* event)
{
    for (int i = 0; i < int(m_strips.size()); ++i) {
        const QRectF strip = stripRect(i);
        if (event->position().y() < strip.top() || event->position().y() > strip.bottom())
            continue;
        const auto& values = m_strips[std::size_t(i)].values;
        if (const std::optional<int> dimension = componentAt(strip, values.size(), event->position().x())) {
            setCursor(Qt::PointingHandCursor);
            QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8),
                QStringLiteral("[%1] = %2")
                    .arg(*dimension)
                    .arg(numberText(values[std::size_t(*dimension)], 4)),
                this);
            return;
        }
    }
    unsetCursor();
    QToolTip::hideText();
}

void VectorStrips::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || size() == 0 || event->modifiers() & ~Qt::KeypadModifier)
        return Picture::keyPressEvent(event);
    emit dimensionChosen(std::clamp(m_dimension + step, 0, size() - 1));
}

} // namespace glassformer
