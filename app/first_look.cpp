#include "app/first_look.h"

#include "core/file/byte_file.h"
#include "core/file/strict_json.h"
#include "core/trace/tensor_name.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr std::uint64_t largest_card = 1u << 20;

} // namespace

Selection lookFromPronoun(const Trace& trace, Selection selection)
{
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

Selection firstLook(const Model& model, const Trace& trace, Selection selection)
{
    const std::filesystem::path path = model.folder / "card.json";
    if (!std::filesystem::exists(path))
        return selection;
    const Json json = parseJson(readFile(path, largest_card), pathText(path));
    const JsonField card(json, pathText(path));
    const HeadName head = headFromText(card["pointing_head"].text(), trace.config);
    selection.encoder_layer = head.layer;
    selection.head = head.head;
    return lookFromPronoun(trace, selection);
}

} // namespace glassformer
