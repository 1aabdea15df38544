#include "widgets/explanation/telling_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace glassformer {

TellingBar::TellingBar(QWidget* parent)
    : QWidget(parent)
    , m_play(new QPushButton)
    , m_back(new QToolButton)
    , m_on(new QToolButton)
    , m_end(new QToolButton)
    , m_place(new QLabel)
{
    m_play->setObjectName(QStringLiteral("showMe"));
    m_back->setObjectName(QStringLiteral("tellBack"));
    m_on->setObjectName(QStringLiteral("tellOn"));
    m_end->setObjectName(QStringLiteral("tellEnd"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 6);
    row->setSpacing(4);
    m_back->setArrowType(Qt::LeftArrow);
    m_on->setArrowType(Qt::RightArrow);
    m_end->setText(QStringLiteral("×"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_play, m_back, m_on, m_place, m_end})
        row->addWidget(widget);
    row->addStretch(1);
    for (QToolButton* button : {m_back, m_on, m_end})
        button->setAutoRaise(true);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    connect(m_play, &QPushButton::clicked, this, &TellingBar::playWanted);
    connect(m_back, &QToolButton::clicked, this, [this] { emit moveWanted(-1); });
    connect(m_on, &QToolButton::clicked, this, [this] { emit moveWanted(1); });
    connect(m_end, &QToolButton::clicked, this, &TellingBar::endWanted);
    setIdle();
}

void TellingBar::setIdle()
{
    m_is_telling = m_is_playing = false;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_back, m_on, m_place, m_end})
        widget->hide();
    retranslate();
}

void TellingBar::setTelling(int stage, int stages, bool is_playing)
{
    m_is_telling = true;
    m_is_playing = is_playing;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_back, m_on, m_place, m_end})
        widget->show();
    m_back->setEnabled(stage > 0);
    m_on->setEnabled(stage + 1 < stages);
    m_place->setText(QStringLiteral("%1 / %2").arg(stage + 1).arg(stages));
    retranslate();
}

void TellingBar::retranslate()
{
    m_play->setText(!m_is_telling ? tr("▶ Show me") : m_is_playing ? tr("Stop") : tr("▶ Go on"));
    m_play->setToolTip(tr("How this number is made, term by term, and then all others (space)"));
    m_back->setToolTip(tr("One moment back (Ctrl+,)"));
    m_on->setToolTip(tr("One moment on (Ctrl+.)"));
    m_end->setToolTip(tr("Show everything at once (Shift+Space)"));
    for (QToolButton* button : {m_back, m_on, m_end})
        button->setAccessibleName(button->toolTip());
}

void TellingBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace glassformer
