#pragma once

#include "widgets/paint/attention/attention_sentence_painter.h"
#include "widgets/pictures/picture.h"

#include <optional>

namespace glassformer {

/**
 * Attention over running text, shaded or with arcs. Point at a word to see its weights, click to keep it; left and right
 * go to the next word. Between two texts a click on a word that is looked at chooses it.
 */
class AttentionSentence : public Picture
{
    Q_OBJECT

public:
    explicit AttentionSentence(QWidget* parent = nullptr);

    void setContent(AttentionSentenceContent content);
    const AttentionSentenceContent& content() const { return m_content; }
    AttentionSentenceGeometry geometryNow() const;

    /** Hides what is not told yet. */
    void setCover(const Cover& cover) override;
    /** The row that the pointer is on, here or in another picture of the same map. */
    void setHovered(std::optional<int> query);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

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
    void resizeEvent(QResizeEvent* event) override;
    void retranslate() override;

private:
    std::optional<int> queryUnder(const QPointF& position) const;
    AttentionSentenceContent toldContent() const;
    void describe();

    AttentionSentenceContent m_content;
    std::optional<int> m_hovered;
    Cover m_cover;
};

} // namespace glassformer
