#pragma once

#include "widgets/look/figure_style.h"

#include <QWidget>

namespace glassformer {

/**
 * A widget that can draw itself anywhere: on the screen in the desktop's colours, in a file in those of paper. Both go
 * through paintPicture(), so that an exported figure is the picture on the screen.
 */
class Picture : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /** Draws everything into `area`; `style` decides colours and fonts, the state of the widget the rest. */
    virtual void paintPicture(QPainter& painter, const QRectF& area, const FigureStyle& style) const = 0;

    /** Colours and font of the desktop, and the map that the user chose. */
    FigureStyle figureStyle() const;

    void setColourMap(ColourMapKind map);
    ColourMapKind colourMap() const { return m_colour_map; }

protected:
    /** A picture that has the focus keeps the keys that move its choice; Esc gives them back to the window. */
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

    /** For pictures whose height follows from their width (text, token rows); negative for all others. */
    virtual int heightFor(int width) const;
    /** Takes exactly that height. Not Qt's height-for-width: that would make every card around it rigid. */
    void fitHeight();

    /** Palette, font, colour map changed. */
    virtual void restyle();
    /** The language changed: set texts and accessible names again. */
    virtual void retranslate();

private:
    ColourMapKind m_colour_map = ColourMapKind::Blue;
};

} // namespace glassformer
