#pragma once

#include "widgets/paint/words/word_cut_painter.h"
#include "widgets/pictures/picture.h"

namespace glassformer {

/** How one word was cut: longest pieces first, by merging neighbours, or by the likeliest pieces. */
class WordCutLadder : public Picture
{
    Q_OBJECT

public:
    explicit WordCutLadder(QWidget* parent = nullptr);

    void setContent(WordCutContent content);
    const WordCutContent& content() const { return m_content; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

protected:
    void retranslate() override;

private:
    WordCutContent m_content;
};

} // namespace glassformer
