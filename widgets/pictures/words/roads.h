#pragma once

#include "widgets/paint/words/roads_painter.h"
#include "widgets/pictures/picture.h"

namespace glassformer {

/** Roads that writing could take, as a tree. Click or Enter chooses a word; arrow keys go along the roads. */
class Roads : public Picture
{
    Q_OBJECT

public:
    explicit Roads(QWidget* parent = nullptr);

    void setContent(RoadsContent content);
    const RoadsContent& content() const { return m_content; }
    RoadsGeometry geometryNow() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

signals:
    void wordChosen(int word);

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    /** The word that a key goes to from the present one; that one itself if there is none. */
    int neighbour(int word, int key) const;
    QString wordText(int word) const;

    RoadsContent m_content;
};

} // namespace glassformer
