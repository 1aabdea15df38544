#include "app/window/actions/action_rooms.h"

#include "app/window/about.h"

#include <array>

namespace glassformer {
namespace {

using Parts = WindowParts;

constexpr std::array actions{
    UserAction{.id = "about",
        .menu = ActionMenu::Help,
        .text = [](const Parts&) { return ActionText::tr("&About Glassformer"); },
        .execute = [](const Parts& parts) { showAbout(&parts.window); }},
};

} // namespace

std::span<const UserAction> helpActions()
{
    return actions;
}

} // namespace glassformer
