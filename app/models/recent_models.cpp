#include "app/models/recent_models.h"

#include "app/window/look/settings.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace glassformer {
namespace {

constexpr qsizetype most_recent = 8;

} // namespace

void askForModelFolder(QWidget* parent, std::function<void(const QString& folder)> chosen)
{
    auto* dialog =
        new QFileDialog(parent, QCoreApplication::translate("glassformer::MainWindow", "Open model folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

QStringList recentModels()
{
    return settings().value(setting::recent_models).toStringList();
}

void rememberModel(const QString& folder)
{
    QStringList recent = recentModels();
    recent.removeAll(folder);
    recent.prepend(folder);
    settings().setValue(setting::recent_models, recent.mid(0, most_recent));
}

} // namespace glassformer
