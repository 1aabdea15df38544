#include "app/window/actions/head_switching.h"

#include "app/session/session.h"
#include "app/window/actions/action_rooms.h"
#include "core/experiment/attention/attention_aggregate.h"
#include "core/trace/look/place.h"
#include "core/trace/step/step_list.h"

#include <algorithm>

namespace glassformer {
namespace {

std::vector<HeadName> markedHere(const Session& session)
{
    return showsWeights(session.selection().step) ? markedHeads(session.selection(), session.site())
                                                  : std::vector<HeadName>();
}

} // namespace

QString switchText(const Session& session)
{
    const std::vector<HeadName> marked = markedHere(session);
    if (marked.empty())
        return session.isOff(session.head()) ? ActionText::tr("Switch this head on")
                                             : ActionText::tr("Switch this head off");
    const bool are_off =
        std::all_of(marked.begin(), marked.end(), [&](const HeadName& head) { return session.isOff(head); });
    return (are_off ? ActionText::tr("Switch the marked heads on (%1)")
                    : ActionText::tr("Switch the marked heads off (%1)"))
        .arg(marked.size());
}

void switchHeads(Session& session)
{
    const std::vector<HeadName> marked = markedHere(session);
    if (marked.empty())
        session.toggleHead(session.head());
    else
        session.toggleHeads(marked);
}

QString obstacleToSwitching(const Session& session)
{
    const std::vector<HeadName> marked = markedHere(session);
    const auto canBe = [&session](const HeadName& head) { return session.canToggle(head); };
    if (!marked.empty())
        return std::any_of(marked.begin(), marked.end(), canBe) ? QString()
                                                                : ActionText::tr("training took them out");
    return !showsHead(session.selection().step) ? ActionText::tr("at a step that shows a head")
        : !showsOneHead(*session.trace(), session.selection())
        ? ActionText::tr("the map is made of several heads")
        : session.isRemoved(session.head()) ? ActionText::tr("training took it out")
                                            : QString();
}

} // namespace glassformer
