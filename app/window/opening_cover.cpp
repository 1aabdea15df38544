#include "app/window/opening_cover.h"

#include "app/session/session.h"
#include "widgets/look/scaled_font.h"

#include <QEvent>
#include <QPainter>

namespace glassformer {

OpeningCover::OpeningCover(QWidget& covered, Session& session)
    : QWidget(&covered)
{
    setAutoFillBackground(true);
    setObjectName(QStringLiteral("openingCover"));
    setFocusPolicy(Qt::StrongFocus);
    covered.installEventFilter(this);
    resize(covered.size());
    connect(&session, &Session::runChanged, this, &OpeningCover::leave);
    connect(&session, &Session::failed, this, &OpeningCover::leave);
    connect(&session, &Session::openingDropped, this, &OpeningCover::leave);
    // Stopped; not if the user is asked first whether the model may take so much memory.
    connect(&session, &Session::busyChanged, this, [this, &session](bool is_busy) {
        if (!is_busy && !session.isAsking())
            leave();
    });
    show();
    raise();
}

void OpeningCover::leave()
{
    if (m_has_left)
        return;
    m_has_left = true;
    emit left();
    deleteLater();
}

void OpeningCover::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(scaledFont(painter.font(), 1.4));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, tr("Opening…"));
}

bool OpeningCover::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        resize(static_cast<QWidget*>(watched)->size());
    return QWidget::eventFilter(watched, event);
}

} // namespace glassformer
