#include "app/window/actions/action_rooms.h"

#include "app/presentation/presentation.h"
#include "app/window/look/theme.h"

#include <array>

namespace glassformer {
namespace {

using Parts = WindowParts;

constexpr double one_step_closer = 1.5;

bool isOn(const Parts& parts)
{
    return parts.presentation.isOn();
}

// Keys of one letter: they are keys only in front of a class, where nobody types.
constexpr std::array actions{
    UserAction{.id = "present",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("&Present to a class"); },
        .execute =
            [](const Parts& parts) { isOn(parts) ? parts.presentation.end() : parts.presentation.begin(); },
        .key = [] { return QKeySequence(Qt::Key_F5); },
        .tip =
            [](const Parts&) {
                return ActionText::tr("Full screen, large letters; answer and attention are covered.");
            },
        .checked = isOn,
        .also = [] { return QKeySequence(Qt::SHIFT | Qt::Key_F5); }},
    UserAction{.id = "present-uncover",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("&Reveal what is covered, or cover it again"); },
        .execute = [](const Parts& parts) { parts.presentation.uncover(); },
        .key = [] { return QKeySequence(Qt::Key_R); },
        .enabled = isOn,
        .begins_group = true,
        .also = [] { return QKeySequence(Qt::Key_Period); }},
    UserAction{.id = "present-next",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("Next step (clicker)"); },
        .execute = [](const Parts& parts) { parts.presentation.step(1); },
        .key = [] { return QKeySequence(Qt::Key_PageDown); },
        .enabled = isOn},
    UserAction{.id = "present-previous",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("Previous step (clicker)"); },
        .execute = [](const Parts& parts) { parts.presentation.step(-1); },
        .key = [] { return QKeySequence(Qt::Key_PageUp); },
        .enabled = isOn},
    UserAction{.id = "present-down",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("Next part of the page"); },
        .execute = [](const Parts& parts) { parts.presentation.moveSlide(1); },
        .key = [] { return QKeySequence(Qt::Key_Down); },
        .enabled = isOn},
    UserAction{.id = "present-up",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("Previous part of the page"); },
        .execute = [](const Parts& parts) { parts.presentation.moveSlide(-1); },
        .key = [] { return QKeySequence(Qt::Key_Up); },
        .enabled = isOn},
    UserAction{.id = "present-sentence",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("Show the &sentence bar"); },
        .execute =
            [](const Parts& parts) {
                parts.presentation.setShowsSentence(!parts.presentation.showsSentence());
            },
        .key = [] { return QKeySequence(Qt::Key_S); },
        .enabled = isOn,
        .checked = [](const Parts& parts) { return parts.presentation.showsSentence(); },
        .begins_group = true},
    UserAction{.id = "present-choosers",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("Show the &choice of layer and head"); },
        .execute =
            [](const Parts& parts) {
                parts.presentation.setShowsChoosers(!parts.presentation.showsChoosers());
            },
        .key = [] { return QKeySequence(Qt::Key_C); },
        .enabled = isOn,
        .checked = [](const Parts& parts) { return parts.presentation.showsChoosers(); }},
    UserAction{.id = "high-contrast",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("&High contrast"); },
        .execute = [](const Parts& parts) { parts.theme.setHighContrast(!parts.theme.hasHighContrast()); },
        .key = [] { return QKeySequence(Qt::SHIFT | Qt::Key_F6); },
        .checked = [](const Parts& parts) { return parts.theme.hasHighContrast(); }},
    UserAction{.id = "present-pointer",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("&Light where the pointer is"); },
        .execute =
            [](const Parts& parts) { parts.presentation.setPointer(!parts.presentation.hasPointer()); },
        .key = [] { return QKeySequence(Qt::Key_L); },
        .enabled = isOn,
        .checked = [](const Parts& parts) { return parts.presentation.hasPointer(); }},
    UserAction{.id = "present-draw",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("&Draw over the picture"); },
        .execute = [](const Parts& parts) { parts.presentation.setDrawing(!parts.presentation.isDrawing()); },
        .key = [] { return QKeySequence(Qt::Key_D); },
        .tip = [](const Parts&) { return ActionText::tr("A pen draws at any time, the mouse after this."); },
        .enabled = isOn,
        .checked = [](const Parts& parts) { return parts.presentation.isDrawing(); },
        .begins_group = true},
    UserAction{.id = "present-clear",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("&Wipe off what was drawn"); },
        .execute = [](const Parts& parts) { parts.presentation.clearInk(); },
        .key = [] { return QKeySequence(Qt::Key_X); },
        .enabled = isOn,
        .also = [] { return QKeySequence(Qt::Key_Backspace); }},
    UserAction{.id = "present-closer",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("Come closer"); },
        .execute = [](const Parts& parts) { parts.presentation.zoom(one_step_closer); },
        .key = [] { return QKeySequence(Qt::Key_Plus); },
        .enabled = isOn,
        .also = [] { return QKeySequence(Qt::Key_Equal); }},
    UserAction{.id = "present-farther",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("Go farther away"); },
        .execute = [](const Parts& parts) { parts.presentation.zoom(1 / one_step_closer); },
        .key = [] { return QKeySequence(Qt::Key_Minus); },
        .enabled = isOn},
    UserAction{.id = "present-back",
        .menu = ActionMenu::Class,
        .text = [](const Parts&) { return ActionText::tr("Back: out of zoom, drawing, presentation"); },
        .execute = [](const Parts& parts) { parts.presentation.back(); },
        .key = [] { return QKeySequence(Qt::Key_Escape); },
        .enabled = isOn},
};

} // namespace

std::span<const UserAction> classActions()
{
    return actions;
}

} // namespace glassformer
