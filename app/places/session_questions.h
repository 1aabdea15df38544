#pragma once

#include <functional>

class QWidget;

namespace glassformer {

class SessionDocument;

/** Saves a session in its file, or asks for one; does what comes then if it was saved. */
void saveSession(SessionDocument& document, QWidget* window, std::function<void()> then = {});
/** Asks for a file and saves there. */
void saveSessionAs(SessionDocument& document, QWidget* window, std::function<void()> then = {});

/**
 * Does something that the places that are not saved would not outlive: at once if there are none, else after asking what
 * becomes of them; not if the user changes their mind. A question that stands there already is brought forward.
 */
void unlessUnsaved(SessionDocument& document, QWidget* window, std::function<void()> then);

/** Asks for a session's file and opens it. */
void chooseSession(SessionDocument& document, QWidget* window);

} // namespace glassformer
