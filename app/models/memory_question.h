#pragma once

class QWidget;

namespace glassformer {

class Session;

/** Asks the user before the session opens a model that needs much of the memory that is free; opens it if they agree. */
void askForMemory(Session& session, QWidget* parent);

} // namespace glassformer
