#pragma once

#include "widgets/pictures/numbers/row_picture.h"

#include <optional>
#include <vector>

namespace glassformer {

/** A word with two measures of how much it matters. */
struct WordBar
{
    QString word;
    std::optional<double> left{}; ///< 0 .. 1 of the largest; nothing: not known
    std::optional<double> right{}; ///< -1 .. 1 of the largest; nothing: not known
    QString left_text{}, right_text{}; ///< already formatted
    bool is_faint = false; ///< a special token
    bool is_chosen = false;
};

/** The words of a text below each other, one measure growing to the left and another, with a sign, to the right. */
class WordBars : public RowPicture
{
    Q_OBJECT

public:
    using RowPicture::RowPicture;

    /** \param left, right  what the two sides are; an empty left side has no room */
    void setBars(std::vector<WordBar> bars, const QString& left, const QString& right);
    const std::vector<WordBar>& bars() const { return m_bars; }

    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

protected:
    int rows() const override { return int(m_bars.size()); }
    double rowHeight(const FigureStyle& style) const override { return style.em() * 1.5; }
    double headHeight(const FigureStyle& style) const override { return style.em() * 1.5; }
    QString rowText(int row) const override;

private:
    struct Columns
    {
        QRectF left, word, right;
    };
    double wordWidth(double width, const FigureStyle& style) const;
    Columns columnsIn(const QRectF& row, double word) const;
    void paintRight(
        QPainter& painter, const QRectF& track, const WordBar& bar, const FigureStyle& style) const;

    std::vector<WordBar> m_bars;
    QString m_left, m_right;
    double m_lowest = 0, m_highest = 0; ///< of the right side
};

} // namespace glassformer
