#include "tests/packaging/program_help.h"

#include <QTemporaryDir>
#include <QtTest>

namespace {

/** What bash offers for the last of the words, as if Tab were pressed there. */
QSet<QString> offered(const QStringList& words, const QString& folder = QDir::tempPath())
{
    QProcess bash;
    bash.setWorkingDirectory(folder);
    QStringList arguments{QStringLiteral("--norc"), QStringLiteral("-c"),
        QStringLiteral("source \"$1\"; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); "
                       "_glassformer \"$1\" \"${@: -1}\" \"${@: -2:1}\"; printf '%s\\n' \"${COMPREPLY[@]}\""),
        QStringLiteral("bash"), QStringLiteral(GLASSFORMER_PACKAGING "completion/glassformer"),
        QStringLiteral(GLASSFORMER_PROGRAMS) + words.first()};
    bash.start(QStringLiteral("bash"), arguments + words.mid(1));
    bash.waitForFinished(60000);
    const QStringList lines =
        QString::fromUtf8(bash.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return {lines.begin(), lines.end()};
}

} // namespace

/** What the shell completes is what the programs know. */
class TestCompletion : public QObject
{
    Q_OBJECT

private slots:
    void allCommandsAreOffered()
    {
        QCOMPARE(offered({"glassformer-cli", ""}), commandsOf(helpOf(QStringLiteral("glassformer-cli"))));
        QCOMPARE(offered({"glassformer-cli", "tr"}), (QSet<QString>{"trace", "train"}));
    }

    void allOptionsAreOffered_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("window") << "glassformer";
        QTest::newRow("figures") << "glassformer-figure";
    }
    void allOptionsAreOffered()
    {
        QFETCH(QString, program);
        QCOMPARE(offered({program, "-"}), optionsOf(helpOf(program)));
    }

    void aCommandOffersItsOwnOptionsAndThoseOfAll()
    {
        const QSet<QString> patch = offered({"glassformer-cli", "patch", "--"});
        QVERIFY(patch.contains({"--with", "--what", "--align", "--text", "--model", "--json"}));
        QVERIFY(!patch.contains("--recipe") && !patch.contains("--twins"));
        QSet<QString> all;
        for (const QString& command : commandsOf(helpOf(QStringLiteral("glassformer-cli"))))
            all += offered({"glassformer-cli", command, "-"});
        QCOMPARE(all, optionsOf(helpOf(QStringLiteral("glassformer-cli"))));
    }

    void aChoiceOffersItsValues()
    {
        QCOMPARE(offered({"glassformer-cli", "patch", "--what", ""}),
            (QSet<QString>{"stream", "attention", "head", "cross_attention", "feed_forward"}));
        QCOMPARE(offered({"glassformer-figure", "--theme", "d"}), QSet<QString>{"dark"});
        QVERIFY(offered({"glassformer-figure", "--colours", ""}).contains("cividis"));
    }

    void modelsAndFilesAreOffered()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("my model")));
        QFile file(folder.filePath(QStringLiteral("a.glassformer")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(offered({"glassformer", "--model", ""}, folder.path()),
            (QSet<QString>{"translator", "next-word", "gap", "my model"}));
        QCOMPARE(offered({"glassformer", "a"}, folder.path()), QSet<QString>{"a.glassformer"});
        QVERIFY(offered({"glassformer-cli", "run", "--text", "a"}, folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
