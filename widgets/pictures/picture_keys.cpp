#include "widgets/pictures/picture_keys.h"

#include <QKeyEvent>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

const PictureKey* entryOf(const QKeyEvent& event)
{
    const QKeyCombination pressed(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key()));
    const QList<PictureKey>& table = pictureKeys();
    const auto found = std::find_if(
        table.begin(), table.end(), [&](const PictureKey& entry) { return entry.keys.contains(pressed); });
    return found == table.end() ? nullptr : &*found;
}

QString nameOf(const QKeyCombination& key)
{
    static const QList<std::pair<Qt::Key, QString>> signs{{Qt::Key_Left, QStringLiteral("←")},
        {Qt::Key_Right, QStringLiteral("→")}, {Qt::Key_Up, QStringLiteral("↑")},
        {Qt::Key_Down, QStringLiteral("↓")}, {Qt::Key_Minus, QStringLiteral("−")}};
    QString text = QKeySequence(key).toString(QKeySequence::NativeText);
    for (const auto& [sign_key, sign] : signs)
        if (key.key() == sign_key) {
            text.chop(QKeySequence(sign_key).toString(QKeySequence::NativeText).size());
            return text + sign;
        }
    return text;
}

} // namespace

QString keyName(const QKeySequence& keys)
{
    QStringList names;
    for (int i = 0; i < keys.count(); ++i)
        names << nameOf(keys[uint(i)]);
    return names.join(QStringLiteral(", "));
}

const QList<PictureKey>& pictureKeys()
{
    using Doing = PictureDoing;
    static const QList<PictureKey> table{
        {Doing::Left, {Qt::Key_Left}, true},
        {Doing::Right, {Qt::Key_Right}, true},
        {Doing::Up, {Qt::Key_Up}, true},
        {Doing::Down, {Qt::Key_Down}, true},
        {Doing::AddAbove, {Qt::SHIFT | Qt::Key_Up}, false},
        {Doing::AddBelow, {Qt::SHIFT | Qt::Key_Down}, false},
        {Doing::Closer, {Qt::Key_Plus, Qt::SHIFT | Qt::Key_Plus, Qt::Key_Equal}, false},
        {Doing::Farther, {Qt::Key_Minus}, false},
        {Doing::All, {Qt::Key_0}, false},
        {Doing::Open, {Qt::Key_Return, Qt::Key_Enter}, false},
        {Doing::Leave, {Qt::Key_Escape}, true},
    };
    return table;
}

std::optional<PictureDoing> doingOf(const QKeyEvent& event)
{
    const PictureKey* entry = entryOf(event);
    return entry ? std::optional<PictureDoing>(entry->doing) : std::nullopt;
}

bool isKept(const QKeyEvent& event)
{
    const PictureKey* entry = entryOf(event);
    return entry && entry->is_kept;
}

QString keyNames(const QList<PictureDoing>& doings)
{
    QStringList names;
    for (const PictureKey& entry : pictureKeys())
        if (doings.contains(entry.doing))
            names << nameOf(entry.keys.first());
    return names.join(QStringLiteral(" · "));
}

} // namespace glassformer
