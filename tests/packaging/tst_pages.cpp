#include "tests/packaging/program_help.h"

#include <QtTest>

namespace {

/** A manual page as a person reads it, without what is meant for the typesetter. */
QString pageOf(const QString& language, const QString& program)
{
    QFile file(QStringLiteral(GLASSFORMER_PACKAGING) + "man/" + language + "/" + program + ".1");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString page = QString::fromUtf8(file.readAll());
    page.replace(QStringLiteral("\\-"), QStringLiteral("-"));
    page.remove(QRegularExpression(QStringLiteral(R"(\\f[BIR])")));
    page.replace(QRegularExpression(QStringLiteral("[\"、。，（）]")), QStringLiteral(" "));
    return page;
}

/** Each on a page of its own name, in both languages. */
void addPages()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("program");
    for (const char* language : {"en", "zh_CN"})
        for (const char* program : {"glassformer", "glassformer-cli", "glassformer-figure"})
            QTest::addRow("%s in %s", program, language) << language << program;
}

QStringList sorted(const QSet<QString>& words)
{
    QStringList list(words.begin(), words.end());
    list.sort();
    return list;
}

} // namespace

/** The manual pages say what the programs do, no less and no more. */
class TestPages : public QObject
{
    Q_OBJECT

private slots:
    void aPageHasExactlyTheOptionsOfItsProgram_data() { addPages(); }
    void aPageHasExactlyTheOptionsOfItsProgram()
    {
        QFETCH(QString, language);
        QFETCH(QString, program);
        const QString help = helpOf(program);
        QVERIFY2(optionsOf(help).size() > 10, qPrintable(help));
        QSet<QString> options = optionsOf(help);
        if (program == QStringLiteral("glassformer-figure"))
            options << QStringLiteral("--help") << QStringLiteral("-h"); // its help does not name itself
        const QSet<QString> described = optionsOf(pageOf(language, program));
        QCOMPARE(sorted(options - described), QStringList()); // what the page lacks
        QCOMPARE(sorted(described - options), QStringList()); // what there is no more
    }

    void theCommandsOfTheCommandLineHaveTheirPlace_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("Chinese") << "zh_CN";
    }
    void theCommandsOfTheCommandLineHaveTheirPlace()
    {
        QFETCH(QString, language);
        const QString title = language == QStringLiteral("en") ? ".SH COMMANDS" : ".SH 命令";
        const QString part = pageOf(language, QStringLiteral("glassformer-cli"))
                                 .section(title + '\n', 1)
                                 .section(QStringLiteral("\n.SH "), 0, 0);
        const QSet<QString> described = wordsOf(part, R"(^\.TP\n\.BI?\s+([a-z]+)(?=\s))");
        QCOMPARE(sorted(described), sorted(commandsOf(helpOf(QStringLiteral("glassformer-cli")))));
    }

    /** What a page gives as an example is understood: options that the program knows. */
    void examplesUseWhatThereIs_data() { addPages(); }
    void examplesUseWhatThereIs()
    {
        QFETCH(QString, language);
        QFETCH(QString, program);
        const QString title = language == QStringLiteral("en") ? ".SH EXAMPLES" : ".SH 示例";
        const QString examples =
            pageOf(language, program).section(title, 1).section(QStringLiteral(".SH"), 0, 0);
        QVERIFY(examples.contains(program + QLatin1Char(' ')));
        QVERIFY(optionsOf(helpOf(program)).contains(optionsOf(examples)));
    }
};

QTEST_GUILESS_MAIN(TestPages)
#include "tst_pages.moc"
