#include "app/models/recent_models.h"

#include "app/window/look/recent_list.h"
#include "app/window/look/settings.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace glassformer {
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
    return recentList(setting::recent_models);
}

void rememberModel(const QString& folder)
{
    rememberRecent(setting::recent_models, folder);
}

} // namespace glassformer
