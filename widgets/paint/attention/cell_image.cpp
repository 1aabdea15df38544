#include "widgets/paint/attention/cell_image.h"

#include "core/tensor/matrix.h"

#include <algorithm>
#include <bit>
#include <vector>

namespace glassformer {

namespace {

/** The last of the shades between both ends of a scale: where equal factors count, small numbers lie close together. */
int finestShade(const ColourScale& scale)
{
    return scale.look().is_logarithmic ? 16383 : 1023;
}

/** The colours of a scale from its low to its high end: a million cells look theirs up. */
std::vector<QRgb> colourTable(const ColourScale& scale)
{
    const int finest = finestShade(scale);
    std::vector<QRgb> colours;
    for (int shade = 0; shade <= finest; ++shade)
        colours.push_back(scale.colour(scale.low() + (scale.high() - scale.low()) * shade / finest).rgb());
    return colours;
}

constexpr std::int32_t sign_off = 0x7fffffff, minus_infinity = -0x800000;

/** Numbers and their ranks, of which the higher is kept. The loops are such that the compiler takes several at once. */
struct Line
{
    std::vector<float> values;
    std::vector<std::int32_t> ranks;

    explicit Line(std::size_t size)
        : values(size)
        , ranks(size)
    {
    }

    void take(const float* row)
    {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::int32_t rank = rankOf(row[i]);
            const bool is_higher = rank > ranks[i];
            values[i] = is_higher ? row[i] : values[i];
            ranks[i] = is_higher ? rank : ranks[i];
        }
    }

    void clear() { std::fill(ranks.begin(), ranks.end(), std::int32_t(-2)); }

    /** The number with the highest rank of each share. */
    void pool(std::vector<float>& into) const
    {
        const std::size_t count = values.size(), pixels = into.size();
        for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
            std::size_t best = pixel * count / pixels;
            for (std::size_t i = best + 1; i < (pixel + 1) * count / pixels; ++i)
                best = ranks[i] > ranks[best] ? i : best;
            into[pixel] = values[best];
        }
    }
};

/** Looks the colours of a line up. */
class Shades
{
public:
    Shades(const ColourScale& scale, const Palette& palette, int pixels)
        : m_colours(colourTable(scale))
        , m_masked(maskedColour(palette).rgb())
        , m_no_number(palette.ink.rgb())
        , m_low(float(scale.low()))
        , m_finest(float(finestShade(scale)))
        , m_per_unit(float(m_finest / (scale.high() - scale.low())))
        , m_shades(std::size_t(pixels))
    {
    }

    void paint(const std::vector<float>& line, QRgb* pixels)
    {
        const auto count = Eigen::Index(line.size());
        Eigen::Map<Eigen::ArrayXi>(m_shades.data(), count) =
            ((Eigen::Map<const Eigen::ArrayXf>(line.data(), count) - m_low) * m_per_unit)
                .max(0.0f)
                .min(m_finest)
                .cast<std::int32_t>();
        for (std::size_t x = 0; x < line.size(); ++x) {
            if (isMasked(line[x]))
                pixels[x] = m_masked;
            else
                pixels[x] = isNoNumber(line[x]) ? m_no_number : m_colours[std::size_t(m_shades[x])];
        }
    }

private:
    std::vector<QRgb> m_colours;
    QRgb m_masked, m_no_number;
    float m_low, m_finest, m_per_unit;
    std::vector<std::int32_t> m_shades;
};

} // namespace

QColor maskedColour(const Palette& palette)
{
    return mixed(palette.card, palette.faint_ink, 0.2);
}

QColor maskStroke(const Palette& palette)
{
    return mixed(palette.card, palette.faint_ink, 0.42);
}

std::int32_t rankOf(float value)
{
    // Sizes are ordered as their bits are; those of infinity and of what is no number come behind.
    const auto bits = std::bit_cast<std::int32_t>(value);
    return bits == minus_infinity ? -1 : bits & sign_off;
}

QImage cellImage(
    const HeatmapContent& content, const ColourScale& scale, const Palette& palette, QSize largest)
{
    const int width = std::clamp(largest.width(), 1, content.columns);
    const int height = std::clamp(largest.height(), 1, content.rows);
    QImage image(width, height, QImage::Format_RGB32);
    Shades shades(scale, palette, width);
    const auto columns = std::size_t(content.columns);
    Line all(columns);
    std::vector<float> line(std::size_t(width), 0.0f);
    for (int y = 0; y < height; ++y) {
        all.clear();
        const auto end = int(std::int64_t(y + 1) * content.rows / height);
        for (auto row = int(std::int64_t(y) * content.rows / height); row < end; ++row)
            all.take(content.values.data() + std::size_t(row) * columns);
        all.pool(line);
        shades.paint(line, reinterpret_cast<QRgb*>(image.scanLine(y)));
    }
    return image;
}

} // namespace glassformer
