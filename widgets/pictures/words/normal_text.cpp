#include "widgets/pictures/words/normal_text.h"

#include <QStringList>

#include <cmath>

namespace glassformer {

NormalText::NormalText(QWidget* parent)
    : Picture(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NormalText::setContent(const NormalTextContent& content)
{
    m_content = readyForLines(content);
    QStringList changes;
    for (const NormalTextPart& part : m_content.parts)
        if (part.is_changed)
            changes << tr("“%1” becomes “%2”").arg(part.typed, part.cut);
    setAccessibleDescription(changes.join(QStringLiteral("; ")));
    fitHeight();
    updateGeometry();
    update();
}

int NormalText::heightFor(int width) const
{
    return int(std::ceil(layoutNormalText(QRectF(0, 0, width, 0), m_content, figureStyle()).height));
}

QSize NormalText::sizeHint() const
{
    const int width = int(figureStyle().em() * 40);
    return {width, heightFor(width)};
}

QSize NormalText::minimumSizeHint() const
{
    return {int(figureStyle().em() * 12), int(figureStyle().em() * 3)};
}

void NormalText::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    paintNormalText(painter, area, layoutNormalText(area, m_content, style), m_content, style);
}

} // namespace glassformer
