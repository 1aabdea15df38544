#pragma once

#include "core/text/encoding.h"
#include "widgets/picture.h"

#include <string>

namespace glassformer {

/** How one word was cut: what was still to be cut, what was tried and not found, what was taken. */
class WordCutLadder : public Picture
{
    Q_OBJECT

public:
    explicit WordCutLadder(QWidget* parent = nullptr);

    void setCut(const std::string& text, WordCut cut);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

protected:
    void retranslate() override;

private:
    QString textOf(const TextSpan& span) const;

    std::string m_text;
    WordCut m_cut;
};

} // namespace glassformer
