#include "app/window/look/focus_ring.h"

#include "widgets/look/palette.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace glassformer {
namespace {

constexpr int gap = 3, line = 2;

bool showsFocusItself(const QWidget& widget)
{
    return qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const QComboBox*>(&widget)
        || qobject_cast<const QPushButton*>(&widget);
}

/** Of a widget in another one, in points of that; some lie in pages that are scrolled. */
QRect seenPart(const QWidget& widget, const QWidget& ground)
{
    if (!widget.isVisible())
        return {};
    QRect seen = widget.rect();
    for (const QWidget* here = &widget; here != &ground; here = here->parentWidget())
        seen = seen.translated(here->pos()) & here->parentWidget()->rect();
    return seen;
}

} // namespace

FocusRing::FocusRing(QWidget& ground)
    : QWidget(&ground)
    , m_ground(ground)
{
    setObjectName(QStringLiteral("focusRing"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

void FocusRing::follow(QWidget* focused)
{
    const bool is_here = focused && m_ground.isAncestorOf(focused) && focused->focusPolicy() != Qt::NoFocus
        && !showsFocusItself(*focused);
    m_focused = is_here ? focused : nullptr;
    place();
}

void FocusRing::place()
{
    const QRect seen = m_focused ? seenPart(*m_focused, m_ground) : QRect();
    if (seen.isEmpty() || !m_is_by_key)
        return hide();
    setGeometry(seen.adjusted(-gap, -gap, gap, gap) & m_ground.rect());
    show();
    raise();
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::MouseButtonPress) {
        const bool is_by_key = type == QEvent::KeyPress;
        if (is_by_key != m_is_by_key) {
            m_is_by_key = is_by_key;
            place();
        }
    } else if (watched == m_focused
        && (type == QEvent::Move || type == QEvent::Resize || type == QEvent::Hide
            || type == QEvent::Paint)) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(paletteFor(palette()).selected, line));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
}

} // namespace glassformer
