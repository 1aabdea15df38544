#include "core/file/bytes/folder_files.h"
#include "core/trace/model.h"

#include <QFile>
#include <QtTest>

using namespace glassformer;

/**
 * What a class types first, and the answers that a strict teacher calls right: tests/data/classroom, a sentence
 * and its right answers in every line, divided by tabs.
 */
class ClassroomTest : public QObject
{
    Q_OBJECT

private slots:
    void theBundledTranslatorAnswersAsATeacherWould_data();
    void theBundledTranslatorAnswersAsATeacherWould();
};

void ClassroomTest::theBundledTranslatorAnswersAsATeacherWould_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("language");
    QTest::newRow("English to French") << QStringLiteral("en-fr") << QStringLiteral("fr");
    QTest::newRow("Chinese to French") << QStringLiteral("zh-fr") << QStringLiteral("fr");
    QTest::newRow("Chinese to English") << QStringLiteral("zh-en") << QStringLiteral("en");
}

void ClassroomTest::theBundledTranslatorAnswersAsATeacherWould()
{
    QFETCH(QString, list);
    QFETCH(QString, language);
    static const Model model = Model::load(GLASSFORMER_RESOURCES "/models/translator");
    QFile file(QStringLiteral(GLASSFORMER_TEST_DATA "/classroom/%1.tsv").arg(list));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    QStringList wrong;
    for (const QString& line : lines) {
        const QStringList cells = line.split(u'\t');
        const QString said = QString::fromStdString(
            answer(model, {cells[0].toStdString(), language.toStdString(), {}, {}, {}}));
        if (!cells.mid(1).contains(said))
            wrong.append(cells[0] + QStringLiteral(" => ") + said);
    }
    QVERIFY2(wrong.size() * 20 <= lines.size(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(ClassroomTest)

#include "tst_classroom.moc"
