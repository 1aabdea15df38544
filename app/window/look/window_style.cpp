#include "app/window/look/window_style.h"

#include "app/window/look/settings.h"
#include "widgets/look/palette.h"

#include <QFontInfo>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace glassformer {
namespace {

constexpr double corner = 6;
constexpr int separator_width = 3; ///< between panels
constexpr int scroll_bar_width = 11;
constexpr int shortest_thumb = 28;

void paintPanel(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& frame)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(frame, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter.restore();
}

/** The fill that the palette names, darker while pressed, tinted under the pointer. */
QColor buttonFill(const QStyleOption& option)
{
    const QColor fill = option.palette.color(QPalette::Button);
    const QColor ink = option.palette.color(QPalette::ButtonText);
    if (!(option.state & QStyle::State_Enabled))
        return fill;
    if (option.state & (QStyle::State_Sunken | QStyle::State_On))
        return mixed(fill, ink, 0.14);
    return option.state & QStyle::State_MouseOver ? mixed(fill, ink, 0.06) : fill;
}

QColor frameOf(const QStyleOption& option)
{
    if (option.state & QStyle::State_HasFocus)
        return option.palette.color(QPalette::Highlight);
    const QColor border = option.palette.color(QPalette::Mid);
    return option.state & QStyle::State_Enabled ? mixed(border, option.palette.color(QPalette::Text), 0.12)
                                                : border;
}

void paintChevron(QPainter& painter, const QRectF& box, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF centre = box.center();
    painter.drawPolyline(
        QPolygonF{centre + QPointF(-4, -2), centre + QPointF(0, 2), centre + QPointF(4, -2)});
    painter.restore();
}

/** Its frame is to be seen on dark grounds too, where Fusion draws it darker still. */
void paintCheckBox(QPainter& painter, const QStyleOption& option)
{
    const QPalette& palette = option.palette;
    const bool is_on = option.state & QStyle::State_On, is_partly = option.state & QStyle::State_NoChange;
    const QColor ground = palette.color(QPalette::Base), ink = palette.color(QPalette::Text);
    const double strength = option.state & QStyle::State_Enabled ? 0.55 : 0.25;
    const QColor filled = mixed(ground, palette.color(QPalette::Highlight), strength + 0.45);
    const QRectF box = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(is_on || is_partly ? filled : mixed(ground, ink, strength), 1));
    painter.setBrush(is_on || is_partly ? filled : ground);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(QPen(palette.color(QPalette::HighlightedText), box.width() / 7, Qt::SolidLine,
        Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (is_on)
        painter.drawPolyline(QPolygonF{at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.3)});
    else if (is_partly)
        painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
    painter.restore();
}

void paintComboBox(QPainter& painter, const QStyleOptionComplex& option)
{
    paintPanel(painter, option.rect, buttonFill(option), frameOf(option));
    const QRectF arrow(option.rect.right() - 22, option.rect.top(), 16, option.rect.height());
    paintChevron(painter, arrow, option.palette.color(QPalette::PlaceholderText));
}

void paintScrollBar(QPainter& painter, const QStyleOptionComplex& option, const QRect& thumb)
{
    const bool is_used = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const QColor ground = option.palette.color(QPalette::Window), ink = option.palette.color(QPalette::Text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(ground, ink, is_used ? 0.42 : 0.22));
    const QRectF bar = QRectF(thumb).adjusted(3, 3, -2, -3);
    const double radius = std::min(bar.width(), bar.height()) / 2;
    painter.drawRoundedRect(bar, radius, radius);
    painter.restore();
}

/** A line up to the handle in the colour of what is chosen, and a round handle: both are seen on dark grounds too. */
void paintSlider(
    QPainter& painter, const QStyleOptionSlider& option, const QRect& groove, const QRect& handle)
{
    const QPalette& palette = option.palette;
    const QColor ground = palette.color(QPalette::Window), ink = palette.color(QPalette::Text);
    const bool is_enabled = option.state & QStyle::State_Enabled;
    const QColor chosen = is_enabled ? palette.color(QPalette::Highlight) : mixed(ground, ink, 0.35);
    const bool is_upright = option.orientation == Qt::Vertical;
    const QPointF middle = QRectF(handle).center();
    const auto at = [&](double along) {
        return is_upright ? QPointF(QRectF(groove).center().x(), along)
                          : QPointF(along, QRectF(groove).center().y());
    };
    const double begin = is_upright ? groove.bottom() : groove.left(),
                 end = is_upright ? groove.top() : groove.right();
    const bool from_end = option.upsideDown != is_upright; // upright ones grow from the bottom
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto draw = [&](double from, double to, const QColor& colour) {
        painter.setPen(QPen(colour, 4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at(from), at(to));
    };
    const double here = is_upright ? middle.y() : middle.x();
    draw(begin, end, mixed(ground, ink, 0.25));
    draw(from_end ? end : begin, here, chosen);
    // Fusion does not know whose handle it is: it grows here, with the letters.
    const double across = is_upright ? option.rect.width() : option.rect.height();
    const double radius = std::min(across / 2 - 1,
        std::max(std::min(handle.width(), handle.height()) / 2.0 - 1, option.fontMetrics.height() * 0.34));
    painter.setPen(QPen(option.state & QStyle::State_HasFocus ? ink : chosen, 1.5));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawEllipse(middle, radius, radius);
    painter.restore();
}

/** How many times larger than at a desk its letters are: boxes and handles grow with them. */
double growthOf(const QWidget& widget)
{
    constexpr double usual_letters = 14; // pixels; smaller ones leave boxes as they are
    return std::max(1.0, QFontInfo(widget.font()).pixelSize() / usual_letters);
}

QRect thumbOf(const QStyleOptionSlider& option)
{
    const bool is_upright = option.orientation == Qt::Vertical;
    const int length = is_upright ? option.rect.height() : option.rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    const auto wanted = int(qint64(length) * option.pageStep / std::max<qint64>(1, range + option.pageStep));
    const int size = std::clamp(wanted, std::min(shortest_thumb, length), length);
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - size, option.upsideDown);
    return is_upright ? QRect(option.rect.left(), option.rect.top() + start, option.rect.width(), size)
                      : QRect(option.rect.left() + start, option.rect.top(), size, option.rect.height());
}

} // namespace

