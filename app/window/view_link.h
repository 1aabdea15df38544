#pragma once

#include <QString>

namespace glassformer {

class Session;
struct WindowParts;

/** The link to what is shown: model, text, changes and place, to be opened here or in another window. */
QString viewLink(const Session& session);

/** Puts the link on the clipboard. */
void copyViewLink(const WindowParts& parts);
/** Shows what a link on the clipboard leads to; what is none is told below the input bar. */
void openCopiedLink(const WindowParts& parts);

} // namespace glassformer
