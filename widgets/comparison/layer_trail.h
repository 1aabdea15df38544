#pragma once

#include "widgets/pictures/picture.h"

#include <QString>

#include <optional>
#include <vector>

namespace glassformer {

/** How far the vectors of one token are apart in two runs, from what enters a stack to what its last layer passes on. */
struct LayerTrail
{
    std::vector<std::optional<double>>
        distances{}; ///< of the input, then of each layer, in mean lengths of the two
    std::optional<int> first{}; ///< where they first differ
    std::optional<int> chosen{}; ///< where one looks

    bool isEmpty() const { return distances.empty(); }
};

/** "“it” first differs after layer 1 (by 12 % of its length), most after layer 3 (64 %)." */
QString trailSentence(const LayerTrail& trail, const QString& token);

/** A bar for the input and one for each layer. Click or Left/Right choose one. */
class LayerTrailPicture : public Picture
{
    Q_OBJECT

public:
    explicit LayerTrailPicture(QWidget* parent = nullptr);

    void setTrail(LayerTrail trail);
    const LayerTrail& trail() const { return m_trail; }
    /** The bar, its number below it, and all that lies above: what a click on it hits. */
    QRectF columnRect(int stage) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

signals:
    /** 0: what enters the stack; then the layers. */
    void stageChosen(int stage);

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void retranslate() override;

private:
    std::optional<int> stageAt(const QPointF& position) const;
    QRectF columnIn(const QRectF& area, int stage) const;

    LayerTrail m_trail;
};

} // namespace glassformer
