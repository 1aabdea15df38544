#include "widgets/look/figure_style.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>

namespace glassformer {

QFont FigureStyle::scaledFont(double factor, bool is_bold) const
{
    QFont result = font;
    const double pixels = font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
    result.setPixelSize(std::max(6, qRound(pixels * factor)));
    result.setBold(is_bold);
    return result;
}

QFont FigureStyle::numberFont(double factor) const
{
    QFont result = scaledFont(factor);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    result.setFamilies({fixed.family()});
    result.setStyleHint(QFont::Monospace);
    return result;
}

double FigureStyle::em() const
{
    // Fonts for Chinese leave much air between the lines; pictures that grew by it would need to be scrolled.
    const QFont own = scaledFont(1.0);
    return std::min(QFontMetricsF(own).height(), own.pixelSize() * 1.2);
}

FigureStyle exportStyle(const ColourLook& colours)
{
    FigureStyle style;
    style.font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    style.font.setPixelSize(13);
    style.colours = colours;
    return style;
}

} // namespace glassformer
