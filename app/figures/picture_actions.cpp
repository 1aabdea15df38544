#include "app/figures/picture_actions.h"

#include "app/experiments/pages.h"
#include "app/window/lines/note_line.h"
#include "app/window/user_action.h"
#include "core/file/bytes/chosen_files.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMainWindow>
#include <QStatusBar>

namespace glassformer {
namespace {

struct PictureText
{
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

constexpr int shown_milliseconds = 5000;

} // namespace

void savePicture(const WindowParts& parts)
{
    auto* dialog = new QFileDialog(&parts.window, PictureText::tr("Save picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({PictureText::tr("SVG picture (*.svg)"), PictureText::tr("PNG picture (*.png)")});
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(
            filter.contains(QStringLiteral("*.png")) ? QStringLiteral("png") : QStringLiteral("svg"));
    });
    dialog->selectFile(parts.pages.figureName());
    QObject::connect(dialog, &QFileDialog::fileSelected, &parts.window, [parts](const QString& path) {
        ChosenFiles file({path.toStdU16String()});
        const Message trouble = saveFigure(parts.pages.figure(), file, file.first());
        parts.note.tell(trouble);
        if (trouble.empty())
            parts.window.statusBar()->showMessage(PictureText::tr("Saved %1").arg(path), shown_milliseconds);
    });
    dialog->open();
}

void copyPicture(const WindowParts& parts)
{
    copyFigure(parts.pages.figure());
    parts.window.statusBar()->showMessage(PictureText::tr("Picture copied"), shown_milliseconds);
}

} // namespace glassformer
