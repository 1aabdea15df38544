#pragma once

#include "widgets/paint/attention/thumbnail_atlas.h"
#include "widgets/pictures/picture.h"

#include <QPixmap>

#include <optional>
#include <vector>

class QScrollBar;

namespace glassformer {

/**
 * All heads of all layers as small heatmaps, rows are layers, columns are heads. Click or arrow keys open one. More than
 * its share of a page holds are scrolled, by whole layers and heads.
 */
class HeadGallery : public Picture
{
    Q_OBJECT

public:
    explicit HeadGallery(QWidget* parent = nullptr);

    void setHeads(int layers, int heads, ThumbnailAtlas weights);
    /** Heads that are switched off are crossed out; layers x heads. */
    void setHeadsOff(std::vector<bool> is_off);
    /** Heads that training took out are veiled and struck; layers x heads. */
    void setHeadsRemoved(std::vector<bool> is_removed);
    /**
     * How much each head does of something: heads that do little fade, and a bar says how much; layers x heads.
     * \param shares  0 .. 1, or -1 .. 1; nothing where there is no number. Empty: heads are not told apart
     * \param texts  the same for people, as the pointer reads it
     * \param is_signed  whether bars have the colours of negative and positive
     */
    void setTint(
        std::vector<std::optional<double>> shares, std::vector<QString> texts, bool is_signed = false);
    void setChosen(int layer, int head);
    /** What the pointer reads over a head. */
    QString headText(int layer, int head) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

signals:
    void headChosen(int layer, int head);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void restyle() override;
    void retranslate() override;

private:
    /** The heads in sight: so many from the first layer and head on. */
    struct Grid
    {
        QRectF area;
        double label_width = 0;
        double heading_height = 0;
        double pitch_x = 0;
        double pitch_y = 0;
        int first_layer = 0;
        int first_head = 0;
        int shown_layers = 0;
        int shown_heads = 0;

        QRectF rect(int layer, int head) const;
        bool shows(int layer, int head) const;
    };

    Grid gridIn(const QRectF& area, const FigureStyle& style) const;
    QSizeF idealPitch(const FigureStyle& style) const;
    /** The room beside the scroll bars. */
    QRectF inner() const;
    void placeBars();
    void bringChosenIntoSight();
    void repaintAll();
    std::optional<QPoint> headAt(const QPointF& position) const; ///< x = head, y = layer
    bool isMarked(const std::vector<bool>& marks, int layer, int head) const;
    void paintThumbnails(QPainter& painter, const Grid& grid, const FigureStyle& style) const;
    void paintHeadNames(QPainter& painter, const Grid& grid, const FigureStyle& style) const;
    void paintLayerNames(QPainter& painter, const Grid& grid, const FigureStyle& style) const;
    void paintMarks(QPainter& painter, const Grid& grid, const FigureStyle& style) const;
    void paintTint(QPainter& painter, const QRectF& rect, double share, const FigureStyle& style) const;
    std::size_t indexOf(int layer, int head) const;
    void describe();

    int m_layers = 0;
    int m_heads = 0;
    ThumbnailAtlas m_weights;
    QPixmap m_painted; ///< all thumbnails as they are on the screen
    std::vector<bool> m_is_off;
    std::vector<bool> m_is_removed;
    std::vector<std::optional<double>> m_tint;
    std::vector<QString> m_tint_texts;
    bool m_is_signed = false;
    QScrollBar* m_layer_bar = nullptr;
    QScrollBar* m_head_bar = nullptr;
    int m_layer = 0;
    int m_head = 0;
};

} // namespace glassformer
