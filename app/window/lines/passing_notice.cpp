#include "app/window/lines/passing_notice.h"

#include "app/presentation/presentation.h"
#include "app/window/user_action.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>

#include <algorithm>
#include <chrono>

namespace glassformer {
namespace {

constexpr std::chrono::seconds long_enough{5};
constexpr int gap = 12; ///< pixels below it

} // namespace

PassingNotice::PassingNotice(QWidget& ground, QWidget& below)
    : FloatingNotice(ground)
    , m_below(below)
    , m_text(new QLabel)
{
    setObjectName(QStringLiteral("passingNotice"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_text->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 7, 14, 7);
    row->addWidget(m_text);
    m_time.setSingleShot(true);
    m_time.setInterval(long_enough);
    connect(&m_time, &QTimer::timeout, this, &QWidget::hide);
}

void PassingNotice::tell(const QString& text)
{
    m_text->setText(text);
    appear();
    m_time.start();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString PassingNotice::text() const
{
    return m_text->text();
}

int PassingNotice::topFor(int height) const
{
    const int bottom =
        m_below.isVisible() ? m_below.mapTo(parentWidget(), QPoint()).y() : parentWidget()->height();
    return std::max(0, bottom - height - gap);
}

void tellInPassing(const WindowParts& parts, const QString& text)
{
    if (!parts.presentation.isOn())
        parts.passing.tell(text);
}

} // namespace glassformer
