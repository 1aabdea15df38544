#include "app/models/memory_question.h"

#include "app/session/session.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace glassformer {
namespace {

void ask(Session& session, QWidget* parent, const FilesPointer& files, quint64 needed, quint64 available)
{
    const QString question =
        QCoreApplication::translate(
            "Memory", "This model needs about %1 of memory; %2 is free. Open it anyway?")
            .arg(QString::fromStdString(sizeText(needed)), QString::fromStdString(sizeText(available)));
    auto* box =
        new QMessageBox(QMessageBox::Question, QCoreApplication::translate("Memory", "Open model folder"),
            question, QMessageBox::Open | QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(box, &QDialog::finished, &session, [&session, box, files] {
        if (box->clickedButton() == box->button(QMessageBox::Open))
            session.openAnyway(files);
        else
            session.dropOpening();
    });
    box->open();
}

} // namespace

void askForMemory(Session& session, QWidget* parent)
{
    QObject::connect(&session, &Session::memoryWanted, parent,
        [&session, parent](const FilesPointer& files, quint64 needed, quint64 available) {
            ask(session, parent, files, needed, available);
        });
}

} // namespace glassformer
