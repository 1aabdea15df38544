#pragma once

#include "app/figures/paper_figure.h"

#include <QPixmap>
#include <QWidget>

#include <optional>

namespace glassformer {

/** A figure as it will be on paper, as large as there is room; or why there is none. */
class FigurePreview : public QWidget
{
    Q_OBJECT

public:
    explicit FigurePreview(QWidget* parent = nullptr);

    void setFigure(PaperFigure figure);
    void setTrouble(const QString& trouble);
    const std::optional<PaperFigure>& figure() const { return m_figure; }
    const QString& trouble() const { return m_trouble; }

    QSize minimumSizeHint() const override { return {320, 320}; }
    QSize sizeHint() const override { return {520, 560}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void draw(QPainter& painter) const;

    std::optional<PaperFigure> m_figure;
    QString m_trouble;
    QPixmap m_painted; ///< as it is on the screen
};

} // namespace glassformer
