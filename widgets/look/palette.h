#pragma once

#include <QColor>

class QPalette;

namespace glassformer {

/** Colours by what they mean. Pictures never name a colour themselves, so that dark, light and export agree. */
struct Palette
{
    QColor ground; ///< behind the cards
    QColor card; ///< behind a picture
    QColor chip; ///< a token that is not chosen; the empty part of a bar
    QColor border; ///< frames and rules
    QColor ink; ///< text
    QColor faint_ink; ///< captions, indices, special tokens
    QColor selected; ///< frame of what the user chose
    QColor chosen; ///< fill of what the user chose; text stays readable on it
    QColor query;
    QColor key;
    QColor value;
    QColor hidden; ///< feed-forward units
    QColor negative; ///< one end of signed bars
    QColor positive; ///< the other end
    bool is_dark = false;

    bool operator==(const Palette&) const = default;
};

const Palette& lightPalette();
const Palette& darkPalette();
/** The same with black on white, or white on black, and no faint ink: for a projector in a bright room. */
const Palette& lightContrastPalette();
const Palette& darkContrastPalette();

/**
 * The one that fits the desktop: dark if the window colour is darker than the text on it, and with the strongest contrast
 * if the two are black and white.
 */
const Palette& paletteFor(const QPalette& desktop);

/** Between two colours; 0 gives `from`, 1 gives `to`. */
QColor mixed(const QColor& from, const QColor& to, double amount);

/** Black or white, whichever is easier to read on this colour. */
QColor readableOn(const QColor& background);

} // namespace glassformer
