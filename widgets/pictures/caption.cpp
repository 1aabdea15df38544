#include "widgets/pictures/caption.h"

#include "widgets/paint/formula_painter.h"

#include <QPainter>
#include <QTextDocumentFragment>

#include <cmath>

namespace glassformer {

Caption::Caption(Kind kind, QWidget* parent)
    : Picture(parent)
    , m_kind(kind)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

double Caption::factor() const
{
    switch (m_kind) {
    case Kind::Heading:
        return 1.0;
    case Kind::Body:
        return 1.0;
    case Kind::Remark:
        return 0.86;
    case Kind::Large: // a page is there to be read, not to be seen from the last row
        return m_text.size() < 240 ? 1.9 : 1.15;
    }
    return 1.0;
}

QString Caption::shownText() const
{
    if (m_kind == Kind::Heading)
        return QStringLiteral("*%1*").arg(m_text);
    return m_kind == Kind::Remark ? QStringLiteral("{f:%1}").arg(m_text) : m_text;
}

void Caption::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(QTextDocumentFragment::fromHtml(formulaHtml(text, figureStyle())).toPlainText());
    fitHeight();
    updateGeometry();
    update();
}

void Caption::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

int Caption::heightFor(int width) const
{
    return m_text.isEmpty() ? 0
                            : int(std::ceil(formulaHeight(shownText(), width, figureStyle(), factor()))) + 1;
}

QSize Caption::sizeHint() const
{
    const int width =
        int(std::min(formulaWidth(shownText(), figureStyle(), factor()) + 2, figureStyle().em() * 40));
    return {width, heightFor(width)};
}

QSize Caption::minimumSizeHint() const
{
    const int width = int(figureStyle().em() * 6);
    return {width, int(figureStyle().em())};
}

void Caption::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    if (!m_text.isEmpty())
        paintFormula(painter, area, shownText(), style, factor(), m_alignment);
}

} // namespace glassformer
