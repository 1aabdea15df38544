// A text of a view is refused, or the view that it says is written as a link and as JSON that say the same.
#include "core/trace/look/view_text.h"
#include "tests/fuzz/fuzz.h"

using namespace glassformer;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::accepted([text = std::string(fuzz::textOf(data, size))] {
        const View view = ViewText::fromLinkOrJson(text, "view.json").over({});
        const ViewText whole = ViewText::of(view);
        View from_link, from_json;
        fuzz::require(
            fuzz::accepted([&] { from_link = ViewText::fromLink(whole.link()).over({}); }), "a link is read");
        fuzz::require(fuzz::accepted([&] { from_json = ViewText::fromJson(whole.json(), "").over({}); }),
            "JSON is read");
        fuzz::require(from_link == view && from_json == view, "both say the same");
    });
    return 0;
}
