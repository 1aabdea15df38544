#include "app/window/actions/action_rooms.h"

#include "app/figures/dialog/figure_actions.h"
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
        .execute = [](const Parts& parts) { chooseTrace(&parts.window, parts.session); },
        .begins_group = true},
    UserAction{.id = "figure",
        .menu = ActionMenu::File,
        .text = [](const Parts&) { return ActionText::tr("&Figure…"); },
        .execute = makeFigure,
        .key = [] { return QKeySequence(control | Qt::SHIFT | Qt::Key_E); },
        .tip =
            [](const Parts&) {
                return ActionText::tr(
                    "A figure for paper or slides of what is shown: SVG, PDF, PNG, LaTeX, or moving as WebP");
            },
        .begins_group = true},
    UserAction{.id = "copy-figure",
        .menu = ActionMenu::File,
        .text = [](const Parts&) { return ActionText::tr("&Copy figure"); },
        .execute = copyFigureAgain,
        .key = [] { return QKeySequence(QKeySequence::Copy); },
        .tip =
            [](const Parts&) {
                return ActionText::tr(
                    "A figure as the last one was chosen: SVG, PDF and PNG on the clipboard");
            },
        .also = [] { return QKeySequence(control | Qt::SHIFT | Qt::Key_C); }},
    UserAction{.id = "handout",
        .menu = ActionMenu::File,
        .text = [](const Parts&) { return ActionText::tr("&Handout of the walk…"); },
        .execute = makeHandout,
        .tip =
            [](const Parts&) {
                return ActionText::tr("A page for each step, as a PDF or as one file for a browser");
            }},
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
