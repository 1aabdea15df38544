#include "widgets/card.h"

#include "widgets/caption.h"

#include <QPainter>

namespace glassformer {

Card::Card(QWidget* parent)
    : Picture(parent)
    , m_body(new QVBoxLayout(this))
    , m_heading(new Caption(Caption::Kind::Heading, this))
    , m_remark(new Caption(Caption::Kind::Remark, this))
{
    m_body->setContentsMargins(14, 12, 14, 12);
    m_body->setSpacing(6);
    m_body->addWidget(m_heading);
    m_body->addWidget(m_remark);
    m_heading->hide();
    m_remark->hide();
}

void Card::setHeading(const QString& text)
{
    m_heading->setText(text);
    m_heading->setVisible(!text.isEmpty());
}

void Card::setRemark(const QString& text)
{
    m_remark->setText(text);
    m_remark->setVisible(!text.isEmpty());
}

const QString& Card::remark() const
{
    return m_remark->text();
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
    FigureStyle style;
    style.font = font();
    const bool is_narrow = width() < m_narrowest * style.em();
    m_layout->setDirection(is_narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

} // namespace glassformer
