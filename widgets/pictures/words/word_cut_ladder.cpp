#include "widgets/pictures/words/word_cut_ladder.h"

#include <cmath>

namespace glassformer {

WordCutLadder::WordCutLadder(QWidget* parent)
    : Picture(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    retranslate();
}

void WordCutLadder::setContent(WordCutContent content)
{
    m_content = std::move(content);
    QStringList lines;
    for (const WordCutLine& line : m_content.lines) {
        QStringList parts(line.pieces.begin(), line.pieces.end());
        parts << line.number << line.remark;
        parts.removeAll(QString());
        lines << parts.join(QStringLiteral("  "));
    }
    setAccessibleDescription(lines.join(u'\n'));
    updateGeometry();
    update();
}

QSize WordCutLadder::sizeHint() const
{
    const FigureStyle style = figureStyle();
    return {int(style.em() * 34), int(std::ceil(wordCutHeight(m_content, style)))};
}

QSize WordCutLadder::minimumSizeHint() const
{
    return {int(figureStyle().em() * 12), sizeHint().height()};
}

void WordCutLadder::paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const
{
    paintWordCut(painter, area, m_content, style);
}

void WordCutLadder::retranslate()
{
    setAccessibleName(tr("How the word was cut"));
    update();
}

} // namespace glassformer
