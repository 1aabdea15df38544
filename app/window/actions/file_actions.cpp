#include "app/window/actions/action_rooms.h"

#include "app/figures/picture_actions.h"
#include "app/models/model_opening.h"

#include <QMainWindow>

#include <array>

namespace glassformer {
namespace {

using Parts = WindowParts;

constexpr auto control = Qt::CTRL;

constexpr std::array actions{
    UserAction{.id = "open-trace",
        .menu = ActionMenu::File,
        .text = [](const Parts&) { return ActionText::tr("Open &trace…"); },
        .execute = [](const Parts& parts) { chooseTrace(&parts.window, parts.session); }},
    UserAction{.id = "save-picture",
        .menu = ActionMenu::File,
        .text = [](const Parts&) { return ActionText::tr("&Save picture…"); },
        .execute = savePicture,
        .key = [] { return QKeySequence(QKeySequence::Save); },
        .begins_group = true},
    UserAction{.id = "copy-picture",
        .menu = ActionMenu::File,
        .text = [](const Parts&) { return ActionText::tr("&Copy picture"); },
        .execute = copyPicture,
        .key = [] { return QKeySequence(control | Qt::SHIFT | Qt::Key_C); }},
    UserAction{.id = "quit",
        .menu = ActionMenu::File,
        .text = [](const Parts&) { return ActionText::tr("&Quit"); },
        .execute = [](const Parts& parts) { parts.window.close(); },
        .key = [] { return QKeySequence(QKeySequence::Quit); },
        .begins_group = true},
};

} // namespace

std::span<const UserAction> fileActions()
{
    return actions;
}

} // namespace glassformer
