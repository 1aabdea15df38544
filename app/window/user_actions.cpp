#include "app/experiments/pages.h"
#include "app/figures/picture_actions.h"
#include "app/models/model_card_dialog.h"
#include "app/models/model_list.h"
#include "app/models/model_opening.h"
#include "app/models/recent_models.h"
#include "app/session/session.h"
#include "app/window/about.h"
#include "app/window/input_bar.h"
#include "app/window/interface_language.h"
#include "app/window/settings.h"
#include "app/window/stage.h"
#include "app/window/theme.h"
#include "app/window/user_action.h"
#include "core/trace/step/step_list.h"
#include "widgets/look/line_text.h"
#include "widgets/steps/step_view.h"

#include <QCoreApplication>
#include <QMainWindow>

#include <array>

namespace glassformer {
namespace {

/** Where the texts of actions and menus are translated. */
struct ActionText
{
    Q_DECLARE_TR_FUNCTIONS(ActionText)
};

using Parts = WindowParts;

bool isLive(const Parts& parts)
{
    return !parts.session.isRecorded();
}

bool showsSteps(const Parts& parts)
{
    return !parts.pages.isComparing();
}

bool hasSwap(const Parts& parts)
{
    return parts.session.swap().has_value();
}

bool canToggleHead(const Parts& parts)
{
    return showsHead(parts.session.selection().step) && parts.session.canToggle(parts.session.head());
}

QString swapText(const Parts& parts)
{
    const auto swap = parts.session.swap();
    return swap ? ActionText::tr("Swap “%1” for “%2”").arg(literalLabel(swap->from), literalLabel(swap->to))
                : ActionText::tr("Swap the deciding word");
}

void swapWord(const Parts& parts)
{
    if (const auto swap = parts.session.swap())
        parts.session.runText(swap->text, QString::fromStdString(parts.session.request().target_language));
}

QList<UserChoice> languages(const Parts& parts)
{
    QList<UserChoice> choices;
    for (const QString& code : InterfaceLanguage::codes())
        choices.append({QStringLiteral("language-") + code, InterfaceLanguage::ownName(code),
            [&parts, code] {
                parts.language.choose(code);
                settings().setValue(setting::language, code);
            },
            code == parts.language.code()});
    return choices;
}

QList<UserChoice> themes(const Parts& parts)
{
    QList<UserChoice> choices;
    const auto add = [&](Theme::Choice choice, const QString& text) {
        choices.append({QStringLiteral("theme-") + Theme::id(choice), text,
            [&parts, choice] {
                parts.theme.choose(choice);
                settings().setValue(setting::theme, Theme::id(choice));
            },
            choice == parts.theme.choice()});
    };
    add(Theme::Choice::Desktop, ActionText::tr("As the desktop"));
    add(Theme::Choice::Light, ActionText::tr("Light"));
    add(Theme::Choice::Dark, ActionText::tr("Dark"));
    return choices;
}

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

constexpr auto control = Qt::CTRL;

// In the order of the menus.
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
    // Arrow keys reach the window only where nothing that has the focus wants them: a text field, a heatmap.
    UserAction{.id = "previous-step",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Previous step"); },
        .execute = [](const Parts& parts) { parts.session.moveStep(-1); },
        .key = [] { return QKeySequence(Qt::Key_Left); },
        .enabled = showsSteps},
    UserAction{.id = "next-step",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Next step"); },
        .execute = [](const Parts& parts) { parts.session.moveStep(1); },
        .key = [] { return QKeySequence(Qt::Key_Right); },
        .enabled = showsSteps},
    UserAction{.id = "previous-layer",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Previous layer, same step"); },
        .execute = [](const Parts& parts) { parts.session.moveLayer(-1); },
        .key = [] { return QKeySequence(Qt::Key_PageUp); }},
    UserAction{.id = "next-layer",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Next layer, same step"); },
        .execute = [](const Parts& parts) { parts.session.moveLayer(1); },
        .key = [] { return QKeySequence(Qt::Key_PageDown); }},
    UserAction{.id = "walk-back",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Back to the beginning of the layer"); },
        .execute = [](const Parts& parts) { parts.stage.walkBack(); },
        .key = [] { return QKeySequence(Qt::SHIFT | Qt::Key_PageUp); },
        .tip =
            [](const Parts&) {
                return ActionText::tr("To the first step of this layer; from there, of the layer before.");
            },
        .enabled = [](const Parts& parts) { return showsSteps(parts) && parts.stage.canWalkBack(); }},
    UserAction{.id = "walk-layers",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Walk on through the next layer"); },
        .execute = [](const Parts& parts) { parts.stage.walkOn(); },
        .key = [] { return QKeySequence(Qt::SHIFT | Qt::Key_PageDown); },
        .tip = [](const Parts&) { return ActionText::tr("All steps once more, in the next layer."); },
        .enabled = [](const Parts& parts) { return showsSteps(parts) && parts.stage.canWalkOn(); }},
    UserAction{.id = "previous-head",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Previous head"); },
        .execute = [](const Parts& parts) { parts.session.moveHead(-1); },
        .key = [] { return QKeySequence(control | Qt::Key_PageUp); }},
    UserAction{.id = "next-head",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Next head"); },
        .execute = [](const Parts& parts) { parts.session.moveHead(1); },
        .key = [] { return QKeySequence(control | Qt::Key_PageDown); }},
    UserAction{.id = "type-sentence",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Type a sentence"); },
        .execute = [](const Parts& parts) { parts.input.focusText(); },
        .key = [] { return QKeySequence(control | Qt::Key_L); },
        .begins_group = true},
    UserAction{.id = "find-token",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Find a token or place…"); },
        .execute = [](const Parts& parts) { parts.stage.currentView()->find(); },
        .key = [] { return QKeySequence(QKeySequence::Find); },
        .enabled = showsSteps},
    UserAction{.id = "show-all",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Show all of the map"); },
        .execute = [](const Parts& parts) { parts.stage.currentView()->showAll(); },
        .key = [] { return QKeySequence(control | Qt::Key_0); },
        .enabled = showsSteps},
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
        .execute = [](const Parts& parts) { parts.pages.setComparing(!parts.pages.isComparing()); },
        .key = [] { return QKeySequence(control | Qt::Key_M); },
        .enabled = isLive,
        .checked = [](const Parts& parts) { return parts.pages.isComparing(); },
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
    UserAction{.id = "swap-word",
        .menu = ActionMenu::Experiment,
        .text = swapText,
        .execute = swapWord,
        .key = [] { return QKeySequence(control | Qt::Key_T); },
        .enabled = hasSwap},
    UserAction{.id = "toggle-head",
        .menu = ActionMenu::Experiment,
        .text =
            [](const Parts& parts) {
                return parts.session.isOff(parts.session.head()) ? ActionText::tr("Switch this head on")
                                                                 : ActionText::tr("Switch this head off");
            },
        .execute = [](const Parts& parts) { parts.session.toggleHead(parts.session.head()); },
        .key = [] { return QKeySequence(control | Qt::Key_H); },
        .enabled = canToggleHead},
    UserAction{.id = "all-heads-on",
        .menu = ActionMenu::Experiment,
        .text = [](const Parts&) { return ActionText::tr("Switch all heads on"); },
        .execute = [](const Parts& parts) { parts.session.switchAllHeadsOn(); },
        .enabled =
            [](const Parts& parts) { return isLive(parts) && !parts.session.request().changes.empty(); }},
    UserAction{.id = "about",
        .menu = ActionMenu::Help,
        .text = [](const Parts&) { return ActionText::tr("&About Glassformer"); },
        .execute = [](const Parts& parts) { showAbout(&parts.window); }},
};

constexpr std::array choices{
    ChoiceMenu{.menu = ActionMenu::View,
        .behind = "show-all",
        .title = [] { return ActionText::tr("&Language"); },
        .choices = languages},
    ChoiceMenu{.menu = ActionMenu::View,
        .behind = "show-all",
        .title = [] { return ActionText::tr("&Colours"); },
        .choices = themes},
    ChoiceMenu{.menu = ActionMenu::Model,
        .behind = "open-model",
        .title = [] { return ActionText::tr("&Recent models"); },
        .choices = recent,
        .is_exclusive = false},
};

} // namespace

QString menuTitle(ActionMenu menu)
{
    switch (menu) {
    case ActionMenu::File:
        return ActionText::tr("&File");
    case ActionMenu::View:
        return ActionText::tr("&View");
    case ActionMenu::Model:
        return ActionText::tr("&Model");
    case ActionMenu::Experiment:
        return ActionText::tr("&Experiment");
    case ActionMenu::Help:
        return ActionText::tr("&Help");
    }
    return {};
}

std::span<const UserAction> userActions()
{
    return actions;
}

std::span<const ChoiceMenu> choiceMenus()
{
    return choices;
}

} // namespace glassformer
