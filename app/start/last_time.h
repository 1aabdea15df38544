#pragma once

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

/** Keeps what is on the screen for the next start. Of a recorded run only the window, not what it shows. */
void keepForNextTime(const Session& session, MainWindow& window);

} // namespace glassformer
