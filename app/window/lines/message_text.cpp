#include "app/window/lines/message_text.h"

#include <QCoreApplication>

namespace glassformer {

QString messageText(const Message& message)
{
    return QString::fromStdString(message.translated([](const std::string& sentence) {
        return QCoreApplication::translate("core", sentence.c_str()).toStdString();
    }));
}

} // namespace glassformer
