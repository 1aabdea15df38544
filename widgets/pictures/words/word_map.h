#pragma once

#include "widgets/paint/words/word_map_painter.h"
#include "widgets/pictures/named_places.h"
#include "widgets/pictures/picture.h"

#include <QPixmap>

#include <optional>

namespace glassformer {

/**
 * The words of a vocabulary in a plane. Click chooses one, arrow keys go to the next one in their direction; Ctrl and
 * wheel, + and −, or a pinch come closer, dragging moves, 0 or a double click shows all.
 */
class WordMap : public Picture, public NamedPlaces
{
    Q_OBJECT

public:
    explicit WordMap(QWidget* parent = nullptr);

    /** Keeps the part that is in sight if the words are where they were. */
    void setContent(WordMapContent content);
    const WordMapContent& content() const { return m_content; }
    WordMapGeometry geometryNow() const;
    void showAll();
    bool isEnlarged() const { return m_seen.has_value(); }

    std::vector<QString> placeNames() const override;
    void goToPlace(int place) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

signals:
    void wordChosen(int word);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void restyle() override;
    void retranslate() override;

private:
    QRectF seen() const { return m_seen.value_or(m_extent); }
    void enlarge(double factor, const QPointF& around);
    /** The word that lies next in a direction (y downwards). */
    std::optional<int> nextWord(const QPointF& direction) const;
    /** What the pointer reads over a word. */
    QString wordText(int word) const;
    void bringIntoSight(int word);
    void repaintAll();
    void describe();

    WordMapContent m_content;
    QRectF m_extent{-1, -1, 2, 2};
    std::optional<QRectF> m_seen; ///< none: all
    QPixmap m_painted;
    std::optional<QPointF> m_pressed;
    QRectF m_seen_pressed;
    bool m_is_dragged = false;
};

} // namespace glassformer
