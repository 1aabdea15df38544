// A session is refused, or what it says is written again and says the same.
#include "core/trace/look/session_file.h"
#include "tests/fuzz/fuzz.h"

using namespace glassformer;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::accepted([text = std::string(fuzz::textOf(data, size))] {
        const SessionFile session = sessionFromText(text, "a.glassformer");
        fuzz::require(session.places.size() <= most_places, "no more places than there may be");
        fuzz::require(
            !session.place || *session.place < session.places.size(), "the place is one of the list");
        SessionFile again;
        fuzz::require(fuzz::accepted([&] { again = sessionFromText(sessionText(session), ""); }),
            "what is written is read");
        fuzz::require(again.places == session.places && again.place == session.place
                && again.view.json() == session.view.json() && again.program == session.program
                && again.saved_as == session.saved_as,
            "both say the same");
    });
    return 0;
}
