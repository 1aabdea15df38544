#pragma once

#include <QObject>
#include <QStringList>
#include <QTranslator>

namespace glassformer {

/** The program's own words in the chosen language, unless somebody speaks another one for a while. */
class OwnWords : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    QString translate(const char* context, const char* source, const char* disambiguation = nullptr,
        int n = -1) const override;
    bool isEmpty() const override { return false; }

private:
    friend class SpokenLanguage;
    static const QTranslator* spoken; ///< null: the chosen one
    static bool speaks_english; ///< as the words stand in the code
};

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
    OwnWords m_own;
    QTranslator m_qt;
};

/**
 * While it lives, tr() speaks this language whatever the window speaks, and no widget is told: for the words of a figure.
 * It needs an InterfaceLanguage.
 */
class SpokenLanguage
{
public:
    /** \param code  of InterfaceLanguage::codes(); empty: the window's */
    explicit SpokenLanguage(const QString& code);
    ~SpokenLanguage();
    SpokenLanguage(const SpokenLanguage&) = delete;
    SpokenLanguage& operator=(const SpokenLanguage&) = delete;

private:
    const QTranslator* m_before;
    bool m_was_english;
};

} // namespace glassformer
