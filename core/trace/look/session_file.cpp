#include "core/trace/look/session_file.h"

#include "core/error.h"
#include "core/file/json/strict_json.h"

#include <limits>
#include <utility>

namespace glassformer {
namespace {

constexpr const char* format_name = "glassformer-session";

std::string shortText(const JsonField& field, std::size_t most_bytes)
{
    const std::string& text = field.text();
    if (text.size() > most_bytes)
        field.refuse(Message::tr("a text of at most %1 bytes", most_bytes));
    return text;
}

/** A view within the file; errors name its place in it. */
ViewText readView(const JsonField& field)
{
    field.members(); // an object, or this says that it is none
    return ViewText::fromJson(jsonText(field.json()), field.where());
}

KeptPlace readPlace(const JsonField& field)
{
    field.requireOnly({"name", "note", "view"});
    KeptPlace place{shortText(field["name"], longest_place_name), {}, readView(field["view"])};
    if (const auto note = field.find("note"))
        place.note = shortText(*note, longest_place_note);
    return place;
}

/** A newer form is told by the program that wrote it, whatever else stands there. */
void requireKnownVersion(const JsonField& root)
{
    const JsonField version = root["version"];
    const std::int64_t number = version.integer(1, std::numeric_limits<std::int64_t>::max());
    if (number <= session_version)
        return;
    const auto program = root.find("program");
    const bool is_named = program && program->json().kind() == Json::Kind::Text;
    version.refuse(Message::tr("version %1 or older", session_version),
        is_named ? Message::tr(
            "a session of version %1, written by %2", number, shortText(*program, longest_place_name))
                 : Message::tr("a session of version %1", number),
        Message::tr("Open it with the program that wrote it, or a newer one."));
}

} // namespace

bool operator==(const KeptPlace& a, const KeptPlace& b)
{
    return a.name == b.name && a.note == b.note && a.view.json() == b.view.json();
}

ViewText SessionFile::beginning() const
{
    return view.fields().empty() && !places.empty() ? places.front().view : view;
}

std::string sessionText(const SessionFile& session)
{
    std::vector<Json> places;
    for (const KeptPlace& place : session.places)
        places.push_back(Json::object(
            {{"name", place.name}, {"note", place.note}, {"view", Json::object(place.view.fields())}}));
    std::vector<JsonMember> members{
        {"format", format_name}, {"version", session_version}, {"program", session.program}};
    if (!session.saved_as.empty())
        members.push_back({"saved_as", session.saved_as});
    if (!session.view.fields().empty())
        members.push_back({"view", Json::object(session.view.fields())});
    if (session.place)
        members.push_back({"place", *session.place});
    members.push_back({"places", Json::array(std::move(places))});
    return jsonText(Json::object(std::move(members)), 2) + "\n";
}

SessionFile sessionFromText(std::string_view text, const std::string& where)
{
    const Json json = parseJson(text, where);
    const JsonField root(json, where);
    root["format"].oneOf({format_name});
    requireKnownVersion(root);
    root.requireOnly({"format", "version", "program", "saved_as", "view", "place", "places"});
    SessionFile session;
    session.program = shortText(root["program"], longest_place_name);
    if (const auto saved_as = root.find("saved_as"))
        session.saved_as = saved_as->text();
    if (const auto view = root.find("view"))
        session.view = readView(*view);
    const JsonField places = root["places"];
    if (places.size() > most_places)
        places.refuse(Message::tr("at most %1 places", most_places));
    for (std::size_t i = 0; i < places.size(); ++i)
        session.places.push_back(readPlace(places.at(i)));
    if (const auto place = root.find("place")) {
        const auto last = static_cast<std::int64_t>(places.size()) - 1;
        if (last < 0)
            place->refuse(Message::tr("nothing, where there are no places"));
        session.place = static_cast<std::size_t>(place->integer(0, last));
    }
    return session;
}

bool isSession(std::string_view text, const std::string& where)
{
    if (ViewText::isLink(text))
        return false;
    const Json root = parseJson(text, where);
    const Json* format = root.kind() == Json::Kind::Object ? root.find("format") : nullptr;
    return format && format->kind() == Json::Kind::Text && format->text() == format_name;
}

ViewText viewFromText(std::string_view text, const std::string& where)
{
    if (ViewText::isLink(text))
        return ViewText::fromLink(text);
    if (!isSession(text, where))
        return ViewText::fromJson(text, where);
    ViewText view = sessionFromText(text, where).beginning();
    if (view.fields().empty())
        throw Error({Message::tr("a session without a view"), where,
            Message::tr("a session with a view or a place"), {}});
    return view;
}

} // namespace glassformer
