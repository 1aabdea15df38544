#include "app/experiments/one_line.h"

#include "widgets/look/line_text.h"
#include "widgets/look/scaled_font.h"

#include <algorithm>

namespace glassformer {

OneLine::OneLine(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OneLine::setWhole(const QString& text)
{
    m_whole = text.simplified();
    setAccessibleName(m_whole);
    updateGeometry();
    cut();
}

QSize OneLine::sizeHint() const
{
    // A little more than the text: a width in whole pixels must not cut its last letter.
    const int spare = letterWidth(*this) / 2 + 1;
    return {fontMetrics().horizontalAdvance(m_whole) + spare, fontMetrics().height() + 2};
}

QSize OneLine::minimumSizeHint() const
{
    const int least = letterWidth(*this) * 8;
    return {std::min(least, sizeHint().width()), fontMetrics().height() + 2};
}

void OneLine::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    cut();
}

void OneLine::cut()
{
    const QString shown = fontMetrics().elidedText(m_whole, Qt::ElideMiddle, width());
    setText(shown);
    setToolTip(shown == m_whole ? QString() : tipText(m_whole));
}

} // namespace glassformer
