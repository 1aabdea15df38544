#include "app/window/actions/action_rooms.h"

#include "app/help/glossary_dialog.h"
#include "app/help/key_list.h"
#include "app/session/session.h"
#include "app/window/about.h"
#include "core/trace/step/step_list.h"

#include <QMainWindow>
#include <QWhatsThis>

#include <array>

namespace glassformer {
namespace {

using Parts = WindowParts;

/** The step itself, or the nearest that the model has. */
void goTo(Session& session, StepKind step)
{
    Selection wanted = session.selection();
    wanted.step = nearestStep(step, *session.trace());
    session.select(wanted);
}

void showGlossary(const Parts& parts)
{
    auto* dialog = new GlossaryDialog(parts.session.selection().step, &parts.window);
    Session& session = parts.session;
    QObject::connect(
        dialog, &GlossaryDialog::stepWanted, &session, [&session](StepKind step) { goTo(session, step); });
    dialog->show();
}

constexpr std::array actions{
    UserAction{.id = "keys",
        .menu = ActionMenu::Help,
        .text = [](const Parts&) { return ActionText::tr("&Keys"); },
        .execute = [](const Parts& parts) { (new KeyList(parts))->show(); },
        .key = [] { return QKeySequence(Qt::Key_F1); },
        .also = [] { return QKeySequence(Qt::Key_Question); }},
    UserAction{.id = "glossary",
        .menu = ActionMenu::Help,
        .text = [](const Parts&) { return ActionText::tr("&Glossary"); },
        .execute = showGlossary,
        .key = [] { return QKeySequence(Qt::CTRL | Qt::Key_G); },
        .tip =
            [](const Parts&) { return ActionText::tr("Every term in a sentence, and where it is seen."); }},
    UserAction{.id = "what-is-this",
        .menu = ActionMenu::Help,
        .text = [](const Parts&) { return ActionText::tr("&What is this?"); },
        .execute = [](const Parts&) { QWhatsThis::enterWhatsThisMode(); },
        .key = [] { return QKeySequence(Qt::SHIFT | Qt::Key_F1); },
        .tip = [](const Parts&) { return ActionText::tr("Then click what you want to know about."); }},
    UserAction{.id = "about",
        .menu = ActionMenu::Help,
        .text = [](const Parts&) { return ActionText::tr("&About Glassformer"); },
        .execute = [](const Parts& parts) { showAbout(&parts.window); },
        .begins_group = true},
};

} // namespace

std::span<const UserAction> helpActions()
{
    return actions;
}

} // namespace glassformer
