#include "widgets/look/colour_map.h"

#include "widgets/look/number_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace glassformer {

namespace {

constexpr double smallest_share =
    0.001; ///< of the strongest colour's number: where a logarithmic scale begins

struct ColourText
{
    Q_DECLARE_TR_FUNCTIONS(ColourMap)
};

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

std::vector<QColor> divergingStops(SignedMapKind kind, const Palette& palette)
{
    if (kind == SignedMapKind::PurpleOrange) // of ColorBrewer, lightened in the dark as the other one is
        return palette.is_dark ? coloursOf(
                   {0xd9cff5, 0xa995e0, 0x7560b4, 0x3c3862, 0x1a2029, 0x54391c, 0x9c651f, 0xe8993d, 0xffd9a3})
                               : coloursOf({0x542788, 0x8073ac, 0xb2abd2, 0xd8daeb, 0xffffff, 0xfee0b6,
                                   0xfdb863, 0xe08214, 0xa34e04});
    return palette.is_dark ? coloursOf(
               {0xa9d0ff, 0x5ea2ee, 0x3168ab, 0x25405f, 0x1a2029, 0x5a2f33, 0xa8453f, 0xee7a66, 0xffc7b8})
                           : coloursOf({0x14437f, 0x3a7dbb, 0x82b4d9, 0xc9deee, 0xffffff, 0xf6d3c6, 0xe8937a,
                               0xcb4a43, 0x8a1026});
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

QString signedMapName(SignedMapKind kind)
{
    return kind == SignedMapKind::BlueRed ? ColourText::tr("Blue to red")
                                          : ColourText::tr("Purple to orange");
}

QString signedMapReading(SignedMapKind kind)
{
    return kind == SignedMapKind::BlueRed ? ColourText::tr("Blue is negative, red is positive.")
                                          : ColourText::tr("Purple is negative, orange is positive.");
}

QString colourLookText(const ColourLook& look, double limit)
{
    QStringList parts;
    if (look.is_logarithmic)
        parts << ColourText::tr("logarithmic");
    if (look.threshold > 0)
        parts << ColourText::tr("from %1").arg(numberText(look.threshold * limit, 2));
    if (look.clip < 1)
        parts << ColourText::tr("up to %1").arg(numberText(look.clip * limit, 2));
    //: between what is said of a scale of colours: "logarithmic, from 0.05"
    return parts.join(ColourText::tr(", "));
}

ColourScale::ColourScale(const ColourLook& look, double limit, bool is_signed, std::vector<QColor> stops)
    : m_look(look)
    , m_stops(std::move(stops))
    , m_limit(limit > 0 ? limit : 1)
    , m_low(is_signed ? -m_limit * look.clip : 0)
    , m_high(m_limit * look.clip)
{
}

ColourScale ColourScale::sequential(const ColourLook& look, double limit, const Palette& palette)
{
    return {look, limit, false, sequentialStops(look.weights, palette)};
}

ColourScale ColourScale::diverging(const ColourLook& look, double limit, const Palette& palette)
{
    return {look, limit, true, divergingStops(look.signed_numbers, palette)};
}

ColourScale ColourScale::divergingTo(
    const ColourLook& look, const QColor& positive, double limit, const Palette& palette)
{
    const QColor slate = palette.is_dark ? QColor(0xb6, 0xbf, 0xcb) : QColor(0x42, 0x4b, 0x59);
    return {look, limit, true,
        {slate, mixed(palette.card, slate, 0.45), palette.card, mixed(palette.card, positive, 0.5),
            palette.is_dark ? positive : positive.darker(125)}};
}

/** Between 0 and 1, along the scale. */
double ColourScale::placeOf(double value) const
{
    const double size =
        std::abs(value) < m_look.threshold * m_limit ? 0 : std::min(std::abs(value) / m_high, 1.0);
    const double grown = !m_look.is_logarithmic ? size
        : size <= smallest_share                ? 0
                                                : 1 - std::log(size) / std::log(smallest_share);
    return m_low < 0 ? (1 + std::copysign(grown, value)) / 2 : value < 0 ? 0 : grown;
}

double ColourScale::valueAt(double place) const
{
    const double grown = m_low < 0 ? 2 * place - 1 : place;
    const double size = !m_look.is_logarithmic ? std::abs(grown)
        : grown == 0                           ? 0
                                               : std::pow(smallest_share, 1 - std::abs(grown));
    return std::copysign(size * m_high, grown);
}

QColor ColourScale::colour(double value) const
{
    if (std::isnan(value))
        return Qt::transparent;
    const double position = placeOf(value) * double(m_stops.size() - 1);
    const std::size_t stop = std::min(std::size_t(position), m_stops.size() - 2);
    return mixed(m_stops[stop], m_stops[stop + 1], position - double(stop));
}

} // namespace glassformer
