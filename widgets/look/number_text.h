#pragma once

#include <QString>

namespace glassformer {

/** "0.73", "-1.344", "1.2e-05": as many digits as a reader needs, a true minus sign. */
QString numberText(double value, int digits = 3);

/** For cells and bars of weights: two decimals. */
QString weightText(double value);

/** Exactly this many decimals, however small the number: for cells, where width counts. */
QString fixedText(double value, int decimals);

/** "96.1 %", "< 0.1 %". */
QString percentText(double share);

/** "12 345" with the grouping of the language. */
QString countText(qint64 count);

} // namespace glassformer
