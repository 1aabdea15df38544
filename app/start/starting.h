#pragma once

#include "app/start/start_options.h"
#include "core/file/bytes/files.h"

#include <memory>

namespace glassformer {

class MainWindow;
class Session;
struct Model;

/** The bundled model that is open where nobody asked for another one. */
inline constexpr const char* default_model = "translator";

/**
 * The way from start options to the first picture. A model that came with the program is there at once; any other, and a
 * recorded run, opens beside the window, which says so and shows no other sentence meanwhile. What cannot be opened or
 * read is told in the window, beside the example of a model that can.
 */
class Starting
{
public:
    /** language: of the window. */
    Starting(StartOptions options, QString language);

    /** The model that is there at once. @throws Error if no model came with the program, or none can be read */
    std::shared_ptr<const Model> firstModel();
    /** Makes the first run, that of the view or of an example. False if not even that can be read. */
    bool runFirst(Session& session);
    /** Opens what is to be opened beside the window, and tells in it what went wrong. */
    void openRest(Session& session, MainWindow& window);

    /** What went wrong so far; empty: nothing. */
    const Message& trouble() const { return m_options.trouble; }
    /** Whether the first picture waits for something that opens beside the window. */
    bool isOpening() const { return m_other != nullptr || !m_options.trace.isEmpty(); }

private:
    StartOptions m_options;
    QString m_language;
    bool m_is_refused = false; ///< the text, by a model that was there at once
    FilesPointer m_other; ///< of a model that opens beside the window; null: none
};

} // namespace glassformer
