#include "app/places/session_questions.h"

#include "app/places/session_document.h"
#include "app/window/look/settings.h"
#include "core/trace/look/session_file.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>

#include <utility>

namespace glassformer {
namespace {

struct QuestionText
{
    Q_DECLARE_TR_FUNCTIONS(SessionQuestions)
};

QFileDialog* fileDialog(SessionDocument& document, QWidget* window, const QString& title)
{
    auto* dialog = new QFileDialog(window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("sessionFile"));
    dialog->setNameFilters({QuestionText::tr("Sessions (*.glassformer)"), QuestionText::tr("All files (*)")});
    const QString usual = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    dialog->setDirectory(document.path().isEmpty()
            ? settings().value(setting::session_folder, usual).toString()
            : QFileInfo(document.path()).path());
    return dialog;
}

void rememberFolder(const QString& file)
{
    settings().setValue(setting::session_folder, QFileInfo(file).absolutePath());
}

QString question(const SessionDocument& document)
{
    return document.name().isEmpty()
        ? QuestionText::tr("The places of this session are not saved.")
        : QuestionText::tr("The changes to the places of “%1” are not saved.").arg(document.name());
}

} // namespace

void saveSession(SessionDocument& document, QWidget* window, std::function<void()> then)
{
    if (document.path().isEmpty())
        return saveSessionAs(document, window, std::move(then));
    if (document.save(document.path()) && then)
        then();
}

void saveSessionAs(SessionDocument& document, QWidget* window, std::function<void()> then)
{
    QFileDialog* dialog = fileDialog(document, window, QuestionText::tr("Save session"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QString::fromLatin1(session_ending).mid(1));
    dialog->selectFile(document.path().isEmpty() ? QuestionText::tr("Lesson") : document.name());
    QObject::connect(dialog, &QFileDialog::fileSelected, &document,
        [&document, then = std::move(then)](const QString& file) {
            rememberFolder(file);
            if (document.save(file) && then)
                then();
        });
    dialog->open();
}

void unlessUnsaved(SessionDocument& document, QWidget* window, std::function<void()> then)
{
    if (!document.isModified())
        return then();
    const QString name = QStringLiteral("unsavedQuestion");
    if (auto* asked = window->findChild<QMessageBox*>(name))
        return asked->activateWindow();
    auto* box = new QMessageBox(QMessageBox::Question, QuestionText::tr("Unsaved places"), question(document),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(name);
    box->setTextFormat(Qt::PlainText);
    box->setDefaultButton(QMessageBox::Save);
    QObject::connect(
        box, &QDialog::finished, &document, [&document, window, then = std::move(then)](int answer) {
            if (answer == QMessageBox::Save)
                saveSession(document, window, then);
            else if (answer == QMessageBox::Discard)
                then();
        });
    box->open();
}

void chooseSession(SessionDocument& document, QWidget* window)
{
    QFileDialog* dialog = fileDialog(document, window, QuestionText::tr("Open session"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, &document, [&document, window](const QString& file) {
        rememberFolder(file);
        unlessUnsaved(document, window, [&document, file] { document.open(file); });
    });
    dialog->open();
}

} // namespace glassformer
