#pragma once

#include "widgets/paint/attention/head_grid_painter.h"
#include "widgets/pictures/picture.h"

#include <QPixmap>

#include <optional>
#include <vector>

class QScrollBar;

namespace glassformer {

/**
 * All heads of all layers as small heatmaps, rows are layers, columns are heads; or sorted by what they do, the largest
 * first. Click or arrow keys open one. More than its share of a page holds are scrolled, by whole rows and columns. Ctrl
 * and wheel, + and −, or a pinch enlarge them where they are; 0 or a double click shows all again.
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
    /** Heads that are shown and switched together; layers x heads. */
    void setMarked(std::vector<bool> is_marked);
    /** Which head stands where, row by row, as indices into layers x heads; empty: rows are layers. */
    void setOrder(std::vector<int> order);
    /** \param is_shown  whether that head is what the large map shows; else nothing is marked, and keys go on from here */
    void setChosen(int layer, int head, bool is_shown = true);
    /** Hides the thumbnails that are not told yet. */
    void setCover(const Cover& cover) override;
    /** What the pointer reads over a head. */
    QString headText(int layer, int head) const;

    /** Where the head's thumbnail lies now; empty if it is out of sight. */
    QRectF rectOf(int layer, int head) const;
    bool isEnlarged() const { return m_zoom > 1; }
    void showAll();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

signals:
    void headChosen(int layer, int head);
    /** A head is to be marked, or not any more. */
    void headMarked(int layer, int head);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void restyle() override;
    void retranslate() override;

private:
    HeadGridGeometry geometryIn(const QRectF& area, const FigureStyle& style) const;
    HeadGridGeometry geometryNow() const { return geometryIn(inner(), figureStyle()); }
    /** The room beside the scroll bars. */
    QRectF inner() const;
    void placeBars();
    void bringChosenIntoSight();
    /** What is under `around` stays in sight. */
    void enlarge(double factor, const QPointF& around);
    void repaintAll();
    std::optional<QPoint> headAt(const QPointF& position) const; ///< x = head, y = layer
    void describe();

    HeadGridContent m_content;
    QPixmap m_painted; ///< all thumbnails as they are on the screen
    std::vector<QString> m_tint_texts;
    QScrollBar* m_row_bar = nullptr;
    QScrollBar* m_column_bar = nullptr;
    double m_zoom = 1;
};

} // namespace glassformer
