#include "widgets/paint/attention/text_line.h"

#include <QFontMetricsF>

#include <algorithm>

namespace glassformer {
namespace {

/** Of the tokens of a line, measured once. */
struct LineWidths
{
    LineWidths(const TextRun& text, const QFontMetricsF& metrics)
        : sign(metrics.horizontalAdvance(gapSign()) + 4)
    {
        const double space = metrics.horizontalAdvance(u' ') + 2;
        for (std::size_t i = 0; i < text.labels.size(); ++i) {
            tokens.push_back(text.width(i, metrics));
            before.push_back(text.gapBefore(i, space));
        }
    }

    /** Of those that are kept, with a sign wherever some are left out. */
    double length(const std::vector<bool>& kept) const
    {
        double length = 0;
        for (std::size_t i = 0; i < kept.size(); ++i)
            if (kept[i])
                length += (i > 0 && kept[i - 1] ? before[i] : 0) + tokens[i];
            else if (i == 0 || kept[i - 1])
                length += sign;
        return length;
    }

    std::vector<double> tokens, before; ///< the room between a token and the one before it
    double sign;
};

/** As many as there is room for, the first ones of `wanted` before all others. */
std::vector<bool> keptTokens(const LineWidths& widths, const std::vector<int>& wanted, double room)
{
    constexpr int enough_tries = 12; // words differ in length: a shorter one may still fit
    std::vector<bool> kept(widths.tokens.size(), true);
    if (widths.length(kept) <= room)
        return kept;
    kept.assign(kept.size(), false);
    int failed = 0;
    for (const int token : wanted) {
        kept[std::size_t(token)] = true;
        if (widths.length(kept) <= room)
            failed = 0;
        else if (token != wanted.front()) {
            kept[std::size_t(token)] = false;
            if (++failed == enough_tries)
                break;
        }
    }
    return kept;
}

} // namespace

double TextRun::width(std::size_t i, const QFontMetricsF& metrics) const
{
    const double margin = touchesBefore(i) || touchesBefore(i + 1) ? 1 : 4;
    return metrics.horizontalAdvance(labels[i].text) + margin;
}

const QString& gapSign()
{
    static const QString sign = QStringLiteral("…");
    return sign;
}

std::vector<QRectF> oneLine(const QRectF& area, const TextRun& text, const QFontMetricsF& metrics,
    const std::vector<int>& wanted, std::vector<QRectF>& gaps)
{
    const LineWidths widths(text, metrics);
    const std::vector<bool> kept = keptTokens(widths, wanted, area.width());
    std::vector<QRectF> rects(kept.size());
    double x = area.left() + std::max(0.0, (area.width() - widths.length(kept)) / 2);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (!kept[i] && i > 0 && !kept[i - 1])
            continue;
        x += kept[i] && i > 0 && kept[i - 1] ? widths.before[i] : 0;
        const QRectF rect(x, area.top(), kept[i] ? widths.tokens[i] : widths.sign, area.height());
        if (kept[i])
            rects[i] = rect;
        else
            gaps.push_back(rect);
        x += rect.width();
    }
    return rects;
}

} // namespace glassformer
