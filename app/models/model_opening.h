#pragma once

#include <QString>

#include <filesystem>

class QWidget;

namespace glassformer {

class InputBar;
class Session;

/** What the input bar offers: the open model and what it can write, and the other models. */
void offerModels(InputBar& input, const Session& session);

/** The sentence that is shown, and the languages that it can be read in. */
void offerRequest(InputBar& input, const Session& session);

void openBundledModel(Session& session, const QString& name);

/** Opens a recorded run. */
void openTraceFile(Session& session, const std::filesystem::path& path);
/** Asks for the file of a recorded run. */
void chooseTrace(QWidget* window, Session& session);

} // namespace glassformer
