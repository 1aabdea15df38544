#pragma once

#include "widgets/pictures/picture.h"

namespace glassformer {

/** Lies over a picture until somebody wants to see it: a question mark in its place, in exported pictures too. */
class Curtain : public Picture
{
    Q_OBJECT

public:
    explicit Curtain(QWidget& covered);

    /** What is said below the question mark: how it is drawn away. */
    void setHint(const QString& hint);

    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

signals:
    void drawn(); ///< a press on it: it is to go

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QString m_hint;
};

} // namespace glassformer
