#include "app/start/last_time.h"

#include "app/places/session_document.h"
#include "app/session/session.h"
#include "app/start/start_options.h"
#include "app/window/look/settings.h"
#include "app/window/main_window.h"
#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/trace/look/view_text.h"

namespace glassformer {
namespace {

constexpr qsizetype longest_kept = 20'000;

/** Whether a start goes on where the last one ended: the options name nothing of their own to look at. */
bool goesOn(const StartOptions& options)
{
    const bool names_all = !options.trace.isEmpty() || options.view.has("model") || options.view.has("text");
    return !options.is_fresh && !options.is_benchmark && !names_all;
}

} // namespace

ViewText lastView()
{
    const QString kept = settings().value(setting::view).toString();
    if (kept.isEmpty())
        return {};
    try {
        return ViewText::fromJson(kept.toStdString(), setting::view.toStdString());
    } catch (const Error&) {
        return {}; // of another version of the program, or damaged: as if there were none
    }
}

QString firstSession(const StartOptions& options)
{
    if (!options.session.isEmpty() || !goesOn(options))
        return options.session;
    return settings().value(setting::session).toString();
}

ViewText firstView(const StartOptions& options)
{
    if (!goesOn(options))
        return options.view;
    ViewText view = lastView();
    for (const JsonMember& field : options.view.fields())
        view.set(field.key, field.value);
    return view;
}

void keepForNextTime(const Session& session, MainWindow& window)
{
    window.keepLayout();
    settings().setValue(setting::session, window.document().path());
    if (session.isRecorded())
        return;
    View view = viewOf(*session.trace(), session.selection());
    view.request = session.request();
    view.compared = window.compared();
    ViewText text = ViewText::of(view);
    if (const std::filesystem::path folder = session.model().folder(); !folder.empty())
        text.set("model", pathText(folder));
    text.remove("digest");
    const QString json = QString::fromStdString(text.json());
    if (json.size() <= longest_kept)
        settings().setValue(setting::view, json);
    else
        settings().remove(setting::view);
}

} // namespace glassformer
