#include "app/window/actions/action_rooms.h"

#include "app/session/history.h"
#include "app/session/trail.h"
#include "app/window/view_link.h"

#include <array>

namespace glassformer {
namespace {

using Parts = WindowParts;

constexpr auto control = Qt::CTRL;

constexpr std::array actions{
    UserAction{.id = "undo",
        .menu = ActionMenu::Edit,
        .text = [](const Parts&) { return ActionText::tr("&Undo"); },
        .execute = [](const Parts& parts) { parts.history.undo(); },
        .key = [] { return QKeySequence(control | Qt::Key_Z); },
        .enabled = [](const Parts& parts) { return parts.history.canUndo(); }},
    UserAction{.id = "redo",
        .menu = ActionMenu::Edit,
        .text = [](const Parts&) { return ActionText::tr("&Redo"); },
        .execute = [](const Parts& parts) { parts.history.redo(); },
        .key = [] { return QKeySequence(control | Qt::SHIFT | Qt::Key_Z); },
        .enabled = [](const Parts& parts) { return parts.history.canRedo(); }},
    UserAction{.id = "back",
        .menu = ActionMenu::Edit,
        .text = [](const Parts&) { return ActionText::tr("&Back to where I looked before"); },
        .execute = [](const Parts& parts) { parts.trail.back(); },
        .key = [] { return QKeySequence(Qt::ALT | Qt::Key_Left); },
        .enabled = [](const Parts& parts) { return showsSteps(parts) && parts.trail.canGoBack(); },
        .begins_group = true},
    UserAction{.id = "forward",
        .menu = ActionMenu::Edit,
        .text = [](const Parts&) { return ActionText::tr("&Forward again"); },
        .execute = [](const Parts& parts) { parts.trail.forward(); },
        .key = [] { return QKeySequence(Qt::ALT | Qt::Key_Right); },
        .enabled = [](const Parts& parts) { return showsSteps(parts) && parts.trail.canGoForward(); }},
    UserAction{.id = "copy-link",
        .menu = ActionMenu::Edit,
        .text = [](const Parts&) { return ActionText::tr("Copy &link to this view"); },
        .execute = copyViewLink,
        .key = [] { return QKeySequence(control | Qt::SHIFT | Qt::Key_L); },
        .begins_group = true,
        .obstacle =
            [](const Parts& parts) {
                return isLive(parts) ? QString() : ActionText::tr("a recorded run is a file: share that");
            }},
    UserAction{.id = "open-link",
        .menu = ActionMenu::Edit,
        .text = [](const Parts&) { return ActionText::tr("&Open the copied link"); },
        .execute = openCopiedLink,
        .key = [] { return QKeySequence(control | Qt::SHIFT | Qt::Key_V); }},
};

} // namespace

std::span<const UserAction> editActions()
{
    return actions;
}

} // namespace glassformer
