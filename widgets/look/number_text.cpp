#include "widgets/look/number_text.h"

#include <QLocale>

#include <cmath>

namespace glassformer {

namespace {

QString withTrueMinus(QString text)
{
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

} // namespace

QString numberText(double value, int digits)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("−∞") : QStringLiteral("∞");
    const double size = std::abs(value);
    if (size != 0 && (size >= 1e6 || size < std::pow(10.0, -digits) / 2))
        return withTrueMinus(QString::number(value, 'e', 1));
    // A number of thousands does not become truer by three decimals.
    const int decimals = size >= 1000 ? std::min(digits, 1) : size >= 100 ? std::min(digits, 2) : digits;
    return withTrueMinus(QString::number(value, 'f', decimals));
}

QString weightText(double value)
{
    return fixedText(value, 2);
}

QString fixedText(double value, int decimals)
{
    if (!std::isfinite(value))
        return numberText(value, decimals);
    const QString text = QString::number(value, 'f', decimals);
    const bool is_minus_zero = text.startsWith(u'-') && text.toDouble() == 0;
    return is_minus_zero ? text.mid(1) : withTrueMinus(text);
}

QString percentText(double share)
{
    if (std::isnan(share))
        return numberText(share);
    const double percent = share * 100;
    if (percent > 0 && percent < 0.05)
        return QStringLiteral("< 0.1 %");
    return QString::number(percent, 'f', 1) + QStringLiteral(" %");
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

} // namespace glassformer
