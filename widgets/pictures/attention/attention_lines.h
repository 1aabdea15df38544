#pragma once

#include "widgets/paint/attention/attention_lines_painter.h"
#include "widgets/pictures/picture.h"

#include <optional>

namespace glassformer {

/**
 * Words left that ask, words right that answer, and a curve as thick as each weight. Hovering previews a word; Ctrl and a
 * click sum several.
 */
class AttentionLines : public Picture
{
    Q_OBJECT

public:
    explicit AttentionLines(QWidget* parent = nullptr);

    void setContent(AttentionLinesContent content);
    const AttentionLinesContent& content() const { return m_content; }
    AttentionLinesGeometry geometryNow() const;

    /** Hides what is not told yet. */
    void setCover(const Cover& cover) override;
    /** The row that the pointer is on, here or in another picture of the same map. */
    void setHovered(std::optional<int> query);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

    /** What the pointer reads over a word, as over a row, a column or a cell of a map. */
    QString queryText(int query) const;
    QString keyText(int key) const;

signals:
    void queryChosen(int query);
    void keyChosen(int key);
    /** The row is to be summed with those that are chosen, or no more. */
    void queryAdded(int query);
    void queryHovered(std::optional<int> query);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    AttentionLinesContent m_content;
    std::optional<int> m_hovered;
    Cover m_cover;
};

} // namespace glassformer
