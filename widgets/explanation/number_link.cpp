#include "widgets/explanation/number_link.h"

namespace glassformer {
namespace {

/** Whether both show the same numbers; a word that is named is the one that was written. */
bool isSamePlace(Selection one, Selection other)
{
    one.word = other.word = std::nullopt;
    return one == other;
}

} // namespace

QString placeLink(ExplanationSection& section, const StepContext& context,
    const std::optional<Selection>& place, const QString& number)
{
    if (!place || isSamePlace(*place, context.selection))
        return number;
    section.links.push_back(*place);
    return QStringLiteral("{@%1:%2}").arg(QString::number(section.links.size() - 1), number);
}

QString numberLink(
    ExplanationSection& section, const StepContext& context, const NumberPlace& place, const QString& number)
{
    return placeLink(section, context, lookAt(place, context.selection, context.trace), number);
}

} // namespace glassformer
