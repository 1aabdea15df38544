#include "app/window/lines/busy_notice.h"

#include "app/session/session.h"
#include "app/window/lines/message_text.h"
#include "widgets/look/scaled_font.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>

#include <chrono>

namespace glassformer {
namespace {

constexpr std::chrono::milliseconds a_moment{300};
constexpr int per_cent = 100;

} // namespace

BusyNotice::BusyNotice(QWidget& ground, QWidget& above, Session& session)
    : FloatingNotice(ground)
    , m_above(above)
    , m_text(new QLabel)
    , m_bar(new QProgressBar)
    , m_cancel(new QPushButton)
    , m_escape(new QShortcut(Qt::Key_Escape, &ground))
{
    setObjectName(QStringLiteral("busy"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 10, 8);
    row->setSpacing(12);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(letterWidth(*this) * 24, 8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_text, m_bar, m_cancel})
        row->addWidget(widget);
    m_escape->setEnabled(false);
    m_delay.setSingleShot(true);
    m_delay.setInterval(a_moment);
    connect(&m_delay, &QTimer::timeout, this, &BusyNotice::appearUnlessQuiet);
    connect(&session, &Session::busyChanged, this, &BusyNotice::setBusy);
    connect(&session, &Session::doing, this, &BusyNotice::setDoing);
    connect(&session, &Session::progressed, this, &BusyNotice::setProgress);
    connect(m_cancel, &QPushButton::clicked, &session, &Session::cancel);
    connect(m_escape, &QShortcut::activated, &session, &Session::cancel);
    retranslate();
}

void BusyNotice::setBusy(bool is_busy)
{
    m_escape->setEnabled(is_busy && !m_is_quiet);
    m_bar->setRange(0, 0);
    if (is_busy)
        return m_delay.start();
    m_delay.stop();
    hide();
}

void BusyNotice::setDoing(const Message& what)
{
    m_doing = what;
    m_bar->setRange(0, 0);
    retranslate();
    if (isVisible())
        place();
}

void BusyNotice::setProgress(double done)
{
    m_bar->setRange(0, per_cent);
    m_bar->setValue(qRound(done * per_cent));
}

void BusyNotice::setQuiet(bool is_quiet)
{
    m_is_quiet = is_quiet;
    if (is_quiet)
        hide();
}

void BusyNotice::appearUnlessQuiet()
{
    if (!m_is_quiet)
        appear();
}

int BusyNotice::topFor(int) const
{
    return m_above.geometry().bottom() + 10;
}

void BusyNotice::retranslate()
{
    m_text->setText(
        m_doing.empty() ? tr("The model is at work …") : QStringLiteral("%1 …").arg(messageText(m_doing)));
    m_cancel->setText(tr("Cancel (Esc)"));
    m_bar->setAccessibleName(tr("Progress"));
}

void BusyNotice::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace glassformer
