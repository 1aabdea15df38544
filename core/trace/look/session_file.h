#pragma once

#include "core/trace/look/view_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace glassformer {

/** A view to come back to. */
struct KeptPlace
{
    std::string name; ///< one line for people
    std::string note; ///< what is to be said there; may be empty
    ViewText view; ///< all of it, with the model's name and the digest of its weights
};

bool operator==(const KeptPlace& a, const KeptPlace& b);

/** Ending of such files' names. */
inline constexpr const char* session_ending = ".glassformer";
/** The newest form that this program reads; it writes no other. */
inline constexpr int session_version = 1;
/** What is larger is no session. */
inline constexpr std::uint64_t largest_session = 16u << 20;
inline constexpr std::size_t most_places = 1000;
inline constexpr std::size_t longest_place_name = 1000, longest_place_note = 100'000; ///< in bytes

/**
 * What somebody looks at, to be opened again: the places to come back to, and what was on the screen. As text, a JSON
 * object:
 *
 *     {"format": "glassformer-session", "version": 1, "program": "Glassformer 0.1.0",
 *      "view": {"model": "translator", "digest": "…", "text": "It was tired.", …},
 *      "place": 0,
 *      "places": [{"name": "The pronoun", "note": "Ask first.", "view": {…}}]}
 *
 * Views are those of view_text.h. view is left out if a recorded run was on the screen, place if none had been gone to;
 * it counts from 0. A version that is older than session_version is read as it was written then, for ever.
 */
struct SessionFile
{
    std::vector<KeptPlace> places;
    std::optional<std::size_t> place; ///< the one that was gone to last
    ViewText view; ///< on the screen; says nothing if that was a recorded run
    std::string program; ///< that wrote it: "Glassformer 0.1.0"
    std::string
        saved_as; ///< of a copy that was kept against a crash: the session's own file; empty: it had none

    /** Where one begins: what was on the screen, or else the first place; says nothing if there is neither. */
    ViewText beginning() const;
};

/** @throws Error for a text that is not UTF-8 */
std::string sessionText(const SessionFile& session);

/** @throws Error that names the field, or the version and the program that wrote a newer one */
SessionFile sessionFromText(std::string_view text, const std::string& where);

/** Whether a text says that it is a session, of whatever version. @throws Error if it is neither a link nor JSON */
bool isSession(std::string_view text, const std::string& where);

/** A link, a view as JSON, or the beginning of a session. @throws Error also for a session that has no view */
ViewText viewFromText(std::string_view text, const std::string& where);

} // namespace glassformer
