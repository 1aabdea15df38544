#include "app/start/fresh_start.h"

#include "app/models/model_card.h"
#include "app/models/model_list.h"
#include "app/sentences/sentence_actions.h"
#include "app/session/session.h"
#include "app/start/starting.h"
#include "app/window/lines/note_line.h"
#include "app/window/look/colour_choice.h"
#include "app/window/look/interface_language.h"
#include "app/window/look/settings.h"
#include "app/window/look/theme.h"
#include "app/window/panels.h"
#include "core/error.h"
#include "core/trace/step/step_list.h"

#include <QMainWindow>

namespace glassformer {
namespace {

void runExample(const WindowParts& parts)
{
    Session& session = parts.session;
    const ModelCard card = readModelCard(*session.model().files, session.model().transformer.config);
    runSentence(session, QString::fromStdString(exampleFor(card, parts.language.code().toStdString())));
}

} // namespace

void startAfresh(const WindowParts& parts)
{
    settings().clear();
    parts.theme.setHighContrast(false);
    parts.theme.choose(Theme::Choice::Desktop);
    parts.language.chooseAsBefore();
    parts.panels.arrangeAsAtFirst();
    chooseColours({});
    try {
        Session& session = parts.session;
        QObject::connect(
            &session, &Session::modelChanged, &parts.window, [parts] { runExample(parts); },
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        ViewText view;
        view.set("step", std::string(stepId(StepKind::Sentence)));
        session.openModel(modelFiles(default_model), {}, view);
    } catch (const Error& error) {
        parts.note.tell(error.message());
    }
}

} // namespace glassformer
