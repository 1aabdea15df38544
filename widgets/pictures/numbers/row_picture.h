#pragma once

#include "widgets/pictures/picture.h"

#include <optional>

namespace glassformer {

/** Rows of equal height below each other, as high as they need. Click or Up/Down and Enter choose one. */
class RowPicture : public Picture
{
    Q_OBJECT

public:
    explicit RowPicture(QWidget* parent = nullptr);

    /** Where a row stands on the screen. */
    QRectF rowRect(int row) const { return rowIn(rect(), row, figureStyle()); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void rowChosen(int row);

protected:
    virtual int rows() const = 0;
    virtual double rowHeight(const FigureStyle& style) const = 0;
    /** Above the first row. */
    virtual double headHeight(const FigureStyle&) const { return 0; }
    /** What the pointer reads there. */
    virtual QString rowText(int row) const = 0;
    QRectF rowIn(const QRectF& area, int row, const FigureStyle& style) const;
    /** After other rows were set. */
    void rowsChanged();

    int heightFor(int width) const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::optional<int> rowAt(const QPointF& position) const;

    int m_current = 0;
};

} // namespace glassformer
