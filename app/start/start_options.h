#pragma once

#include "core/message.h"
#include "core/trace/look/view_text.h"

#include <QString>
#include <QStringList>

namespace glassformer {

/** What the command line asks of the window. */
struct StartOptions
{
    ViewText view; ///< model, text, language, place: as far as they were named
    QString trace; ///< file of a recorded run; empty: none
    QString session; ///< file whose places are to come back to; empty: none
    QString language, theme; ///< empty: as before
    bool is_fresh = false; ///< nothing of last time: as at the very first start
    bool is_benchmark = false; ///< quits with the first picture
    Message trouble; ///< what of the view could not be understood; the window opens all the same
};

/** The view that a link says, or a file with a link, with JSON or with a figure. @throws Error if it says none */
ViewText readView(const QString& link_or_file);

/** Whether only help or the version is asked for: that needs no display. */
bool asksForHelp(const QStringList& arguments);

/** The language of the window that is named; empty if none is. Known before anything is said in it. */
QString languageAsked(const QStringList& arguments);

/**
 * The options of a command line, the program's name included. --view gives all at once, and what else is named comes in
 * its place; a link, a session or a figure alone is such a view too. Ends the program after help, the version, and what is no option.
 */
StartOptions startOptions(const QStringList& arguments);

} // namespace glassformer
