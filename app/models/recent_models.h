#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace glassformer {

/** Asks for the folder of a model; nothing happens if the user changes their mind. */
void askForModelFolder(QWidget* parent, std::function<void(const QString& folder)> chosen);

/** Folders of the models that were opened before, newest first. */
QStringList recentModels();
void rememberModel(const QString& folder);

} // namespace glassformer
