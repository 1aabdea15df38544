#pragma once

#include "widgets/pictures/picture.h"

#include <QString>

namespace glassformer {

/** Text inside a picture, in the notation of formula_painter.h: part of the figure when that is exported. */
class Caption : public Picture
{
    Q_OBJECT

public:
    enum class Kind
    {
        Heading,
        Body,
        Remark,
        Large
    };

    explicit Caption(Kind kind, QWidget* parent = nullptr);

    void setText(const QString& text);
    const QString& text() const { return m_text; }
    void setAlignment(Qt::Alignment alignment);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

protected:
    int heightFor(int width) const override;

private:
    double factor() const;
    QString shownText() const;

    Kind m_kind;
    QString m_text;
    Qt::Alignment m_alignment = Qt::AlignLeft;
};

} // namespace glassformer
