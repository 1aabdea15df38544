#include "app/window/lines/note_text.h"

#include "app/session/session.h"
#include "app/window/lines/message_text.h"

#include <QCoreApplication>

namespace glassformer {
namespace {

struct NoteText
{
    Q_DECLARE_TR_FUNCTIONS(Note)
};

QStringList textsOf(const std::vector<Message>& messages)
{
    QStringList texts;
    for (const Message& message : messages)
        texts << sentenceText(message);
    return texts;
}

QStringList ofRecordedRun(const Session& session)
{
    const QString file = QString::fromStdString(session.recordedFile());
    const QString what = NoteText::tr(
        "A recorded run, from %1: it can be looked at, not run again. Choose a model to leave it.")
                             .arg(file);
    return QStringList{what} + textsOf(session.trace()->remarks);
}

QStringList ofModel(const Session& session)
{
    QStringList notes = textsOf(session.model().notices);
    const TextNotes& known = session.textNotes();
    if (!known.notice.empty())
        notes << sentenceText(known.notice);
    const QStringList unknown = known.notice.empty() ? known.unknown_words : QStringList();
    if (!unknown.isEmpty())
        notes << NoteText::tr(
            "This model knows a small world. Words that it does not know are read in pieces, so expect odd "
            "answers: %1.")
                     .arg(QStringLiteral("“%1”").arg(unknown.join(NoteText::tr("”, “"))));
    return notes;
}

} // namespace

QString noteText(const Session& session)
{
    QStringList notes = session.isRecorded() ? ofRecordedRun(session) : ofModel(session);
    notes << textsOf(session.changeReasons());
    return notes.join(u'\n');
}

} // namespace glassformer
