#include "app/window/lines/message_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace glassformer {

QString messageText(const Message& message)
{
    return QString::fromStdString(message.translated([](const std::string& sentence) {
        return QCoreApplication::translate("core", sentence.c_str()).toStdString();
    }));
}

QString sentenceText(const Message& message)
{
    static const QRegularExpression word(QStringLiteral("^\\p{Ll}+(?=[ ,;])"));
    QString text = messageText(message);
    if (word.match(text).hasMatch())
        text.front() = text.front().toUpper();
    return text;
}

} // namespace glassformer
