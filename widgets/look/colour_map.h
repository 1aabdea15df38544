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

/** Maps for numbers with a sign: each side grows monotonically, and zero is the colour of the card. */
enum class SignedMapKind
{
    BlueRed,
    PurpleOrange ///< for those who tell red from brown badly, and for printing beside maps of weights
};

/** How numbers become colours, as the user chose it. */
struct ColourLook
{
    ColourLook(ColourMapKind weights_map = ColourMapKind::Blue)
        : weights(weights_map)
    {
    }

    ColourMapKind weights;
    SignedMapKind signed_numbers = SignedMapKind::BlueRed;
    bool is_logarithmic = false; ///< equal steps of colour are equal factors, over three powers of ten
    double threshold = 0; ///< share of the largest number of the scale below which a number is drawn as zero
    double clip = 1; ///< share of that number from which on the colour is the strongest

    bool operator==(const ColourLook&) const = default;
};

/** "logarithmic, from 0.05, up to 0.5"; empty for colours in proportion to all numbers up to `limit`. */
QString colourLookText(const ColourLook& look, double limit);

struct ColourMapEntry
{
    ColourMapKind kind;
    const char* id; ///< as settings and the command line write it
    const char* name; ///< English; translated in the context "ColourMap"
};

/** Everything that the user can choose, in the order of the menu. */
std::span<const ColourMapEntry> colourMaps();
QString colourMapName(ColourMapKind kind);
QString signedMapName(SignedMapKind kind);
/** "Blue is negative, red is positive." */
QString signedMapReading(SignedMapKind kind);
/** Blue for an unknown id: a settings file of another version must not stop the program. */
ColourMapKind colourMapFromId(const QString& id);

/** A value to colour function: stops at equal distances along the scale, which may be stretched. */
class ColourScale
{
public:
    /** 0 .. limit. */
    static ColourScale sequential(const ColourLook& look, double limit, const Palette& palette);
    /** -limit .. limit; zero is the colour of the card. */
    static ColourScale diverging(const ColourLook& look, double limit, const Palette& palette);
    /** As above, but positive has the colour of a role (query, key, value, hidden) and negative is slate. */
    static ColourScale divergingTo(
        const ColourLook& look, const QColor& positive, double limit, const Palette& palette);

    QColor colour(double value) const;
    /** Where the strongest colours begin. */
    double low() const { return m_low; }
    double high() const { return m_high; }
    /** The value at a place of the scale, 0 .. 1 from its low to its high end. */
    double valueAt(double place) const;
    const ColourLook& look() const { return m_look; }
    /** The limit that it was made with, before anything was clipped. */
    double limit() const { return m_limit; }

private:
    ColourScale(const ColourLook& look, double limit, bool is_signed, std::vector<QColor> stops);
    double placeOf(double value) const;

    ColourLook m_look;
    std::vector<QColor> m_stops;
    double m_limit = 1;
    double m_low = 0;
    double m_high = 1;
};

} // namespace glassformer
