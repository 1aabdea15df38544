#include "app/window/lines/walk_choice.h"

#include "app/session/session.h"
#include "app/window/look/settings.h"

namespace glassformer {
namespace {

const QString full = QStringLiteral("full");
const QString brief = QStringLiteral("short");

} // namespace

void choosePath(Session& session, WalkPath path)
{
    settings().setValue(setting::path, path == WalkPath::Full ? full : brief);
    session.choosePath(path);
}

void choosePathAsBefore(Session& session)
{
    session.choosePath(
        settings().value(setting::path, brief).toString() == full ? WalkPath::Full : WalkPath::Short);
}

} // namespace glassformer
