#include "widgets/paint/axis_labels.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace glassformer {

namespace {

constexpr double widest_label = 11; // in em
constexpr double narrowest_room = 3.5; // in em: so much even a map of single letters gives to an exception
constexpr double smallest_font = 0.68, smallest_cjk = 0.7, thinned_font = 0.74; // of the font of the picture
constexpr double closest_lines = 0.85; // in pixels of the font: where all labels are written
constexpr double thinned_lines = 1.25; // ... where some are left out, those that stay have air around them
constexpr double cjk_square = 1.02; // in pixels of the font: the least that keeps characters apart
constexpr double cjk_pitch = 1.13; // ... and what they have where there is room
constexpr double stacked_pitch =
    0.86; // in heights of a line: characters below each other need no room between lines

bool isCjkCharacter(char32_t character)
{
    const auto script = QChar::script(character);
    const bool is_wide_sign = (character >= 0x3000 && character <= 0x303f) // 。、「」
        || (character >= 0xff00 && character <= 0xffef); // ，！？
    return is_wide_sign || script == QChar::Script_Han || script == QChar::Script_Hiragana
        || script == QChar::Script_Katakana || script == QChar::Script_Hangul;
}

bool areCjkCharacters(const QString& text)
{
    const auto characters = text.toUcs4();
    return !characters.isEmpty() && std::all_of(characters.begin(), characters.end(), isCjkCharacter);
}

/** Two words in a room that is too narrow for both: what one does not need is the other's. */
QString wordsText(const LabelWords& words, const QFontMetricsF& metrics, double room)
{
    const double first = metrics.horizontalAdvance(words.first),
                 second = metrics.horizontalAdvance(words.second);
    const double left = std::max(0.0, room - metrics.horizontalAdvance(words.between));
    const double share = std::clamp(left - second, std::min(first, left / 2), left);
    const QString start = metrics.elidedText(words.first, Qt::ElideMiddle, share);
    return start + words.between
        + metrics.elidedText(words.second, Qt::ElideMiddle, left - metrics.horizontalAdvance(start));
}

} // namespace

LabelWords wordsOf(const AxisLabel& label)
{
    if (!label.joint)
        return {label.text, {}, {}};
    const auto [at, length, is_difference] = *label.joint;
    return {label.text.left(at), label.text.mid(at, length), label.text.mid(at + length)};
}

bool isCjk(const AxisLabel& label)
{
    const LabelWords words = wordsOf(label);
    return areCjkCharacters(words.first) && (!label.joint || areCjkCharacters(words.second));
}

LabelStance stanceOf(const std::vector<AxisLabel>& labels)
{
    const auto upright = std::count_if(labels.begin(), labels.end(), isCjk);
    return 2 * std::size_t(upright) >= labels.size() && upright > 0 ? LabelStance::Upright
                                                                    : LabelStance::Leaning;
}

QFont labelFont(const FigureStyle& style, double cell_size, bool is_cjk)
{
    // A CJK character fills its square; other letters need the height of a line.
    if (is_cjk)
        return style.scaledFont(
            std::clamp(cell_size / cjk_pitch / style.scaledFont(1).pixelSize(), smallest_cjk, 1.0));
    // Where only some labels have room anyway, these can be read.
    const QFont smallest = style.scaledFont(smallest_font);
    if (cell_size < smallest.pixelSize() * closest_lines * 0.8)
        return style.scaledFont(thinned_font);
    return style.scaledFont(std::clamp(cell_size * 0.95 / std::max(1.0, style.em()), smallest_font, 1.0));
}

double closestLines(const std::vector<AxisLabel>& labels)
{
    return stanceOf(labels) == LabelStance::Upright ? 0.62 : 0.54;
}

QFont columnLabelFont(const FigureStyle& style, double cell_size)
{
    return labelFont(style, cell_size * 0.8);
}

int labelStride(double line_distance, const QFont& font, bool is_cjk)
{
    const double closest = is_cjk ? cjk_square : closest_lines;
    if (font.pixelSize() * closest <= line_distance + 1e-6)
        return 1;
    return std::max(2, int(std::ceil(font.pixelSize() * thinned_lines / std::max(0.01, line_distance))));
}

int labelLevels(const FigureStyle& style, double cell_size, bool is_cjk)
{
    return is_cjk && labelStride(cell_size, labelFont(style, cell_size, true), true) > 1 ? 2 : 1;
}

bool isLabelShown(int index, int stride, const std::optional<int>& chosen)
{
    if (chosen && index == *chosen)
        return true;
    return index % stride == 0 && (!chosen || stride == 1 || std::abs(index - *chosen) >= stride);
}

double uprightLength(const AxisLabel& label, const QFontMetricsF& metrics, double column_width)
{
    const double width = metrics.horizontalAdvance(label.text);
    if (width <= column_width)
        return metrics.height();
    if (!isCjk(label))
        return width;
    const LabelWords words = wordsOf(label);
    const auto characters = words.first.toUcs4().size() + words.second.toUcs4().size();
    return (double(characters) + (label.joint ? upright_joint : 0)) * metrics.height() * stacked_pitch;
}

double labelRoom(
    const std::vector<AxisLabel>& labels, double em, const std::function<double(const AxisLabel&)>& length)
{
    if (labels.empty())
        return 0;
    std::vector<double> lengths;
    double differing = 0;
    for (const AxisLabel& label : labels) {
        lengths.push_back(length(label));
        if (label.joint && label.joint->is_difference)
            differing = std::max(differing, lengths.back());
    }
    std::sort(lengths.begin(), lengths.end());
    const double usual = lengths[(lengths.size() - 1) * 9 / 10];
    return std::min(
        {lengths.back(), std::max({usual * 1.3, narrowest_room * em, differing}), widest_label * em});
}

QString labelText(const AxisLabel& label, const QFontMetricsF& metrics, double room)
{
    if (!label.joint || metrics.horizontalAdvance(label.text) <= room)
        return metrics.elidedText(label.text, Qt::ElideMiddle, room);
    return wordsText(wordsOf(label), metrics, room);
}

} // namespace glassformer
