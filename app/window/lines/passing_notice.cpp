#include "app/window/lines/passing_notice.h"

#include "app/presentation/presentation.h"
#include "app/window/user_action.h"
#include "widgets/look/palette.h"

#include <QAccessible>
#include <QEvent>
#include <QMainWindow>
#include <QPainter>

#include <algorithm>
#include <chrono>

namespace glassformer {
namespace {

constexpr std::chrono::seconds long_enough{5};
constexpr int gap = 12; ///< pixels below it

} // namespace

PassingNotice::PassingNotice(QWidget& ground, QWidget& below)
    : QLabel(&ground)
    , m_below(below)
{
    setObjectName(QStringLiteral("passingNotice"));
    setTextFormat(Qt::PlainText);
    setContentsMargins(14, 7, 14, 7);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    ground.installEventFilter(this);
    m_time.setSingleShot(true);
    m_time.setInterval(long_enough);
    connect(&m_time, &QTimer::timeout, this, &QWidget::hide);
}

void PassingNotice::tell(const QString& text)
{
    setText(text);
    place();
    show();
    raise();
    m_time.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void PassingNotice::place()
{
    const QWidget* const ground = parentWidget();
    const QSize size = sizeHint().boundedTo(ground->size());
    const int bottom = m_below.isVisible() ? m_below.mapTo(ground, QPoint()).y() : ground->height();
    setGeometry(
        QRect({(ground->width() - size.width()) / 2, std::max(0, bottom - size.height() - gap)}, size));
}

void PassingNotice::paintEvent(QPaintEvent* event)
{
    const Palette& colours = paletteFor(palette());
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.selected, 1));
        painter.setBrush(colours.card);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
    QLabel::paintEvent(event);
}

bool PassingNotice::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QLabel::eventFilter(watched, event);
}

void tellInPassing(const WindowParts& parts, const QString& text)
{
    if (!parts.presentation.isOn())
        parts.passing.tell(text);
}

} // namespace glassformer
