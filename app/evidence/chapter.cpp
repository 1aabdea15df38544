#include "app/evidence/chapter.h"

#include "app/window/lines/message_text.h"
#include "widgets/look/scaled_font.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace glassformer {
namespace {

constexpr int whole = 1000; ///< of the progress

QLabel* smallLabel()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // tokens like <s> are no markup
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setFont(scaledFont(label->font(), 0.92));
    return label;
}

} // namespace

Chapter::Chapter(Inquiry& inquiry, const QString& id)
    : m_inquiry(inquiry)
    , m_title(new QToolButton)
    , m_page(new QWidget)
    , m_lead(smallLabel())
    , m_state(new QWidget)
    , m_progress(new QProgressBar)
    , m_button(new QPushButton)
    , m_trouble(smallLabel())
    , m_found(new QWidget)
    , m_body(new QVBoxLayout(m_found))
{
    setObjectName(id);
    m_title->setObjectName(id + QStringLiteral("Title"));
    m_trouble->setObjectName(id + QStringLiteral("Trouble"));
    m_button->setObjectName(id + QStringLiteral("Button"));
    m_title->setAutoRaise(true);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, whole);
    m_progress->setFixedHeight(6);
    auto* state = new QHBoxLayout(m_state);
    state->setContentsMargins(0, 0, 0, 0);
    state->addWidget(m_progress, 1);
    state->addWidget(m_button);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(6);
    auto* page = new QVBoxLayout(m_page);
    page->setContentsMargins(4, 0, 4, 8);
    page->setSpacing(6);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_lead, m_found, m_trouble, m_state})
        page->addWidget(widget);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_page);
    connect(m_title, &QToolButton::clicked, this,
        [this] { m_inquiry.isOpen() ? m_inquiry.close() : m_inquiry.open(); });
    connect(m_button, &QPushButton::clicked, this, &Chapter::press);
}

QLabel* Chapter::addRemark()
{
    QLabel* label = smallLabel();
    m_body->addWidget(label);
    return label;
}

void Chapter::offer(QComboBox& box, const std::vector<Choice>& choices, int chosen)
{
    bool is_same = box.count() == int(choices.size());
    for (int i = 0; is_same && i < box.count(); ++i)
        is_same = box.itemText(i) == choices[std::size_t(i)].text
            && box.itemData(i).toInt() == choices[std::size_t(i)].data;
    if (!is_same) {
        box.clear();
        for (const Choice& choice : choices)
            box.addItem(choice.text, choice.data);
    }
    if (const int index = std::max(0, box.findData(chosen)); index != box.currentIndex())
        box.setCurrentIndex(index);
}

void Chapter::press()
{
    m_inquiry.isBusy() ? m_inquiry.stop() : m_inquiry.start();
}

void Chapter::refresh(bool can_try)
{
    m_title->setText(title());
    m_title->setArrowType(m_inquiry.isOpen() ? Qt::DownArrow : Qt::RightArrow);
    m_page->setVisible(m_inquiry.isOpen());
    if (!m_inquiry.isOpen())
        return;
    m_lead->setText(lead());
    m_found->setVisible(can_try);
    if (can_try)
        showFound();
    refreshState(can_try);
}

void Chapter::refreshState(bool can_try)
{
    const bool is_busy = m_inquiry.isBusy();
    m_trouble->setText(!can_try
            ? tr("Nothing can be tried here: the run is a recorded one, or the model writes no words.")
            : sentenceText(m_inquiry.trouble()));
    m_trouble->setVisible(!m_trouble->text().isEmpty());
    const bool waits = !m_inquiry.isBegun() || m_inquiry.isStopped();
    m_state->setVisible(can_try && (is_busy || waits));
    m_progress->setVisible(is_busy || m_inquiry.isStopped());
    m_progress->setValue(int(m_inquiry.done() * whole));
    m_progress->setAccessibleName(messageText(m_inquiry.doing()));
    m_progress->setToolTip(messageText(m_inquiry.doing()));
    m_button->setText(is_busy       ? tr("Stop")
            : m_inquiry.isStopped() ? tr("From the beginning")
                                    : tr("Find out"));
}

} // namespace glassformer
