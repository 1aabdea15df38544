#include "app/first_look.h"

#include "core/trace/tensor_name.h"

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

} // namespace

Selection lookFromPronoun(const Trace& trace, Selection selection)
{
    selection.position = pronounStep(trace, selection.position);
    const auto found = std::find_if(trace.source.begin(), trace.source.end(),
        [](const Token& token) { return token.text == "it" || token.text == "It" || token.text == "它"; });
    if (found == trace.source.end())
        return selection;
    const auto row = static_cast<std::size_t>(found - trace.source.begin());
    const Tensor& weights = trace.tensor(
        attentionTensor(AttentionSite::Encoder, selection.encoder_layer, AttentionPart::Weights));
    const std::size_t count = trace.source.size();
    const auto begin = weights.values.begin()
        + static_cast<std::ptrdiff_t>((static_cast<std::size_t>(selection.head) * count + row) * count);
    const auto strongest = std::max_element(begin, begin + static_cast<std::ptrdiff_t>(count));
    selection.query = selection.token = static_cast<int>(row);
    selection.key = static_cast<int>(strongest - begin);
    return selection;
}

Selection firstLook(const ModelCard& card, const Trace& trace, Selection selection)
{
    if (card.pointing_head) {
        selection.encoder_layer = card.pointing_head->layer;
        selection.head = card.pointing_head->head;
    }
    return lookFromPronoun(trace, selection);
}

} // namespace glassformer
