#include "app/session/first_look.h"

#include "app/session/gap_text.h"
#include "core/trace/place.h"
#include "core/trace/tensor_name.h"
#include "core/trace/tensor_slice.h"

#include <algorithm>
#include <set>
#include <string>

namespace glassformer {
namespace {

/** The decoder's step that writes the pronoun; the step stays where there is none. */
int pronounStep(const Trace& trace, int otherwise)
{
    static const std::set<std::string> pronouns{"il", "elle", "ils", "elles", "it", "It", "它", "Il", "Elle"};
    const auto found = std::find_if(trace.written.begin(), trace.written.end(),
        [](const Token& token) { return pronouns.count(token.text) != 0; });
    return found == trace.written.end() ? otherwise : static_cast<int>(found - trace.written.begin());
}

bool isPronoun(const Token& token)
{
    const QString text = QString::fromStdString(token.text).trimmed();
    return text == QStringLiteral("it") || text == QStringLiteral("It") || text == QStringLiteral("它");
}

/** The output's row that says most: the pronoun's, the first that the model writes on from, the first gap's. */
int firstPosition(const Trace& trace, int otherwise)
{
    if (trace.config.hasCrossAttention())
        return pronounStep(trace, otherwise);
    return trace.config.hasDecoder() ? std::max(0, trace.given - 1) : firstGap(trace).value_or(otherwise);
}

/** The column of the largest weight in a row of the chosen head. */
std::optional<int> strongestKey(const Trace& trace, const Selection& selection, int row)
{
    const AttentionSite site = firstSiteOf(trace.config);
    const MatrixSlice weights =
        headOf(trace, attentionTensor(site, selection.layerOf(site), AttentionPart::Weights), selection.head);
    if (row >= weights.rows)
        return std::nullopt;
    const std::span<const float> values = weights.row(row);
    return static_cast<int>(std::max_element(values.begin(), values.end()) - values.begin());
}

} // namespace

Selection lookFromPronoun(const Trace& trace, Selection selection)
{
    selection.position = firstPosition(trace, selection.position);
    const auto pronoun = std::find_if(trace.source.begin(), trace.source.end(), isPronoun);
    std::optional<int> row = firstGap(trace);
    if (!row && pronoun != trace.source.end())
        row = static_cast<int>(pronoun - trace.source.begin());
    if (!row)
        return selection;
    selection.query = selection.token = *row;
    selection.key = strongestKey(trace, selection, *row);
    return selection;
}

Selection firstLook(const ModelCard& card, const Trace& trace, Selection selection)
{
    if (card.pointing_head) {
        selection = withLayer(selection, AttentionSite::Encoder, card.pointing_head->layer);
        selection.head = card.pointing_head->head;
    }
    return lookFromPronoun(trace, selection);
}

} // namespace glassformer
