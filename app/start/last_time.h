#pragma once

class QString;

namespace glassformer {

class MainWindow;
class Session;
class ViewText;
struct StartOptions;

/** What was on the screen when the program ended; says nothing if that is not known. */
ViewText lastView();

/**
 * The view to begin with: what the options name, and where they name neither model nor text, that of last time behind it. A
 * fresh start has none behind it.
 */
ViewText firstView(const StartOptions& options);

/**
 * The session whose places are to come back: the one that the options name, or else, where they name nothing to look at, the
 * one that was open last time; then what was on the screen last is shown, not what was when it was saved. Empty: none.
 */
QString firstSession(const StartOptions& options);

/** Keeps what is on the screen, and which session is open, for the next start. Of a recorded run only the window, not what it shows. */
void keepForNextTime(const Session& session, MainWindow& window);

} // namespace glassformer
