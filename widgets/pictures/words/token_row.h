#pragma once

#include "widgets/paint/words/token_painter.h"
#include "widgets/pictures/named_places.h"
#include "widgets/pictures/picture.h"

namespace glassformer {

/** Tokens as chips, in as many lines as they need. Click or Left/Right choose one. */
class TokenRow : public Picture, public NamedPlaces
{
    Q_OBJECT

public:
    explicit TokenRow(QWidget* parent = nullptr);

    /** Of a row longer than this only the part around the chosen chip is shown; 0: all are shown. */
    void setLongest(int chips) { m_longest = chips; }
    /** Where all chips have room in one line, they grow with it, up to so much; 1: they don't. */
    void setLargest(double factor) { m_largest = factor; }
    void setChips(std::vector<Chip> chips, std::optional<int> chosen);
    const std::vector<Chip>& chips() const { return m_chips; }
    std::optional<int> chosen() const { return m_chosen; }
    ChipsGeometry geometryNow() const;

    std::vector<QString> placeNames() const override { return m_names; }
    void goToPlace(int place) override { emit chipChosen(place); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

signals:
    void chipChosen(int index);

protected:
    int heightFor(int width) const override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    ChipsGeometry layoutIn(const QRectF& area, const FigureStyle& style) const;
    int barWidth() const;
    FigureStyle grown(const FigureStyle& style, double width) const;

    std::vector<QString> m_names; ///< of all chips, also of those that are not shown
    std::vector<Chip> m_chips; ///< those that are shown
    std::optional<int> m_chosen; ///< among them
    int m_longest = 0;
    double m_largest = 1;
    int m_settled_width = 0; ///< for which the letters were made as large as they are
    int m_first = 0; ///< place of the first that is shown in the whole row
};

} // namespace glassformer
