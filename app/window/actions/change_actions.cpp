#include "app/window/actions/action_rooms.h"
#include "app/window/actions/head_switching.h"

#include "app/session/request_change.h"
#include "app/session/session.h"
#include "app/window/lines/number_editor.h"
#include "app/window/stage.h"
#include "core/experiment/attention/attention_aggregate.h"
#include "core/trace/look/place.h"
#include "core/trace/step/step_list.h"
#include "core/trace/words/gap_text.h"
#include "widgets/look/line_text.h"
#include "widgets/pictures/trace_content.h"

#include <array>

namespace glassformer {
namespace {

using Parts = WindowParts;

constexpr auto control = Qt::CTRL;

// Why something cannot be changed here and now; empty: it can.

QString obstacleToAny(const Parts& parts)
{
    return !isLive(parts)    ? ActionText::tr("a recorded run cannot be run again")
        : !showsSteps(parts) ? ActionText::tr("not beside another run")
                             : QString();
}

template <QString (*obstacle)(const Session& session)> QString orObstacle(const Parts& parts)
{
    const QString any = obstacleToAny(parts);
    return any.isEmpty() ? obstacle(parts.session) : any;
}

QString obstacleToLayer(const Session& session)
{
    return showsLayer(session.selection().step, session.trace()->config)
        ? QString()
        : ActionText::tr("at a step inside a layer");
}

QString obstacleToPlaces(const Session& session)
{
    return session.trace()->config.position_kind == PositionKind::None
        ? ActionText::tr("this model has no positions")
        : QString();
}

QString obstacleToMask(const Session& session)
{
    return session.trace()->config.hasDecoder() ? QString()
                                                : ActionText::tr("this model reads in both directions");
}

/** Where words are read whose places can be shuffled: the text that was given. */
std::optional<Change> shuffle(const Session& session)
{
    return shuffledPlaces(firstSiteOf(session.trace()->config), session.trace()->source);
}

/** The words are shuffled already, maybe those of another text. */
std::optional<Change> shuffleMade(const Session& session)
{
    const char* places = placesName(firstSiteOf(session.trace()->config));
    for (const Change& change : session.request().changes)
        if (change.tensor == places && change.kind == ChangeKind::Set)
            return change;
    return std::nullopt;
}

QString obstacleToShuffle(const Session& session)
{
    const QString places = obstacleToPlaces(session);
    return !places.isEmpty() ? places
        : shuffle(session)   ? QString()
                             : ActionText::tr("the text has only one word");
}

/** The chosen cell of a map of attention. */
std::optional<std::pair<int, int>> chosenCell(const Session& session)
{
    const Selection& look = session.selection();
    if (!showsHead(look.step))
        return std::nullopt;
    const std::optional<int> query = chosenQuery(look, session.trace()->config, session.site());
    const std::optional<int> key = chosenKey(look, session.trace()->config, session.site());
    return query && key ? std::optional(std::pair(*query, *key)) : std::nullopt;
}

QString obstacleToCut(const Session& session)
{
    return chosenCell(session) ? QString() : ActionText::tr("choose a cell of a map of attention");
}

/** A head is what one sees of it. */
QString obstacleToCutInHead(const Session& session)
{
    const QString cell = obstacleToCut(session);
    return cell.isEmpty() && !showsOneHead(*session.trace(), session.selection())
        ? ActionText::tr("the map is made of several heads")
        : cell;
}

/** The token of the first stack, or of the second, whose vectors the step shows. */
int chosenToken(const Session& session)
{
    const Selection& look = session.selection();
    return isSecondStack(session.trace()->config, session.site()) ? look.position : look.token;
}

QString wordAt(const std::vector<Token>& tokens, int index)
{
    return index >= 0 && index < int(tokens.size()) ? literalLabel(textOf(tokens[std::size_t(index)]))
                                                    : QString();
}

bool isMasking(const Session& session)
{
    return !session.isRecorded() && !session.trace()->config.hasDecoder()
        && !gapMark(session.model()).empty();
}

QString obstacleToHiding(const Session& session)
{
    const std::vector<Token>& tokens = queriesOf(*session.trace(), session.site());
    const int token = chosenToken(session);
    if (token < 0 || token >= int(tokens.size()))
        return ActionText::tr("choose a word");
    return isMasking(session) && tokens[std::size_t(token)].is_special
        ? ActionText::tr("choose a word of the text")
        : QString();
}

/** The chosen entry of the vocabulary that can stand in place of the chosen token. */
QString obstacleToReplacing(const Session& session)
{
    const Selection& look = session.selection();
    const std::vector<Token>& source = session.trace()->source;
    if (look.step != StepKind::Embedding || !look.word)
        return ActionText::tr("at the embedding, choose a word of the map or the list");
    return look.token < int(source.size()) && !source[std::size_t(look.token)].is_special
        ? QString()
        : ActionText::tr("choose a word of the text");
}

Change networkOff(const Session& session)
{
    return feedForwardOff(session.site(), session.selection().layerOf(session.site()));
}

Change blockOff(const Session& session)
{
    return attentionOff(session.site(), session.selection().layerOf(session.site()));
}

Change wholeLayerOff(const Session& session)
{
    return layerOff(session.site(), session.selection().layerOf(session.site()));
}

Change placesOff(const Session& session)
{
    return positionsOff(session.site());
}

Change maskOff(const Session&)
{
    return maskLifted(every);
}

enum class CutReach
{
    Head,
    Layer,
    Everywhere
};

template <CutReach reach> Change cut(const Session& session)
{
    const auto [query, key] = chosenCell(session).value_or(std::pair(0, 0));
    return edgeCut(session.site(),
        reach == CutReach::Everywhere ? every : session.selection().layerOf(session.site()),
        reach == CutReach::Head ? session.selection().head : every, query, key);
}

template <CutReach reach> QString cutText(const Parts& parts)
{
    const Session& session = parts.session;
    const QString where = reach == CutReach::Head ? ActionText::tr("in this head")
        : reach == CutReach::Layer                ? ActionText::tr("in this layer")
                                                  : ActionText::tr("in all layers");
    const auto cell = chosenCell(session);
    if (!cell)
        return ActionText::tr("Forbid this look, %1").arg(where);
    return (session.has(cut<reach>(session)) ? ActionText::tr("Allow “%1” to look at “%2” again, %3")
                                             : ActionText::tr("Forbid “%1” to look at “%2”, %3"))
        .arg(wordAt(queriesOf(*session.trace(), session.site()), cell->first),
            wordAt(keysOf(*session.trace(), session.site()), cell->second), where);
}

template <Change (*change)(const Session& session)> void toggle(const Parts& parts)
{
    parts.session.toggle(change(parts.session));
}

template <Change (*change)(const Session& session)> bool isOn(const Parts& parts)
{
    return parts.session.has(change(parts.session));
}

QString hideText(const Parts& parts)
{
    const Session& session = parts.session;
    const AttentionSite site = session.site();
    const int token = chosenToken(session);
    const QString word = wordAt(queriesOf(*session.trace(), site), token);
    if (isMasking(session))
        return ActionText::tr("Mask “%1”").arg(word);
    return (session.has(blanked(session.trace()->config, site, token))
            ? ActionText::tr("Let the model read “%1” again")
            : ActionText::tr("Blank “%1”"))
        .arg(word);
}

void hideWord(const Parts& parts)
{
    Session& session = parts.session;
    if (isMasking(session))
        session.hide(chosenToken(session));
    else
        session.toggle(blanked(session.trace()->config, session.site(), chosenToken(session)));
}

QString replaceText(const Parts& parts)
{
    const Session& session = parts.session;
    const std::optional<int> word = session.selection().word;
    if (!obstacleToReplacing(session).isEmpty() || !word)
        return ActionText::tr("Replace the word by a neighbour");
    return ActionText::tr("Replace “%1” by “%2”")
        .arg(wordAt(session.trace()->source, session.selection().token),
            literalLabel(textOf(session.token(*word))));
}

constexpr std::array actions{
    UserAction{.id = "toggle-head",
        .menu = ActionMenu::Change,
        .text = [](const Parts& parts) { return switchText(parts.session); },
        .execute = [](const Parts& parts) { switchHeads(parts.session); },
        .key = [] { return QKeySequence(control | Qt::Key_H); },
        .obstacle = orObstacle<obstacleToSwitching>},
    UserAction{.id = "toggle-attention",
        .menu = ActionMenu::Change,
        .text =
            [](const Parts& parts) {
                return isOn<blockOff>(parts) ? ActionText::tr("Switch all heads of this layer on")
                                             : ActionText::tr("Switch all heads of this layer off");
            },
        .execute = toggle<blockOff>,
        .obstacle = orObstacle<obstacleToLayer>},
    UserAction{.id = "toggle-feed-forward",
        .menu = ActionMenu::Change,
        .text =
            [](const Parts& parts) {
                return isOn<networkOff>(parts)
                    ? ActionText::tr("Switch this layer's feed-forward network on")
                    : ActionText::tr("Switch this layer's feed-forward network off");
            },
        .execute = toggle<networkOff>,
        .obstacle = orObstacle<obstacleToLayer>},
    UserAction{.id = "toggle-layer",
        .menu = ActionMenu::Change,
        .text =
            [](const Parts& parts) {
                return isOn<wholeLayerOff>(parts) ? ActionText::tr("Switch this layer on")
                                                  : ActionText::tr("Switch this layer off");
            },
        .execute = toggle<wholeLayerOff>,
        .obstacle = orObstacle<obstacleToLayer>},
    UserAction{.id = "cut-in-head",
        .menu = ActionMenu::Change,
        .text = cutText<CutReach::Head>,
        .execute = toggle<cut<CutReach::Head>>,
        .key = [] { return QKeySequence(Qt::Key_Delete); },
        .begins_group = true,
        .obstacle = orObstacle<obstacleToCutInHead>},
    UserAction{.id = "cut-in-layer",
        .menu = ActionMenu::Change,
        .text = cutText<CutReach::Layer>,
        .execute = toggle<cut<CutReach::Layer>>,
        .obstacle = orObstacle<obstacleToCut>},
    UserAction{.id = "cut-everywhere",
        .menu = ActionMenu::Change,
        .text = cutText<CutReach::Everywhere>,
        .execute = toggle<cut<CutReach::Everywhere>>,
        .obstacle = orObstacle<obstacleToCut>},
    UserAction{.id = "lift-mask",
        .menu = ActionMenu::Change,
        .text =
            [](const Parts& parts) {
                return isOn<maskOff>(parts) ? ActionText::tr("Put the mask back")
                                            : ActionText::tr("Lift the mask");
            },
        .execute = toggle<maskOff>,
        .obstacle = orObstacle<obstacleToMask>},
    UserAction{.id = "toggle-positions",
        .menu = ActionMenu::Change,
        .text =
            [](const Parts& parts) {
                return isOn<placesOff>(parts) ? ActionText::tr("Switch positions on")
                                              : ActionText::tr("Switch positions off");
            },
        .execute = toggle<placesOff>,
        .begins_group = true,
        .obstacle = orObstacle<obstacleToPlaces>},
    UserAction{.id = "shuffle-positions",
        .menu = ActionMenu::Change,
        .text =
            [](const Parts& parts) {
                return shuffleMade(parts.session) ? ActionText::tr("Put the words back in order")
                                                  : ActionText::tr("Shuffle the words' positions");
            },
        .execute =
            [](const Parts& parts) {
                const std::optional<Change> made = shuffleMade(parts.session);
                if (const std::optional<Change> change = made ? made : shuffle(parts.session))
                    parts.session.toggle(*change);
            },
        .obstacle = orObstacle<obstacleToShuffle>},
    UserAction{.id = "hide-word",
        .menu = ActionMenu::Change,
        .text = hideText,
        .execute = hideWord,
        .begins_group = true,
        .obstacle = orObstacle<obstacleToHiding>},
    UserAction{.id = "replace-word",
        .menu = ActionMenu::Change,
        .text = replaceText,
        .execute =
            [](const Parts& parts) {
                if (const std::optional<int> word = parts.session.selection().word)
                    parts.session.replaceWord(parts.session.selection().token, *word);
            },
        .obstacle = orObstacle<obstacleToReplacing>},
    UserAction{.id = "edit-number",
        .menu = ActionMenu::Change,
        .text = [](const Parts&) { return ActionText::tr("Set this number…"); },
        .execute = [](const Parts& parts) { parts.editor.begin(); },
        .key = [] { return QKeySequence(Qt::Key_F2); },
        .obstacle =
            [](const Parts& parts) {
                const QString any = obstacleToAny(parts);
                return !any.isEmpty() || parts.editor.canEdit()
                    ? any
                    : ActionText::tr("choose a number of a picture");
            }},
    UserAction{.id = "take-all-back",
        .menu = ActionMenu::Change,
        .text = [](const Parts&) { return ActionText::tr("Take all changes back"); },
        .execute = [](const Parts& parts) { parts.session.takeAllBack(); },
        .key = [] { return QKeySequence(control | Qt::Key_Backspace); },
        .begins_group = true,
        .obstacle =
            [](const Parts& parts) {
                const bool has_some = !parts.session.request().changes.empty();
                return !isLive(parts) ? ActionText::tr("a recorded run cannot be run again")
                    : has_some        ? QString()
                                      : ActionText::tr("nothing is changed");
            }},
    UserAction{.id = "change-here",
        .menu = ActionMenu::Change,
        .text = [](const Parts&) { return ActionText::tr("What can be changed here…"); },
        .execute = [](const Parts& parts) { parts.stage.askForMenu(); },
        .key = [] { return QKeySequence(Qt::SHIFT | Qt::Key_F10); },
        .obstacle = obstacleToAny},
};

} // namespace

std::span<const UserAction> changeActions()
{
    return actions;
}

} // namespace glassformer
