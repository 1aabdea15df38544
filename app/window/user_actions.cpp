#include "app/experiments/pages.h"
#include "app/presentation/presentation.h"
#include "app/session/session.h"
#include "app/window/actions/action_rooms.h"

#include <vector>

namespace glassformer {
namespace {

template <typename Entry> std::vector<Entry> joined(std::initializer_list<std::span<const Entry>> rooms)
{
    std::vector<Entry> all;
    for (const std::span<const Entry> room : rooms)
        all.insert(all.end(), room.begin(), room.end());
    return all;
}

} // namespace

bool isLive(const WindowParts& parts)
{
    return !parts.session.isRecorded();
}

bool isAtDesk(const WindowParts& parts)
{
    return !parts.presentation.isOn();
}

bool showsSteps(const WindowParts& parts)
{
    return !parts.pages.isComparing();
}

QString menuTitle(ActionMenu menu)
{
    switch (menu) {
    case ActionMenu::File:
        return ActionText::tr("&File");
    case ActionMenu::Edit:
        return ActionText::tr("&Edit");
    case ActionMenu::View:
        return ActionText::tr("&View");
    case ActionMenu::Model:
        return ActionText::tr("&Model");
    case ActionMenu::Change:
        return ActionText::tr("&Change");
    case ActionMenu::Experiment:
        return ActionText::tr("&Experiment");
    case ActionMenu::Class:
        return ActionText::tr("C&lass");
    case ActionMenu::Help:
        return ActionText::tr("&Help");
    }
    return {};
}

std::span<const UserAction> userActions()
{
    static const std::vector<UserAction> actions = joined<UserAction>({sessionActions(), fileActions(),
        editActions(), viewActions(), walkActions(), modelActions(), changeActions(), experimentActions(),
        evidenceActions(), classActions(), placeActions(), helpActions()});
    return actions;
}

std::span<const ChoiceMenu> choiceMenus()
{
    static const std::vector<ChoiceMenu> choices =
        joined<ChoiceMenu>({sessionChoices(), viewChoices(), modelChoices()});
    return choices;
}

} // namespace glassformer
