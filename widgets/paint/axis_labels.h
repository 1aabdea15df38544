#pragma once

#include "widgets/look/figure_style.h"
#include "widgets/paint/attention/heatmap_content.h"

#include <functional>
#include <optional>
#include <vector>

class QFontMetricsF;

namespace glassformer {

constexpr double upright_joint =
    0.35; ///< of a character: the line between two words that stand below each other

/** The words of a label, one or two, and what stands between them. */
struct LabelWords
{
    QString first;
    QString between{};
    QString second{};
};
LabelWords wordsOf(const AxisLabel& label);

/** How the labels of columns stand. */
enum class LabelStance
{
    Leaning, ///< at 45 degrees
    Upright ///< for Chinese, Japanese and Korean: characters below each other, other words turned by 90 degrees
};

/** Upright if half of the labels are CJK characters, which nobody reads lying on their side. */
LabelStance stanceOf(const std::vector<AxisLabel>& labels);

/** Whether the label is of characters that stand below each other as well as beside each other. */
bool isCjk(const AxisLabel& label);

/** Labels shrink with their cells, down to what can just be read; CJK characters less far. */
QFont labelFont(const FigureStyle& style, double cell_size, bool is_cjk = false);

/** The least distance of lines in which every label can be written, in em. */
double closestLines(const std::vector<AxisLabel>& labels);

/** That of labels leaning at 45 degrees: their lines are nearer to each other than the columns are. */
QFont columnLabelFont(const FigureStyle& style, double cell_size);

/** Every how many labels there is room to write one, where lines of text are `line_distance` apart. */
int labelStride(double line_distance, const QFont& font, bool is_cjk = false);

/** CJK labels that have not all room beside each other stand on two levels, every other one further out. */
int labelLevels(const FigureStyle& style, double cell_size, bool is_cjk);

/** Whether this label is written: every so many are, and the chosen one, for which its neighbours step aside. */
bool isLabelShown(int index, int stride, const std::optional<int>& chosen);

/** How far this label reaches from its column when it stands upright. */
double uprightLength(const AxisLabel& label, const QFontMetricsF& metrics, double column_width);

/**
 * Room in which labels of these lengths are written: that of the longest, unless it is an exception among shorter
 * ones. One token of a hundred letters must not push the picture away; it is cut in its middle. Where two runs have
 * different words, these are no exceptions: the picture is about them.
 */
double labelRoom(
    const std::vector<AxisLabel>& labels, double em, const std::function<double(const AxisLabel&)>& length);

/** The label in that room: each word cut in its middle, for tokens differ at both ends. */
QString labelText(const AxisLabel& label, const QFontMetricsF& metrics, double room);

} // namespace glassformer
