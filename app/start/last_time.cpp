#include "app/start/last_time.h"

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

ViewText firstView(const StartOptions& options)
{
    const bool names_all = !options.trace.isEmpty() || options.view.has("model") || options.view.has("text");
    if (options.is_fresh || options.is_benchmark || names_all)
        return options.view;
    ViewText view = lastView();
    for (const JsonMember& field : options.view.fields())
        view.set(field.key, field.value);
    return view;
}

void keepForNextTime(const Session& session, MainWindow& window)
{
    window.keepLayout();
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
