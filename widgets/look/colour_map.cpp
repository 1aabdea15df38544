#include "widgets/look/colour_map.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace glassformer {

namespace {

constexpr std::array<ColourMapEntry, 5> entries{{
    {ColourMapKind::Blue, "blue", QT_TRANSLATE_NOOP("ColourMap", "White to deep blue")},
    {ColourMapKind::Viridis, "viridis", QT_TRANSLATE_NOOP("ColourMap", "Viridis")},
    {ColourMapKind::Cividis, "cividis", QT_TRANSLATE_NOOP("ColourMap", "Cividis")},
    {ColourMapKind::Magma, "magma", QT_TRANSLATE_NOOP("ColourMap", "Magma")},
    {ColourMapKind::Grey, "grey", QT_TRANSLATE_NOOP("ColourMap", "Greys")},
}};

std::vector<QColor> coloursOf(std::initializer_list<QRgb> values)
{
    std::vector<QColor> colours;
    for (const QRgb value : values)
        colours.push_back(QColor(value));
    return colours;
}

// Viridis, cividis and magma are those of matplotlib, sampled at equal distances.
std::vector<QColor> sequentialStops(ColourMapKind kind, const Palette& palette)
{
    switch (kind) {
    case ColourMapKind::Viridis:
        return coloursOf(
            {0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725});
    case ColourMapKind::Cividis:
        return coloursOf({0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173, 0x8a8678, 0xa59c74, 0xc3b369,
            0xe1cc55, 0xfee838});
    case ColourMapKind::Magma:
        return coloursOf(
            {0x000004, 0x1c1044, 0x4f127b, 0x812581, 0xb5367a, 0xe55064, 0xfb8761, 0xfec287, 0xfcfdbf});
    case ColourMapKind::Grey:
        return palette.is_dark ? coloursOf({0x1a2029, 0x59616c, 0x9aa1ab, 0xffffff})
                               : coloursOf({0xffffff, 0xbdbdbd, 0x737373, 0x161616});
    case ColourMapKind::Blue:
        break;
    }
    // In the dark the map starts at the card and ends bright: "much" is always what stands out.
    return palette.is_dark
        ? coloursOf({0x1a2029, 0x213a66, 0x2858ab, 0x3f7de0, 0x79aaf8, 0xb9d3ff, 0xf2f7ff})
        : coloursOf({0xffffff, 0xe3ebfb, 0xb3caf4, 0x7b9fe8, 0x4872d0, 0x2a4ba8, 0x14246b});
}

} // namespace

std::span<const ColourMapEntry> colourMaps()
{
    return entries;
}

QString colourMapName(ColourMapKind kind)
{
    return QCoreApplication::translate("ColourMap", entries[std::size_t(kind)].name);
}

ColourMapKind colourMapFromId(const QString& id)
{
    for (const ColourMapEntry& entry : entries) {
        if (id == QLatin1String(entry.id))
            return entry.kind;
    }
    return ColourMapKind::Blue;
}

ColourScale ColourScale::sequential(ColourMapKind kind, double limit, const Palette& palette)
{
    ColourScale scale;
    scale.m_stops = sequentialStops(kind, palette);
    scale.m_high = limit > 0 ? limit : 1;
    return scale;
}

ColourScale ColourScale::diverging(double limit, const Palette& palette)
{
    ColourScale scale;
    scale.m_high = limit > 0 ? limit : 1;
    scale.m_low = -scale.m_high;
    scale.m_stops = palette.is_dark
        ? coloursOf(
            {0xa9d0ff, 0x5ea2ee, 0x3168ab, 0x25405f, 0x1a2029, 0x5a2f33, 0xa8453f, 0xee7a66, 0xffc7b8})
        : coloursOf(
            {0x14437f, 0x3a7dbb, 0x82b4d9, 0xc9deee, 0xffffff, 0xf6d3c6, 0xe8937a, 0xcb4a43, 0x8a1026});
    return scale;
}

ColourScale ColourScale::divergingTo(const QColor& positive, double limit, const Palette& palette)
{
    ColourScale scale;
    scale.m_high = limit > 0 ? limit : 1;
    scale.m_low = -scale.m_high;
    const QColor slate = palette.is_dark ? QColor(0xb6, 0xbf, 0xcb) : QColor(0x42, 0x4b, 0x59);
    scale.m_stops = {slate, mixed(palette.card, slate, 0.45), palette.card,
        mixed(palette.card, positive, 0.5), palette.is_dark ? positive : positive.darker(125)};
    return scale;
}

QColor ColourScale::colour(double value) const
{
    if (std::isnan(value))
        return Qt::transparent;
    const double position =
        std::clamp((value - m_low) / (m_high - m_low), 0.0, 1.0) * double(m_stops.size() - 1);
    const std::size_t stop = std::min(std::size_t(position), m_stops.size() - 2);
    return mixed(m_stops[stop], m_stops[stop + 1], position - double(stop));
}

} // namespace glassformer
