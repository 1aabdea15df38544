#pragma once

#include "widgets/pictures/picture.h"

#include <optional>
#include <vector>

namespace glassformer {

/** A word, how sure, and whether it is the one that counts. */
struct WordCell
{
    QString word;
    double probability = 0;
    bool is_right = false; ///< the word that was written in the end
    QString tip{}; ///< what the pointer reads
};

struct WordGridContent
{
    std::vector<QString> rows; ///< places
    std::vector<QString> columns; ///< layers
    std::vector<std::vector<WordCell>> cells; ///< [columns that are known][rows]
    std::optional<int> row{}, column{}; ///< where the user stands
};

/** A word in every cell, shaded by its probability. Click or arrow keys and Enter choose a cell. */
class WordGrid : public Picture
{
    Q_OBJECT

public:
    explicit WordGrid(QWidget* parent = nullptr);

    void setContent(WordGridContent content);
    const WordGridContent& content() const { return m_content; }
    QRectF cellRect(int row, int column) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

signals:
    void cellChosen(int row, int column);

protected:
    int heightFor(int width) const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Grid
    {
        QRectF area;
        double names = 0, head = 0, wide = 0, high = 0;

        QRectF cell(int row, int column) const
        {
            return {area.left() + names + column * wide, area.top() + head + row * high, wide, high};
        }
    };
    Grid gridIn(const QRectF& area, const FigureStyle& style) const;
    std::optional<QPoint> cellAt(const QPointF& position) const; ///< x = column, y = row
    void paintCell(
        QPainter& painter, const QRectF& rect, const WordCell& cell, const FigureStyle& style) const;

    WordGridContent m_content;
    QPoint m_current;
};

} // namespace glassformer
