#pragma once

#include "widgets/look/cover.h"
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

    /** Colours and font of the desktop, and what the user chose for numbers. */
    FigureStyle figureStyle() const;

    /** Hides what is not told yet, in pictures that are told together with the explained number; others hide nothing. */
    virtual void setCover(const Cover&) { }

    /** How numbers become colours in all pictures of the program; those that exist are painted again. */
    static void setColours(const ColourLook& colours);
    static const ColourLook& colours();

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

    /** Palette, font, colours of numbers changed. */
    virtual void restyle();
    /** The language changed: set texts and accessible names again. */
    virtual void retranslate();
};

} // namespace glassformer
