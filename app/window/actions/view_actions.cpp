#include "app/window/actions/action_rooms.h"

#include "app/sentences/sentence_actions.h"
#include "app/session/session.h"
#include "app/start/fresh_start.h"
#include "app/window/lines/input_bar.h"
#include "app/window/look/colour_choice.h"
#include "app/window/look/interface_language.h"
#include "app/window/look/settings.h"
#include "app/window/look/theme.h"
#include "app/window/panels.h"
#include "app/window/stage.h"
#include "core/trace/look/place.h"
#include "core/trace/step/step_list.h"
#include "widgets/look/number_text.h"
#include "widgets/pictures/picture.h"
#include "widgets/steps/step_view.h"

#include <algorithm>
#include <array>

namespace glassformer {
namespace {

using Parts = WindowParts;

constexpr auto control = Qt::CTRL;

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

/** A choice that changes one thing of how numbers become colours. */
template <typename Change>
UserChoice colourChoice(const Parts& parts, const QString& id, const QString& text, const Change& change)
{
    ColourLook changed = Picture::colours();
    change(changed);
    return {id, text,
        [&parts, change] {
            ColourLook look = Picture::colours();
            change(look);
            chooseColours(look);
            parts.stage.refresh(); // remarks name the colours
        },
        changed == Picture::colours()};
}

QList<UserChoice> weightMaps(const Parts& parts)
{
    QList<UserChoice> choices;
    for (const ColourMapEntry& map : colourMaps())
        choices.append(colourChoice(parts, QStringLiteral("weights-") + QLatin1String(map.id),
            colourMapName(map.kind), [kind = map.kind](ColourLook& look) { look.weights = kind; }));
    return choices;
}

QList<UserChoice> signedMaps(const Parts& parts)
{
    QList<UserChoice> choices;
    for (const SignedMapKind kind : {SignedMapKind::BlueRed, SignedMapKind::PurpleOrange})
        choices.append(colourChoice(parts, QStringLiteral("signed-%1").arg(int(kind)), signedMapName(kind),
            [kind](ColourLook& look) { look.signed_numbers = kind; }));
    return choices;
}

/** What of the numbers is told apart by colour. */
QList<UserChoice> colourScales(const Parts& parts)
{
    QList<UserChoice> choices;
    const auto add = [&](const QString& id, const QString& text, auto change) {
        choices.append(colourChoice(parts, id, text, change));
    };
    add(QStringLiteral("scale-linear"), ActionText::tr("In proportion to the number"),
        [](ColourLook& look) { look.is_logarithmic = false; });
    add(QStringLiteral("scale-log"), ActionText::tr("Logarithmic: equal steps for equal factors"),
        [](ColourLook& look) { look.is_logarithmic = true; });
    for (const double share : {0.0, 0.01, 0.05, 0.1})
        add(QStringLiteral("threshold-%1").arg(int(share * 100)),
            share > 0 ? ActionText::tr("Leave out what is below %1 of the scale").arg(percentText(share))
                      : ActionText::tr("Leave out no small numbers"),
            [share](ColourLook& look) { look.threshold = share; });
    for (const double share : {1.0, 0.5, 0.25, 0.1})
        add(QStringLiteral("clip-%1").arg(int(share * 100)),
            share < 1 ? ActionText::tr("Strongest colour from %1 of the scale on").arg(percentText(share))
                      : ActionText::tr("Strongest colour at the end of the scale"),
            [share](ColourLook& look) { look.clip = share; });
    return choices;
}

/** Whether a row of a map of weights is chosen. */
bool hasRow(const Parts& parts)
{
    const Session& session = parts.session;
    return showsSteps(parts) && showsWeights(session.selection().step)
        && chosenQuery(session.selection(), session.trace()->config, session.site());
}

bool isRowKept(const Parts& parts)
{
    const Session& session = parts.session;
    const std::vector<int>& rows = session.selection().attention.summed;
    const auto row = chosenQuery(session.selection(), session.trace()->config, session.site());
    return row && std::find(rows.begin(), rows.end(), *row) != rows.end();
}

bool isHeadMarked(const Parts& parts)
{
    const std::vector<HeadName>& marked = parts.session.selection().attention.marked;
    return std::find(marked.begin(), marked.end(), parts.session.head()) != marked.end();
}

/** A key for each of the first heads. */
template <int head> constexpr UserAction headAction(const char* id)
{
    return UserAction{.id = id,
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Head %1").arg(head + 1); },
        .execute = [](const Parts& parts) { parts.session.chooseHead(head); },
        .key = [] { return QKeySequence(Qt::Key_1 + head); },
        .enabled = [](const Parts& parts) { return head < parts.session.trace()->config.n_heads; },
        .is_in_menu = false};
}

constexpr std::array actions{
    // Arrow keys reach the window only where nothing that has the focus wants them: a text field, a heatmap.
    UserAction{.id = "previous-step",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Previous step"); },
        .execute = [](const Parts& parts) { parts.session.moveStep(-1); },
        .key = [] { return QKeySequence(Qt::Key_Left); }},
    UserAction{.id = "next-step",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Next step"); },
        .execute = [](const Parts& parts) { parts.session.moveStep(1); },
        .key = [] { return QKeySequence(Qt::Key_Right); }},
    UserAction{.id = "previous-layer",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Previous layer, same step"); },
        .execute = [](const Parts& parts) { parts.session.moveLayer(-1); },
        .key = [] { return QKeySequence(Qt::Key_PageUp); },
        .enabled = isAtDesk},
    UserAction{.id = "next-layer",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Next layer, same step"); },
        .execute = [](const Parts& parts) { parts.session.moveLayer(1); },
        .key = [] { return QKeySequence(Qt::Key_PageDown); },
        .enabled = isAtDesk},
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
        .key = [] { return QKeySequence(control | Qt::Key_PageUp); },
        .also = [] { return QKeySequence(Qt::Key_BracketLeft); }},
    UserAction{.id = "next-head",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Next head"); },
        .execute = [](const Parts& parts) { parts.session.moveHead(1); },
        .key = [] { return QKeySequence(control | Qt::Key_PageDown); },
        .also = [] { return QKeySequence(Qt::Key_BracketRight); }},
    headAction<0>("head-1"),
    headAction<1>("head-2"),
    headAction<2>("head-3"),
    headAction<3>("head-4"),
    headAction<4>("head-5"),
    headAction<5>("head-6"),
    headAction<6>("head-7"),
    headAction<7>("head-8"),
    headAction<8>("head-9"),
    UserAction{.id = "mark-head",
        .menu = ActionMenu::View,
        .text =
            [](const Parts& parts) {
                return isHeadMarked(parts) ? ActionText::tr("Take the mark off this head")
                                           : ActionText::tr("Mark this head, to see and switch several");
            },
        .execute =
            [](const Parts& parts) {
                const Session& session = parts.session;
                parts.session.select(withHeadMarked(session.selection(), session.head()));
            },
        .key = [] { return QKeySequence(Qt::Key_M); },
        .tip =
            [](const Parts&) {
                return ActionText::tr(
                    "Marked heads are drawn over each other, each in a colour, and switched together. Among "
                    "all heads, Ctrl and click does the same.");
            },
        .enabled =
            [](const Parts& parts) {
                return showsSteps(parts) && showsWeights(parts.session.selection().step);
            }},
    UserAction{.id = "mark-no-head",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Take the marks off all heads"); },
        .execute =
            [](const Parts& parts) {
                Selection look = parts.session.selection();
                look.attention.marked.clear();
                parts.session.select(look);
            },
        .key = [] { return QKeySequence(Qt::SHIFT | Qt::Key_M); },
        .enabled = [](const Parts& parts) { return !parts.session.selection().attention.marked.empty(); }},
    UserAction{.id = "keep-row",
        .menu = ActionMenu::View,
        .text =
            [](const Parts& parts) {
                return isRowKept(parts) ? ActionText::tr("Take this row out of the sum")
                                        : ActionText::tr("Keep this row, to sum it with others");
            },
        .execute =
            [](const Parts& parts) {
                const Session& session = parts.session;
                parts.session.select(
                    withRowKept(session.selection(), session.trace()->config, session.site()));
            },
        .key = [] { return QKeySequence(control | Qt::Key_K); },
        .tip =
            [](const Parts&) {
                return ActionText::tr(
                    "Then go to another row: their weights are summed, as several words look "
                    "together. In a map, Ctrl and click or Shift and Up or Down do the same.");
            },
        .enabled = hasRow},
    UserAction{.id = "one-row",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("One row again"); },
        .execute =
            [](const Parts& parts) {
                Selection look = parts.session.selection();
                look.attention.summed.clear();
                parts.session.select(look);
            },
        .key = [] { return QKeySequence(control | Qt::SHIFT | Qt::Key_K); },
        .enabled = [](const Parts& parts) { return !parts.session.selection().attention.summed.empty(); }},
    UserAction{.id = "show-machine",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("The &machine at the left"); },
        .execute =
            [](const Parts& parts) {
                parts.panels.setShown(PanelPlace::Machine, !parts.panels.isShown(PanelPlace::Machine));
            },
        .key = [] { return QKeySequence(Qt::Key_F7); },
        .enabled = showsSteps,
        .checked = [](const Parts& parts) { return parts.panels.isShown(PanelPlace::Machine); },
        .begins_group = true},
    UserAction{.id = "show-inspector",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("The &inspector at the right"); },
        .execute =
            [](const Parts& parts) {
                parts.panels.setShown(PanelPlace::Inspector, !parts.panels.isShown(PanelPlace::Inspector));
            },
        .key = [] { return QKeySequence(Qt::Key_F8); },
        .enabled = showsSteps,
        .checked = [](const Parts& parts) { return parts.panels.isShown(PanelPlace::Inspector); }},
    UserAction{.id = "arrange-panels",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Panels as at first"); },
        .execute = [](const Parts& parts) { parts.panels.arrangeAsAtFirst(); },
        .enabled = isAtDesk},
    UserAction{.id = "start-afresh",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Start afresh"); },
        .execute = startAfresh,
        .key = [] { return QKeySequence(control | Qt::SHIFT | Qt::Key_N); },
        .tip =
            [](const Parts&) {
                return ActionText::tr(
                    "All as at the very first start: model, sentence, language, colours, panels.");
            },
        .enabled = isAtDesk},
    UserAction{.id = "type-sentence",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("Type a sentence"); },
        .execute = [](const Parts& parts) { parts.input.focusText(); },
        .key = [] { return QKeySequence(control | Qt::Key_L); },
        .begins_group = true},
    UserAction{.id = "sentences",
        .menu = ActionMenu::View,
        .text = [](const Parts&) { return ActionText::tr("&Sentences and words…"); },
        .execute = showSentences,
        .key = [] { return QKeySequence(control | Qt::Key_B); },
        .tip =
            [](const Parts&) {
                return ActionText::tr(
                    "Sentences worth trying, sorted by what they show, and the words that the "
                    "model knows.");
            },
        .enabled = isLive},
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
    ChoiceMenu{.menu = ActionMenu::View,
        .behind = "show-all",
        .title = [] { return ActionText::tr("Colours of &weights"); },
        .choices = weightMaps},
    ChoiceMenu{.menu = ActionMenu::View,
        .behind = "show-all",
        .title = [] { return ActionText::tr("Colours of si&gned numbers"); },
        .choices = signedMaps},
    ChoiceMenu{.menu = ActionMenu::View,
        .behind = "show-all",
        .title = [] { return ActionText::tr("Scale of c&olours"); },
        .choices = colourScales},
};

} // namespace

std::span<const UserAction> viewActions()
{
    return actions;
}

std::span<const ChoiceMenu> viewChoices()
{
    return choices;
}

} // namespace glassformer
