#pragma once

#include "widgets/paint/heatmap_content.h"
#include "widgets/picture.h"

#include <vector>

namespace glassformer {

/** All heads of all layers as small heatmaps, rows are layers, columns are heads. Click or arrow keys open one. */
class HeadGallery : public Picture
{
    Q_OBJECT

public:
    explicit HeadGallery(QWidget* parent = nullptr);

    /** `weights` holds layers x heads matrices; heads that are switched off are shown crossed out. */
    void setHeads(int layers, int heads, std::vector<HeatmapContent> weights, std::vector<bool> is_off);
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
    void describe();

    int m_layers = 0;
    int m_heads = 0;
    std::vector<HeatmapContent> m_weights;
    std::vector<bool> m_is_off;
    int m_layer = 0;
    int m_head = 0;
};

} // namespace glassformer
