#pragma once

#include "widgets/paint/thumbnail_atlas.h"
#include "widgets/pictures/picture.h"

#include <optional>
#include <vector>

namespace glassformer {

/** All heads of all layers as small heatmaps, rows are layers, columns are heads. Click or arrow keys open one. */
class HeadGallery : public Picture
{
    Q_OBJECT

public:
    explicit HeadGallery(QWidget* parent = nullptr);

    /** Heads that are switched off are crossed out. */
    void setHeads(int layers, int heads, ThumbnailAtlas weights);
    void setHeadsOff(std::vector<bool> is_off); ///< layers x heads
    void setChosen(int layer, int head);
    QRectF thumbnailRect(int layer, int head) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

signals:
    void headChosen(int layer, int head);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void restyle() override;
    void retranslate() override;

private:
    struct Grid
    {
        QRectF area;
        double label_width = 0;
        double heading_height = 0;
        double pitch_x = 0;
        double pitch_y = 0;

        QRectF rect(int layer, int head) const;
    };

    Grid gridIn(const QRectF& area, const FigureStyle& style) const;
    QSizeF idealPitch(const FigureStyle& style) const;
    std::optional<QPoint> headAt(const QPointF& position) const; ///< x = head, y = layer
    void paintThumbnails(QPainter& painter, const Grid& grid, const FigureStyle& style) const;
    void paintHeadNames(QPainter& painter, const Grid& grid, const FigureStyle& style) const;
    void paintLayerNames(QPainter& painter, const Grid& grid, const FigureStyle& style) const;
    void paintMarks(QPainter& painter, const Grid& grid, const FigureStyle& style) const;
    void describe();

    int m_layers = 0;
    int m_heads = 0;
    ThumbnailAtlas m_weights;
    QImage m_painted; ///< all thumbnails as they are on the screen
    std::vector<bool> m_is_off;
    int m_layer = 0;
    int m_head = 0;
};

} // namespace glassformer
