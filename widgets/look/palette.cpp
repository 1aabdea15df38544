#include "widgets/look/palette.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

namespace glassformer {

const Palette& lightPalette()
{
    static const Palette palette{
        .ground = QColor(0xf5, 0xf7, 0xfa),
        .card = QColor(0xff, 0xff, 0xff),
        .chip = QColor(0xf0, 0xf3, 0xf8),
        .border = QColor(0xda, 0xdf, 0xe8),
        .ink = QColor(0x1b, 0x23, 0x30),
        .faint_ink = QColor(0x66, 0x70, 0x80),
        .selected = QColor(0x23, 0x58, 0xc9),
        .chosen = QColor(0xe6, 0xee, 0xfd),
        .query = QColor(0x2e, 0x6f, 0xdb),
        .key = QColor(0xd9, 0x70, 0x1e),
        .value = QColor(0x23, 0x87, 0x5c),
        .hidden = QColor(0x7a, 0x4f, 0xc4),
        .negative = QColor(0x2b, 0x6c, 0xb8),
        .positive = QColor(0xc0, 0x39, 0x2f),
        .is_dark = false,
    };
    return palette;
}

const Palette& darkPalette()
{
    static const Palette palette{
        .ground = QColor(0x11, 0x15, 0x1b),
        .card = QColor(0x1a, 0x20, 0x29),
        .chip = QColor(0x26, 0x2e, 0x3a),
        .border = QColor(0x33, 0x3d, 0x4b),
        .ink = QColor(0xe8, 0xec, 0xf2),
        .faint_ink = QColor(0x9b, 0xa7, 0xb6),
        .selected = QColor(0x6a, 0x9d, 0xff),
        .chosen = QColor(0x22, 0x38, 0x62),
        .query = QColor(0x74, 0xa7, 0xff),
        .key = QColor(0xff, 0x9c, 0x57),
        .value = QColor(0x53, 0xc7, 0x92),
        .hidden = QColor(0xb5, 0x95, 0xf2),
        .negative = QColor(0x62, 0xa3, 0xee),
        .positive = QColor(0xf2, 0x7d, 0x70),
        .is_dark = true,
    };
    return palette;
}

const Palette& lightContrastPalette()
{
    static const Palette palette = [] {
        Palette strong = lightPalette();
        strong.ground = strong.card = Qt::white;
        strong.chip = QColor(0xea, 0xee, 0xf5);
        strong.border = QColor(0x70, 0x78, 0x86);
        strong.ink = Qt::black;
        strong.faint_ink = QColor(0x2e, 0x36, 0x42);
        strong.selected = QColor(0x00, 0x3c, 0xb4);
        strong.chosen = QColor(0xcf, 0xde, 0xff);
        strong.query = QColor(0x0a, 0x46, 0xb4);
        strong.key = QColor(0xa8, 0x46, 0x00);
        strong.value = QColor(0x00, 0x5c, 0x38);
        strong.hidden = QColor(0x54, 0x2a, 0xa0);
        strong.negative = QColor(0x0c, 0x48, 0x8c);
        strong.positive = QColor(0x9c, 0x18, 0x10);
        return strong;
    }();
    return palette;
}

const Palette& darkContrastPalette()
{
    static const Palette palette = [] {
        Palette strong = darkPalette();
        strong.ground = strong.card = Qt::black;
        strong.chip = QColor(0x24, 0x2a, 0x33);
        strong.border = QColor(0x9a, 0xa4, 0xb2);
        strong.ink = Qt::white;
        strong.faint_ink = QColor(0xd2, 0xda, 0xe4);
        strong.selected = QColor(0x9c, 0xc0, 0xff);
        strong.chosen = QColor(0x1c, 0x40, 0x86);
        strong.query = QColor(0x9c, 0xc0, 0xff);
        strong.key = QColor(0xff, 0xb8, 0x82);
        strong.value = QColor(0x7c, 0xe6, 0xb4);
        return strong;
    }();
    return palette;
}

const Palette& paletteFor(const QPalette& desktop)
{
    const QColor ground = desktop.color(QPalette::Window), ink = desktop.color(QPalette::WindowText);
    const bool is_dark = ground.lightness() < ink.lightness();
    const bool is_strong = ground.rgb() == (is_dark ? qRgb(0, 0, 0) : qRgb(255, 255, 255))
        && ink.rgb() == (is_dark ? qRgb(255, 255, 255) : qRgb(0, 0, 0));
    if (is_strong)
        return is_dark ? darkContrastPalette() : lightContrastPalette();
    return is_dark ? darkPalette() : lightPalette();
}

QColor mixed(const QColor& from, const QColor& to, double amount)
{
    const float t = float(std::clamp(amount, 0.0, 1.0));
    return QColor::fromRgbF(from.redF() + (to.redF() - from.redF()) * t,
        from.greenF() + (to.greenF() - from.greenF()) * t, from.blueF() + (to.blueF() - from.blueF()) * t,
        from.alphaF() + (to.alphaF() - from.alphaF()) * t);
}

QColor readableOn(const QColor& background)
{
    // Relative luminance as in WCAG 2.1; white and black contrast equally at 0.179.
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const double luminance = 0.2126 * linear(background.redF()) + 0.7152 * linear(background.greenF())
        + 0.0722 * linear(background.blueF());
    return luminance > 0.22 ? QColor(0x10, 0x16, 0x20) : QColor(Qt::white);
}

} // namespace glassformer
