#include "app/window/actions/action_rooms.h"

#include "app/session/session.h"
#include "app/window/lines/layer_run.h"
#include "app/window/lines/show_me.h"
#include "app/window/lines/walk_choice.h"
#include "app/window/look/window_style.h"
#include "app/window/stage.h"

#include <array>

namespace glassformer {
namespace {

using Parts = WindowParts;

constexpr auto control = Qt::CTRL;

bool canTell(const Parts& parts)
{
    return showsSteps(parts) && parts.show_me.canTell();
}

constexpr std::array actions{
    UserAction{.id = "short-walk",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Short walk"); },
        .execute =
            [](const Parts& parts) {
                choosePath(parts.session,
                    parts.session.path() == WalkPath::Short ? WalkPath::Full : WalkPath::Short);
            },
        .key = [] { return QKeySequence(control | Qt::Key_J); },
        .enabled = showsSteps,
        .checked = [](const Parts& parts) { return parts.session.path() == WalkPath::Short; },
        .begins_group = true},
    UserAction{.id = "layer-run",
        .menu = ActionMenu::View,
        .text =
            [](const Parts& parts) {
                return parts.stage.layerRun().isRunning() ? ActionText::tr("Stop in this layer")
                                                          : ActionText::tr("Run through all layers");
            },
        .execute =
            [](const Parts& parts) {
                LayerRun& run = parts.stage.layerRun();
                run.isRunning() ? run.stop() : run.start();
            },
        .key = [] { return QKeySequence(control | Qt::SHIFT | Qt::Key_R); },
        .tip =
            [](const Parts&) { return ActionText::tr("The same step in every layer, one after the other."); },
        .enabled = [](const Parts& parts) { return showsSteps(parts) && parts.stage.layerRun().canStart(); }},
    UserAction{.id = "show-me",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Show me how this number is made"); },
        .execute = [](const Parts& parts) { parts.show_me.play(); },
        .key = [] { return QKeySequence(Qt::Key_Space); },
        .tip =
            [](const Parts&) {
                return ActionText::tr(
                    "Term by term, and then all other numbers; once more to stop and to go on.");
            },
        .enabled = canTell,
        .begins_group = true},
    UserAction{.id = "show-me-on",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("One moment on"); },
        .execute = [](const Parts& parts) { parts.show_me.move(1); },
        .key = [] { return QKeySequence(control | Qt::Key_Period); },
        .enabled = canTell},
    UserAction{.id = "show-me-back",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("One moment back"); },
        .execute = [](const Parts& parts) { parts.show_me.move(-1); },
        .key = [] { return QKeySequence(control | Qt::Key_Comma); },
        .enabled = [](const Parts& parts) { return parts.show_me.isTelling(); }},
    UserAction{.id = "show-me-end",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Show everything at once"); },
        .execute = [](const Parts& parts) { parts.show_me.end(); },
        .key = [] { return QKeySequence(Qt::SHIFT | Qt::Key_Space); },
        .enabled = [](const Parts& parts) { return parts.show_me.isTelling(); }},
    UserAction{.id = "motion",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Let data flow through the machine"); },
        .execute = [](const Parts&) { WindowStyle::setMayMove(!WindowStyle::mayMove()); },
        .tip =
            [](const Parts&) {
                return ActionText::tr("A short movement along the wires with every step; none where the "
                                      "desktop wants it still.");
            },
        .checked = [](const Parts&) { return WindowStyle::mayMove(); }},
};

} // namespace

std::span<const UserAction> walkActions()
{
    return actions;
}

} // namespace glassformer
