#include "widgets/pictures/card.h"

#include "widgets/pictures/caption.h"

#include <QEvent>
#include <QFontInfo>
#include <QPainter>

#include <algorithm>

namespace glassformer {
namespace {

/** The size of letters: lines of Chinese stand farther apart, but a map needs no more room for that. */
double letterSize(const QWidget& widget)
{
    return QFontInfo(widget.font()).pixelSize();
}

} // namespace

Card::Card(QWidget* parent)
    : Picture(parent)
    , m_body(new QVBoxLayout(this))
    , m_heading(new Caption(Caption::Kind::Heading, this))
    , m_remark(new Caption(Caption::Kind::Remark, this))
    , m_remark_line(new QHBoxLayout)
    , m_below_head(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed))
{
    m_body->setSpacing(6);
    m_body->addWidget(m_heading);
    m_body->addLayout(m_remark_line);
    m_remark_line->setSpacing(8);
    m_remark_line->addWidget(m_remark, 1);
    m_body->addItem(m_below_head);
    setBare(false);
}

void Card::setHeading(const QString& text)
{
    m_heading->setText(text);
    showHead();
}

void Card::setRemark(const QString& text)
{
    m_remark->setText(text);
    showHead();
}

void Card::setBare(bool is_bare)
{
    m_is_bare = is_bare;
    const int margin = is_bare ? 5 : 12;
    m_body->setContentsMargins(14, margin, 14, margin);
    showHead();
}

void Card::showHead()
{
    m_heading->setVisible(!m_heading->text().isEmpty() && !(m_is_bare && m_is_titled_by_page));
    m_remark->setVisible(!m_remark->text().isEmpty() && !m_is_bare);
}

void Card::addBesideRemark(QWidget* control)
{
    m_remark_line->addWidget(control, 0, Qt::AlignTop | Qt::AlignRight);
}

const QString& Card::remark() const
{
    return m_remark->text();
}

int Card::headHeight() const
{
    int height = 0;
    for (const Caption* caption : {m_heading, m_remark})
        if (!caption->isHidden())
            height += caption->height() + m_body->spacing();
    return height;
}

void Card::setHeadHeight(int height)
{
    const int missing = std::max(0, height - headHeight());
    if (missing == m_below_head->sizeHint().height())
        return;
    m_below_head->changeSize(0, missing, QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_body->invalidate();
}

void Card::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.palette.border, 1));
    painter.setBrush(style.palette.card);
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    painter.restore();
}

CardRow::CardRow(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
}

void CardRow::add(QWidget* card, int stretch)
{
    m_layout->addWidget(card, stretch);
}

void CardRow::resizeEvent(QResizeEvent* event)
{
    int smallest = -m_layout->spacing();
    for (const Card* card : cards())
        smallest += std::max(card->minimumWidth(), card->minimumSizeHint().width()) + m_layout->spacing();
    const bool is_narrow = width() < m_narrowest * letterSize(*this) || width() < smallest;
    m_layout->setDirection(is_narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

std::vector<Card*> CardRow::cards() const
{
    std::vector<Card*> result;
    for (int i = 0; i < m_layout->count(); ++i)
        if (auto* card = qobject_cast<Card*>(m_layout->itemAt(i)->widget()); card && !card->isHidden())
            result.push_back(card);
    return result;
}

QSize CardRow::sizeHint() const
{
    const QSize natural = QWidget::sizeHint();
    return m_least_height > 0 ? QSize(natural.width(), minimumSizeHint().height()) : natural;
}

QSize CardRow::minimumSizeHint() const
{
    int widest = 0;
    for (const Card* card : cards())
        widest = std::max(widest, card->minimumSizeHint().width());
    return {widest, std::max(m_least_height, m_layout->totalMinimumSize().height())};
}

void CardRow::setLeastHeight(int height)
{
    if (height == m_least_height)
        return;
    m_least_height = height;
    updateGeometry();
}

bool CardRow::event(QEvent* event)
{
    const bool result = QWidget::event(event);
    if (m_is_aligned && event->type() == QEvent::LayoutRequest)
        alignHeads();
    return result;
}

void CardRow::alignHeads()
{
    int highest = 0;
    if (m_layout->direction() == QBoxLayout::LeftToRight)
        for (const Card* card : cards())
            highest = std::max(highest, card->headHeight());
    for (Card* card : cards())
        card->setHeadHeight(highest);
}

} // namespace glassformer
