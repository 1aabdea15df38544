#pragma once

#include "widgets/paint/attention/thumbnail_atlas.h"
#include "widgets/pictures/picture.h"

#include <optional>
#include <vector>

namespace glassformer {

/** One of several small maps of the same head. */
struct SmallMap
{
    ThumbnailAtlas weights; ///< of one matrix
    QString name; ///< stands below it: a number
    QString text; ///< what the pointer reads: the sentence
};

/** Maps of one head in several sentences, side by side. Click, or Left, Right and Enter open one. */
class MapMultiples : public Picture
{
    Q_OBJECT

public:
    explicit MapMultiples(QWidget* parent = nullptr);

    void setMaps(std::vector<SmallMap> maps);
    const std::vector<SmallMap>& maps() const { return m_maps; }
    QRectF mapRect(int index) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const override;

signals:
    void mapChosen(int index);

protected:
    int heightFor(int width) const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF mapIn(const QRectF& area, int index, const FigureStyle& style) const;
    std::optional<int> mapAt(const QPointF& position) const;

    std::vector<SmallMap> m_maps;
    int m_current = 0;
};

} // namespace glassformer
