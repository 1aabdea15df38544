#pragma once

#include "core/trace/look/view.h"

#include <QString>

#include <optional>

namespace glassformer {

class Session;
class ViewText;
struct WindowParts;

/** What is shown, with its model by the name by which it is found again; of a recorded run there is no model. */
View shownView(const Session& session);

/**
 * The link to what is shown: model, text, changes and place, to be opened here or in another window.
 * \param compared  what it is compared with, if it is
 */
QString viewLink(const Session& session, const std::optional<ComparedView>& compared);

/** Shows what a view says, with another model if it names one. @throws Error if it names none that there is */
void openView(Session& session, const ViewText& text);

/** Puts the link on the clipboard. */
void copyViewLink(const WindowParts& parts);
/** Shows what a link on the clipboard leads to; what is none is told below the input bar. */
void openCopiedLink(const WindowParts& parts);

} // namespace glassformer
