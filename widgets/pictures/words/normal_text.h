#pragma once

#include "widgets/paint/words/normal_text_painter.h"
#include "widgets/pictures/picture.h"

namespace glassformer {

/** What was typed, above what the tokenizer made of it before it cut it; what changed is marked. */
class NormalText : public Picture
{
    Q_OBJECT

public:
    explicit NormalText(QWidget* parent = nullptr);

    void setContent(const NormalTextContent& content);
    /** As it is drawn: by words, with spaces that changed made visible. */
    const NormalTextContent& content() const { return m_content; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

protected:
    int heightFor(int width) const override;

private:
    NormalTextContent m_content;
};

} // namespace glassformer
