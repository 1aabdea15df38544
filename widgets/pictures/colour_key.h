#pragma once

#include "widgets/pictures/picture.h"

namespace glassformer {

/** Which number a colour stands for: a bar from one end to the other, and the name of the quantity. */
class ColourKey : public Picture
{
    Q_OBJECT

public:
    explicit ColourKey(QWidget* parent = nullptr);

    /** \param limit  of the signed scale: -limit .. limit */
    void setScale(double limit, const QString& quantity);
    const QString& quantity() const { return m_quantity; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

private:
    double m_limit = 1;
    QString m_quantity;
};

} // namespace glassformer
