#include "app/window/actions/action_rooms.h"

#include "app/experiments/pages.h"
#include "app/models/model_card_dialog.h"
#include "app/models/model_list.h"
#include "app/models/model_opening.h"
#include "app/models/recent_models.h"
#include "app/session/session.h"
#include "app/window/look/interface_language.h"

#include <QMainWindow>

#include <array>

namespace glassformer {
namespace {

using Parts = WindowParts;

constexpr auto control = Qt::CTRL;

QList<UserChoice> recent(const Parts& parts)
{
    QList<UserChoice> choices;
    for (const QString& folder : recentModels())
        choices.append(
            {{}, folder, [&parts, folder] { parts.session.openModel(folderFiles(folder)); }, false});
    if (choices.isEmpty())
        choices.append({{}, ActionText::tr("None yet"), {}, false});
    return choices;
}

constexpr std::array actions{
    UserAction{.id = "open-model",
        .menu = ActionMenu::Model,
        .text = [](const Parts&) { return ActionText::tr("&Open model folder…"); },
        .execute =
            [](const Parts& parts) {
                askForModelFolder(&parts.window,
                    [&parts](const QString& folder) { parts.session.openModel(folderFiles(folder)); });
            },
        .key = [] { return QKeySequence(QKeySequence::Open); }},
    UserAction{.id = "compare",
        .menu = ActionMenu::Model,
        .text = [](const Parts&) { return ActionText::tr("&Compare with another model"); },
        .execute = [](const Parts& parts) { parts.pages.toggle(ComparedWith::Model); },
        .key = [] { return QKeySequence(control | Qt::Key_M); },
        .enabled = isLive,
        .checked = [](const Parts& parts) { return parts.pages.comparedWith() == ComparedWith::Model; },
        .begins_group = true},
    UserAction{.id = "about-model",
        .menu = ActionMenu::Model,
        .text = [](const Parts&) { return ActionText::tr("&About this model"); },
        .execute =
            [](const Parts& parts) {
                (new ModelCardDialog(parts.session.model(), parts.language.code(), &parts.window))->open();
            },
        .key = [] { return QKeySequence(control | Qt::Key_I); },
        .enabled = isLive},
};

constexpr std::array choices{
    ChoiceMenu{.menu = ActionMenu::Model,
        .behind = "open-model",
        .title = [] { return ActionText::tr("&Recent models"); },
        .choices = recent,
        .is_exclusive = false},
};

} // namespace

std::span<const UserAction> modelActions()
{
    return actions;
}

std::span<const ChoiceMenu> modelChoices()
{
    return choices;
}

} // namespace glassformer
