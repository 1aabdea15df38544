#pragma once

#include <QImage>

#include <cmath>

namespace glassformer {

/** Mean difference of two pictures, 0 .. 1; of other sizes, or of no picture: 1. */
inline double difference(const QImage& a, const QImage& b)
{
    if (a.isNull() || a.size() != b.size())
        return 1;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    return sum / a.width() / a.height() / 255;
}

} // namespace glassformer
