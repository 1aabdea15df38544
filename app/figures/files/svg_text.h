#pragma once

#include <QByteArray>

namespace glassformer {

/**
 * SVG as Qt writes it, as XML that every program reads. Tokens may hold characters that XML forbids; they are shown by
 * the pictures that Unicode has of them.
 */
QByteArray wellFormedSvg(const QByteArray& svg);

/** With fonts to fall back on, for machines that don't have the one that was used. */
QByteArray withFallbackFonts(const QByteArray& svg);

} // namespace glassformer
