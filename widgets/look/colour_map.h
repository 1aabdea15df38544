#pragma once

#include "widgets/look/palette.h"

#include <QString>

#include <span>
#include <vector>

namespace glassformer {

/** Maps for values between 0 and 1. All grow monotonically in lightness; none is a rainbow. */
enum class ColourMapKind
{
    Blue,
    Viridis,
    Cividis,
    Magma,
    Grey
};

struct ColourMapEntry
{
    ColourMapKind kind;
    const char* id; ///< as settings and the command line write it
    const char* name; ///< English; translated in the context "ColourMap"
};

/** Everything that the user can choose, in the order of the menu. */
std::span<const ColourMapEntry> colourMaps();
QString colourMapName(ColourMapKind kind);
/** Blue for an unknown id: a settings file of another version must not stop the program. */
ColourMapKind colourMapFromId(const QString& id);

/** A value to colour function: stops at equal distances between `low` and `high`. */
class ColourScale
{
public:
    /** 0 .. limit. */
    static ColourScale sequential(ColourMapKind kind, double limit, const Palette& palette);
    /** -limit .. limit; zero is the colour of the card, negative blue, positive red. */
    static ColourScale diverging(double limit, const Palette& palette);
    /** As above, but positive has the colour of a role (query, key, value, hidden) and negative is slate. */
    static ColourScale divergingTo(const QColor& positive, double limit, const Palette& palette);

    QColor colour(double value) const;
    double low() const { return m_low; }
    double high() const { return m_high; }

private:
    std::vector<QColor> m_stops;
    double m_low = 0;
    double m_high = 1;
};

} // namespace glassformer
