#pragma once

#include <QString>

class QMimeData;
class QWidget;

namespace glassformer {

class InputBar;
class Session;

/** What the input bar offers: the open model and what it can write, and the other models. */
void offerModels(InputBar& input, const Session& session);

/** The sentence that is shown, and the languages that it can be read in. */
void offerRequest(InputBar& input, const Session& session);

void openBundledModel(Session& session, const QString& name);

/** Asks for the file of a recorded run. */
void chooseTrace(QWidget* window, Session& session);

/** The one file or folder that was dropped; empty for anything else. */
QString droppedPath(const QMimeData* data);
/** A recorded run, a model's folder, or a file in one. */
void openPath(Session& session, const QString& path);

} // namespace glassformer
