#pragma once

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QString>

/** What a program says of its use, in English and without a display. */
inline QString helpOf(const QString& program)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("LANGUAGE"));
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(GLASSFORMER_PROGRAMS) + program, {QStringLiteral("--help")});
    process.waitForFinished(60000);
    return process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

inline QSet<QString> wordsOf(const QString& text, const char* pattern)
{
    QSet<QString> words;
    const QRegularExpression expression(QString::fromLatin1(pattern), QRegularExpression::MultilineOption);
    for (auto found = expression.globalMatch(text); found.hasNext();)
        words << found.next().captured(1);
    return words;
}

/** All that begin with two dashes, and those of one letter. */
inline QSet<QString> optionsOf(const QString& text)
{
    return wordsOf(text, R"((?:^|[\s,(\["])(--[a-z][a-z-]*|-[a-z])(?![a-z-]))");
}

/** Commands of glassformer-cli stand in the first part of its help, each at the beginning of a line. */
inline QSet<QString> commandsOf(const QString& help)
{
    return wordsOf(help.section(QStringLiteral("\n\n"), 1, 1), R"(^  ([a-z]+) )")
        + QSet<QString>{QStringLiteral("help")};
}
