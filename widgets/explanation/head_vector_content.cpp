#include "widgets/explanation/head_vector_content.h"

#include "widgets/look/number_text.h"

#include <cmath>

namespace glassformer {

namespace {

constexpr int digits = 4; // so that the lines can be worked out again to 0.0001

/** "q[3] =" in the colour of its role. */
QString nameOf(const HeadVectorContent& vector, int dimension)
{
    return QStringLiteral("{%1:%1}[%2] =").arg(vector.role, QString::number(dimension));
}

/** Radians; those of the first pair are the position itself, which needs no decimals. */
QString angleText(double angle)
{
    return angle == std::round(angle) ? QString::number(qint64(angle)) : numberText(angle, digits);
}

std::vector<VectorStrip> stripsOf(const HeadVectorContent& vector)
{
    std::vector<VectorStrip> strips(2);
    const QString name = QStringLiteral("{%1:%1}").arg(vector.role);
    strips[0].label = name;
    strips[0].values = vector.way.normed;
    strips[1].label = name + QStringLiteral(" ↻");
    strips[1].values.assign(vector.finished.begin(), vector.finished.end());
    for (VectorStrip& strip : strips)
        strip.colours = vector.role == u'q' ? HeatmapColours::QueryRole : HeatmapColours::KeyRole;
    strips[1].is_strong = true;
    return strips;
}

ExplanationSection normSection(
    const HeadVectorContent& query, const HeadVectorContent& key, int dimension, int number)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("%1 · Norm in each head").arg(number);
    section.text = normLine(query, dimension) + u'\n' + normLine(key, dimension) + u'\n'
        + ExplanationContent::tr(
            "{f:Divided by the root mean square of the head's numbers, times a learned gain.}");
    return section;
}

ExplanationSection turnSection(
    const HeadVectorContent& query, const HeadVectorContent& key, int dimension, int number)
{
    ExplanationSection section;
    section.heading = ExplanationContent::tr("%1 · Turn by position").arg(number);
    const int half = int(query.way.angles.size());
    section.text = turnLine(query, dimension) + u'\n' + turnLine(key, dimension) + u'\n'
        + ExplanationContent::tr(
            "{f:Numbers %1 and %2 form a pair that turns by an angle in proportion to the "
            "position; so do all the others, each pair more slowly.}")
              .arg(dimension % half)
              .arg(dimension % half + half);
    section.strips = stripsOf(query);
    const std::vector<VectorStrip> more = stripsOf(key);
    section.strips.insert(section.strips.end(), more.begin(), more.end());
    return section;
}

} // namespace

QString normLine(const HeadVectorContent& vector, int dimension)
{
    const auto at = std::size_t(dimension);
    const double before = double(vector.way.projected[at]);
    const double after = double(vector.way.normed[at]);
    const double divided = before / vector.way.root_mean_square;
    const QString gain =
        divided == 0 ? QString() : QStringLiteral(" × ") + numberText(after / divided, digits);
    return nameOf(vector, dimension)
        + QStringLiteral(" `%1 ÷ %2%3 = %4`")
              .arg(numberText(before, digits), numberText(vector.way.root_mean_square, digits), gain,
                  numberText(after, digits));
}

QString turnLine(const HeadVectorContent& vector, int dimension)
{
    const int half = int(vector.way.angles.size());
    const int pair = dimension % half;
    const bool is_first = dimension < half;
    // (x, y) becomes (x cos a − y sin a, y cos a + x sin a).
    const double own = double(vector.way.normed[std::size_t(dimension)]);
    const double other = double(vector.way.normed[std::size_t(is_first ? pair + half : pair)]);
    const bool is_minus = is_first == (other >= 0);
    const QString angle = angleText(vector.way.angles[std::size_t(pair)]);
    return nameOf(vector, dimension)
        + QStringLiteral(" `%1·cos %2 %3 %4·sin %2\n= %5`")
              .arg(numberText(own, digits), angle, is_minus ? QStringLiteral("−") : QStringLiteral("+"),
                  numberText(std::abs(other), digits),
                  numberText(double(vector.finished[std::size_t(dimension)]), digits));
}

std::vector<ExplanationSection> headVectorSections(
    const HeadVectorContent& query, const HeadVectorContent& key, int dimension, int& number)
{
    std::vector<ExplanationSection> sections;
    const auto holds = [dimension](const HeadVectorContent& vector) {
        return dimension >= 0 && std::size_t(dimension) < vector.way.projected.size();
    };
    if (!holds(query) || !holds(key))
        return sections;
    if (query.way.root_mean_square > 0)
        sections.push_back(normSection(query, key, dimension, number++));
    if (std::size_t(dimension) < 2 * query.way.angles.size())
        sections.push_back(turnSection(query, key, dimension, number++));
    return sections;
}

} // namespace glassformer
