#pragma once

class QString;
class QWidget;

namespace glassformer {

class Autosave;
class Session;
class SessionDocument;

/**
 * Asks, beside the window, whether the places that a killed program had not saved are wanted back; asks nothing if there
 * are none. Whatever the answer, it is asked once: a copy that is not wanted, or cannot be read, stays in the folder under
 * another name until the next of its kind.
 */
void offerRecovery(
    const QString& folder, SessionDocument& document, Session& session, Autosave& autosave, QWidget* window);

} // namespace glassformer
