#pragma once

#include <QProxyStyle>

namespace glassformer {

/** Controls that step back behind the pictures: flat, with thin frames and slender scroll bars. */
class WindowStyle : public QProxyStyle
{
    Q_OBJECT

public:
    WindowStyle();

    /** Whether pictures may move, as far as the user decides; the desktop may forbid it all the same. */
    static bool mayMove();
    /** Decides it, and keeps it for the next start. */
    static void setMayMove(bool may_move);

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
        const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* result) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
        const QWidget* widget) const override;
};

} // namespace glassformer
