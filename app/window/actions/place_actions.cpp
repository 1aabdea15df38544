#include "app/window/actions/action_rooms.h"

#include "app/places/place_acts.h"
#include "app/window/panels.h"
#include "app/window/side_panel.h"

#include <array>

namespace glassformer {
namespace {

using Parts = WindowParts;

bool canGoOn(const Parts& parts)
{
    return canStepPlace(parts, 1);
}

bool canGoBack(const Parts& parts)
{
    return canStepPlace(parts, -1);
}

bool showsPlaces(const Parts& parts)
{
    return parts.panels.isShown(PanelPlace::Inspector) && parts.side.showsPlaces();
}

void showPlaces(const Parts& parts)
{
    if (showsPlaces(parts))
        return parts.side.showEvidence(false);
    parts.panels.setShown(PanelPlace::Inspector, true);
    parts.side.showPlaces();
}

constexpr std::array actions{
    UserAction{.id = "add-place",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("&Add this place"); },
        .execute = addPlace,
        .key = [] { return QKeySequence(Qt::CTRL | Qt::Key_D); },
        .tip =
            [](const Parts&) { return ActionText::tr("Keeps what is on the screen now, to come back to."); },
        .begins_group = true,
        .obstacle =
            [](const Parts& parts) {
                return !isLive(parts)    ? ActionText::tr("a recorded run is a file: share that")
                    : canAddPlace(parts) ? QString()
                                         : ActionText::tr("there are as many as a session holds");
            }},
    UserAction{.id = "next-place",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("&Next place"); },
        .execute = [](const Parts& parts) { stepPlace(parts, 1); },
        .key = [] { return QKeySequence(Qt::ALT | Qt::Key_PageDown); },
        .enabled = canGoOn},
    UserAction{.id = "previous-place",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("Pre&vious place"); },
        .execute = [](const Parts& parts) { stepPlace(parts, -1); },
        .key = [] { return QKeySequence(Qt::ALT | Qt::Key_PageUp); },
        .enabled = canGoBack},
    UserAction{.id = "show-places",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("Places and no&tes"); },
        .execute = showPlaces,
        .key = [] { return QKeySequence(Qt::Key_F9); },
        .enabled = [](const Parts& parts) { return showsSteps(parts) && isAtDesk(parts); },
        .checked = showsPlaces},
    // One letter: in front of a class nobody types.
    UserAction{.id = "present-next-place",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("Next place, in front of a class"); },
        .execute = [](const Parts& parts) { stepPlace(parts, 1); },
        .key = [] { return QKeySequence(Qt::Key_N); },
        .enabled = [](const Parts& parts) { return !isAtDesk(parts) && canGoOn(parts); }},
    UserAction{.id = "present-previous-place",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("Previous place, in front of a class"); },
        .execute = [](const Parts& parts) { stepPlace(parts, -1); },
        .key = [] { return QKeySequence(Qt::Key_P); },
        .enabled = [](const Parts& parts) { return !isAtDesk(parts) && canGoBack(parts); }},
};

} // namespace

std::span<const UserAction> placeActions()
{
    return actions;
}

} // namespace glassformer
