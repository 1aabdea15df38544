#pragma once

#include "widgets/paint/attention/heatmap_content.h"
#include "widgets/paint/attention/heatmap_geometry.h"
#include "widgets/pictures/named_places.h"
#include "widgets/pictures/picture.h"

#include <QPixmap>

#include <optional>
#include <span>
#include <vector>

namespace glassformer {

/**
 * A matrix as coloured cells with labels on both axes and a colour bar: weights, scores, vectors of all tokens.
 *
 * Click or arrow keys choose a cell; the widget only tells what was chosen and is told what to show. Ctrl and a click,
 * on the name of a row too, or Shift and Up or Down, want a row summed with those that are chosen. Ctrl and the wheel or two fingers enlarge a part, and so does the wheel alone where cells are too small for all labels; an
 * enlarged map is dragged; a double click or Ctrl+0 shows all again.
 */
class Heatmap : public Picture, public NamedPlaces
{
    Q_OBJECT

public:
    explicit Heatmap(QWidget* parent = nullptr);

    void setContent(HeatmapContent content);
    const HeatmapContent& content() const { return m_content; }
    /** Whether the scale of all maps of the page is used, where the content has one. */
    void setSharesScale(bool shares);
    /** Whether rows can be added to the chosen one, as those of a map of attention can; else nothing asks for it. */
    void setSumsRows(bool sums) { m_sums_rows = sums; }
    /** The row that the pointer is on, here or in another picture of the same map. */
    void setHovered(std::optional<int> row);
    /** Hides a part until it is told. */
    void setCover(const Cover& cover) override;

    /** What the pointer reads over a cell: row, column, and the number. */
    virtual QString cellText(int row, int column) const;

    /** Where everything lies now: for tests and for pictures that point into this one. */
    HeatmapGeometry geometryNow() const;
    bool isEnlarged() const;
    void enlarge(double factor, const QPointF& centre);
    void showAll();
    /** Moves an enlarged map so that the cell is in it. */
    void showCell(int row, int column);

    /** Rows, then columns that are other tokens than the rows. */
    std::vector<QString> placeNames() const override;
    void goToPlace(int place) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;
    /** The chosen cell is where the keyboard is: a menu opens there. */
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

signals:
    void cellChosen(int row, int column);
    /** The row is to be summed with those that are chosen, or no more. */
    void rowAdded(int row);
    void rowHovered(std::optional<int> row);
    /** The user wants one scale for all maps of the page, or one for each. */
    void scaleChosen(bool is_shared);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void restyle() override;
    void retranslate() override;

private:
    void layOut();
    void repaintAll();
    bool chooseOther(const HeatmapContent& content);
    void bringUpToDate();
    void moveTo(QPointF corner);
    void paintFocus(QPainter& painter) const;
    /** The row beside those that are summed, above or below them. */
    void addNeighbour(int direction);
    QString rowText(int row) const;
    QString columnText(int column) const;
    QString tipAt(const QPointF& position) const;
    QString thinningText(int stride) const;
    bool hasThinnedLabels() const;
    void describe();

    HeatmapContent m_content;
    HeatmapGeometry m_geometry; ///< of all cells; thousands of labels are measured for it
    bool m_shares_scale = false;
    Cover m_cover;
    std::optional<int> m_hovered;
    bool m_sums_rows = false;
    QRectF m_seen; ///< the part that is shown, in cells; null: all
    std::optional<QPointF> m_pressed; ///< where a press began that may become a drag
    QPointF m_corner_pressed; ///< of m_seen at that time
    bool m_is_dragged = false;
    QPixmap m_painted; ///< as it is on the screen: only what changed is painted again
    std::vector<int> m_stale_rows; ///< of that, where another cell has been chosen since
};

/** What is chosen for the scale of one of these maps is chosen for all: only then can they be compared. */
void tieScales(std::span<Heatmap* const> maps);

} // namespace glassformer
