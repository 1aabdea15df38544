#include "app/window/actions/action_rooms.h"

#include "app/evidence/evidence_panel.h"
#include "app/window/side_panel.h"

#include <array>

namespace glassformer {
namespace {

using Parts = WindowParts;

constexpr auto control = Qt::CTRL;

constexpr std::array actions{
    UserAction{.id = "show-evidence",
        .menu = ActionMenu::Experiment,
        .text = [](const Parts&) { return ActionText::tr("Show &evidence about the word"); },
        .execute = [](const Parts& parts) { parts.side.showEvidence(!parts.side.showsEvidence()); },
        .key = [] { return QKeySequence(control | Qt::Key_E); },
        .enabled = showsSteps,
        .begins_group = true},
    UserAction{.id = "rank-parts",
        .menu = ActionMenu::Experiment,
        .text = [](const Parts&) { return ActionText::tr("&Rank all parts for the word"); },
        .execute =
            [](const Parts& parts) {
                parts.side.showEvidence(true);
                parts.side.evidence().openChapter(QStringLiteral("parts"));
            },
        .key = [] { return QKeySequence(control | Qt::Key_R); },
        .tip =
            [](const Parts&) {
                return ActionText::tr(
                    "Takes out each head, network and layer: how far does that move the word?");
            },
        .enabled = [](const Parts& parts) { return showsSteps(parts) && isLive(parts); }},
};

} // namespace

std::span<const UserAction> evidenceActions()
{
    return actions;
}

} // namespace glassformer
