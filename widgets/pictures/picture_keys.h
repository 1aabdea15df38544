#pragma once

#include <QKeySequence>
#include <QList>

#include <optional>

class QKeyEvent;

namespace glassformer {

/** What is done by keys in a picture that has the focus. */
enum class PictureDoing
{
    Left,
    Right,
    Up,
    Down,
    AddAbove, ///< the row above is summed with the chosen ones
    AddBelow,
    Closer,
    Farther,
    All,
    Open, ///< what is chosen, in the inspector
    Leave ///< the window gets the focus, and its keys
};

/** One row of the table of keys. */
struct PictureKey
{
    PictureDoing doing;
    QList<QKeyCombination> keys; ///< the first is the one that is told
    bool is_kept; ///< from actions of the window with the same key, while the picture has the focus
};

/** The table by which pictures know their keys, and the list of keys tells them. */
const QList<PictureKey>& pictureKeys();

/** Nothing for a key that is none of a picture. */
std::optional<PictureDoing> doingOf(const QKeyEvent& event);
/** Whether a picture keeps the key from the window. */
bool isKept(const QKeyEvent& event);
/** "Shift+↑": with the signs of arrows wherever keys are told. */
QString keyName(const QKeySequence& keys);
/** "← · ↑ · → · ↓": of several doings, as people read them. */
QString keyNames(const QList<PictureDoing>& doings);

} // namespace glassformer
