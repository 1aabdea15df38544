#include "app/window/actions/action_rooms.h"

#include "app/places/recent_sessions.h"
#include "app/places/session_document.h"
#include "app/places/session_questions.h"

#include <QFileInfo>
#include <QMainWindow>

#include <array>

namespace glassformer {
namespace {

using Parts = WindowParts;

constexpr auto control = Qt::CTRL;

QList<UserChoice> recent(const Parts& parts)
{
    QList<UserChoice> choices;
    for (const QString& path : recentSessions()) {
        const QFileInfo file(path);
        QString text = QStringLiteral("%1 — %2").arg(file.completeBaseName(), file.path());
        choices.append({{}, text.replace(u'&', QStringLiteral("&&")),
            [&parts, path] {
                unlessUnsaved(parts.document, &parts.window, [&parts, path] { parts.document.open(path); });
            },
            false});
    }
    if (choices.isEmpty())
        choices.append({{}, ActionText::tr("None yet"), {}, false});
    return choices;
}

constexpr std::array actions{
    UserAction{.id = "new-session",
        .menu = ActionMenu::File,
        .text = [](const Parts&) { return ActionText::tr("&New session"); },
        .execute =
            [](const Parts& parts) {
                unlessUnsaved(parts.document, &parts.window, [&parts] { parts.document.begin(); });
            },
        .tip = [](const Parts&) { return ActionText::tr("No places; what is on the screen stays."); },
        .enabled =
            [](const Parts& parts) {
                return !parts.document.path().isEmpty() || parts.document.isModified();
            }},
    UserAction{.id = "open-session",
        .menu = ActionMenu::File,
        .text = [](const Parts&) { return ActionText::tr("&Open session…"); },
        .execute = [](const Parts& parts) { chooseSession(parts.document, &parts.window); },
        .key = [] { return QKeySequence(control | Qt::SHIFT | Qt::Key_O); },
        .tip =
            [](const Parts&) {
                return ActionText::tr(
                    "Places that were saved, and what was on the screen: model, sentence, changes.");
            }},
    UserAction{.id = "save-session",
        .menu = ActionMenu::File,
        .text = [](const Parts&) { return ActionText::tr("Sa&ve session"); },
        .execute = [](const Parts& parts) { saveSession(parts.document, &parts.window); },
        .key = [] { return QKeySequence(control | Qt::Key_S); },
        .tip =
            [](const Parts&) { return ActionText::tr("The places, and what is on the screen, in a file."); }},
    UserAction{.id = "save-session-as",
        .menu = ActionMenu::File,
        .text = [](const Parts&) { return ActionText::tr("Save session &as…"); },
        .execute = [](const Parts& parts) { saveSessionAs(parts.document, &parts.window); },
        .key = [] { return QKeySequence(control | Qt::SHIFT | Qt::Key_S); }},
};

constexpr std::array choices{
    ChoiceMenu{.menu = ActionMenu::File,
        .behind = "open-session",
        .title = [] { return ActionText::tr("&Recent sessions"); },
        .choices = recent,
        .is_exclusive = false},
};

} // namespace

std::span<const UserAction> sessionActions()
{
    return actions;
}

std::span<const ChoiceMenu> sessionChoices()
{
    return choices;
}

} // namespace glassformer
