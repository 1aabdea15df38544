#pragma once

#include "app/window/user_action.h"

#include <QCoreApplication>

namespace glassformer {

/** Where the texts of actions and menus are translated. */
struct ActionText
{
    Q_DECLARE_TR_FUNCTIONS(ActionText)
};

/** Whether the run can be made again: it was not read from a file. */
bool isLive(const WindowParts& parts);
/** Whether a step is on the screen, not two runs side by side. */
bool showsSteps(const WindowParts& parts);
/** Whether keys do what they do at a desk: in front of a class a clicker's are others. */
bool isAtDesk(const WindowParts& parts);

// What the user can do, a room for each menu; in the order in which it stands there.

std::span<const UserAction> sessionActions(); ///< of the file's menu
std::span<const UserAction> fileActions();
std::span<const UserAction> editActions();
std::span<const UserAction> viewActions();
std::span<const UserAction> walkActions(); ///< more of the view's: ways through the steps
std::span<const UserAction> modelActions();
std::span<const UserAction> changeActions();
std::span<const UserAction> experimentActions();
std::span<const UserAction> evidenceActions(); ///< of the experiments' menu, too
std::span<const UserAction> classActions();
std::span<const UserAction> placeActions(); ///< of the class's menu, too
std::span<const UserAction> helpActions();

std::span<const ChoiceMenu> sessionChoices();
std::span<const ChoiceMenu> viewChoices();
std::span<const ChoiceMenu> modelChoices();

} // namespace glassformer
