#include "app/places/recovery.h"

#include "app/places/autosave.h"
#include "app/places/session_document.h"
#include "app/session/session.h"
#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/trace/look/session_file.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QMessageBox>
#include <QPushButton>

#include <memory>

namespace glassformer {
namespace {

struct RecoveryText
{
    Q_DECLARE_TR_FUNCTIONS(Recovery)
};

void putAside(const QString& copy, const QString& name)
{
    const QString other = QFileInfo(copy).path() + u'/' + name + QLatin1String(session_ending);
    QFile::remove(other);
    QFile::rename(copy, other);
}

QString question(const SessionFile& kept, const QDateTime& when)
{
    const QString name = QFileInfo(QString::fromStdString(kept.saved_as)).completeBaseName();
    const QString what = name.isEmpty()
        ? RecoveryText::tr("Glassformer ended before a session was saved.")
        : RecoveryText::tr("Glassformer ended before the places of “%1” were saved.").arg(name);
    const QString much =
        RecoveryText::tr("Places in it: %1. Last change: %2.")
            .arg(QString::number(kept.places.size()), when.toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    return what + u'\n' + much;
}

} // namespace

void offerRecovery(
    const QString& folder, SessionDocument& document, Session& session, Autosave& autosave, QWidget* window)
{
    const QString copy = copyLeftBehind(folder);
    if (copy.isEmpty())
        return;
    // Another program that starts meanwhile must not ask for it too.
    const auto lock = std::make_shared<QLockFile>(lockOf(copy));
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0))
        return;
    try {
        const SessionFile kept =
            sessionFromText(readFile(copy.toStdU16String(), largest_session), copy.toStdString());
        auto* box = new QMessageBox(QMessageBox::Question, RecoveryText::tr("Unsaved places"),
            question(kept, QFileInfo(copy).lastModified()), QMessageBox::NoButton, window);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setObjectName(QStringLiteral("recoveryQuestion"));
        box->setTextFormat(Qt::PlainText);
        QPushButton* restore = box->addButton(RecoveryText::tr("Bring back"), QMessageBox::AcceptRole);
        box->addButton(RecoveryText::tr("Don’t"), QMessageBox::RejectRole);
        box->setDefaultButton(restore);
        QObject::connect(
            box, &QDialog::finished, &document, [&document, &autosave, box, restore, kept, copy, lock] {
                if (box->clickedButton() != restore)
                    return putAside(copy, QStringLiteral("discarded"));
                document.recover(kept);
                autosave.keep();
                QFile::remove(copy);
            });
        box->open();
    } catch (const Error& error) {
        putAside(copy, QStringLiteral("damaged"));
        emit session.failed(error.message());
    }
}

} // namespace glassformer
