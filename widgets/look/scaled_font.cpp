#include "widgets/look/scaled_font.h"

#include <QFontInfo>
#include <QWidget>

#include <cmath>

namespace glassformer {

QFont scaledFont(QFont font, double factor)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(qMax(1, qRound(font.pixelSize() * factor)));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

int letterWidth(const QWidget& widget)
{
    constexpr double share_of_size = 0.53;
    return int(std::lround(share_of_size * QFontInfo(widget.font()).pixelSize()));
}

} // namespace glassformer
