#include "app/window/actions/action_rooms.h"

#include "app/experiments/pages.h"
#include "app/session/session.h"
#include "widgets/look/line_text.h"

#include <array>

namespace glassformer {
namespace {

using Parts = WindowParts;

constexpr auto control = Qt::CTRL;

bool hasSwap(const Parts& parts)
{
    return parts.session.swap().has_value();
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

QString compareText(const Parts& parts)
{
    const auto swap = parts.session.swap();
    return swap ? ActionText::tr("Compare with the twin: “%1” for “%2”")
                      .arg(literalLabel(swap->to), literalLabel(swap->from))
                : ActionText::tr("Compare with another sentence");
}

constexpr std::array actions{
    UserAction{.id = "swap-word",
        .menu = ActionMenu::Experiment,
        .text = swapText,
        .execute = swapWord,
        .key = [] { return QKeySequence(control | Qt::Key_T); },
        .enabled = hasSwap},
    UserAction{.id = "compare-sentence",
        .menu = ActionMenu::Experiment,
        .text = compareText,
        .execute = [](const Parts& parts) { parts.pages.toggle(ComparedWith::Sentence); },
        .key = [] { return QKeySequence(control | Qt::SHIFT | Qt::Key_T); },
        .tip =
            [](const Parts&) {
                return ActionText::tr("Both runs side by side, step by step, and what differs.");
            },
        .enabled = isLive,
        .checked = [](const Parts& parts) { return parts.pages.comparedWith() == ComparedWith::Sentence; }},
    UserAction{.id = "patch-table",
        .menu = ActionMenu::Experiment,
        .text = [](const Parts&) { return ActionText::tr("Carry vectors over from the other sentence"); },
        .execute = [](const Parts& parts) { parts.pages.setPatching(!parts.pages.isPatching()); },
        .key = [] { return QKeySequence(control | Qt::SHIFT | Qt::Key_P); },
        .tip =
            [](const Parts&) {
                return ActionText::tr(
                    "Activation patching: which single vector of the other run makes this one answer as the "
                    "other does?");
            },
        .enabled = isLive,
        .checked = [](const Parts& parts) { return parts.pages.isPatching(); }},
};

} // namespace

std::span<const UserAction> experimentActions()
{
    return actions;
}

} // namespace glassformer
