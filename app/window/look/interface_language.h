#pragma once

#include <QObject>
#include <QStringList>
#include <QTranslator>

namespace glassformer {

/** The language of the window, changed while it runs and remembered. */
class InterfaceLanguage : public QObject
{
    Q_OBJECT

public:
    explicit InterfaceLanguage(QObject* parent = nullptr);

    /** "en", "zh_CN". */
    static QStringList codes();
    /** Its name in itself: "English", "简体中文". */
    static QString ownName(const QString& code);

    QString code() const { return m_code; }
    /** Unknown codes are taken as English. Widgets learn of it by QEvent::LanguageChange. */
    void choose(const QString& code);
    /** As the user chose last time, or as the desktop speaks. */
    void chooseAsBefore();

private:
    QString m_code;
    QTranslator m_own, m_qt;
};

} // namespace glassformer