WindowStyle::WindowStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{
}

int WindowStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_ScrollBarExtent:
        return scroll_bar_width;
    case PM_DockWidgetSeparatorExtent:
        return separator_width;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SliderThickness:
    case PM_SliderLength:
        return widget ? qRound(usual * growthOf(*widget)) : usual;
    default:
        return usual;
    }
}

bool WindowStyle::mayMove()
{
    return settings().value(setting::motion, true).toBool();
}

void WindowStyle::setMayMove(bool may_move)
{
    settings().setValue(setting::motion, may_move);
}

int WindowStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* result) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons || (hint == SH_Widget_Animation_Duration && !mayMove()))
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, result);
}

QSize WindowStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    const QSize usual = QProxyStyle::sizeFromContents(type, option, size, widget);
    return type == CT_ComboBox || type == CT_PushButton ? usual + QSize(10, 0) : usual;
}

void WindowStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: {
        // A button with a fill of its own needs no frame in another colour.
        const QColor fill = buttonFill(*option);
        const bool is_plain =
            option->palette.color(QPalette::Button) == option->palette.color(QPalette::Base);
        const bool is_framed = is_plain || option->state & State_HasFocus;
        return paintPanel(*painter, option->rect, fill, is_framed ? frameOf(*option) : fill);
    }
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        return paintPanel(*painter, option->rect, option->palette.color(QPalette::Base), frameOf(*option));
    case PE_IndicatorCheckBox:
        return paintCheckBox(*painter, *option);
    case PE_FrameFocusRect:
        return; // the frame in the colour of the selection says it
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void WindowStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ComboBox)
        return paintComboBox(*painter, *option);
    if (control == CC_ScrollBar)
        return paintScrollBar(
            *painter, *option, subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        control == CC_Slider && slider)
        return paintSlider(*painter, *slider, subControlRect(CC_Slider, option, SC_SliderGroove, widget),
            subControlRect(CC_Slider, option, SC_SliderHandle, widget));
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect WindowStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect thumb = thumbOf(*bar);
    const bool is_upright = bar->orientation == Qt::Vertical;
    switch (part) {
    case SC_ScrollBarSlider:
        return thumb;
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSubPage:
        return is_upright ? QRect(bar->rect.topLeft(), thumb.topRight() - QPoint(0, 1))
                          : QRect(bar->rect.topLeft(), thumb.bottomLeft() - QPoint(1, 0));
    case SC_ScrollBarAddPage:
        return is_upright ? QRect(thumb.bottomLeft() + QPoint(0, 1), bar->rect.bottomRight())
                          : QRect(thumb.topRight() + QPoint(1, 0), bar->rect.bottomRight());
    default:
        return {}; // no arrows
    }
}

} // namespace glassformer
