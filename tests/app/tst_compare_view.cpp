#include "app/experiments/compare_view.h"
#include "app/session/session.h"
#include "core/file/bytes/folder_files.h"
#include "widgets/steps/step_view.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace glassformer;

/** Two models of the same kind, one of them from a shared checkpoint, on one sentence. */
class TestCompareView : public QObject
{
    Q_OBJECT

private slots:
    void bothReadTheSameSentence_data()
    {
        QTest::addColumn<QString>("bundled");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("text");
        QTest::newRow("gap and BERT") << "gap"
                                      << "bert"
                                      << "The cat sat on the mat.";
        QTest::newRow("next word and GPT-2") << "next-word"
                                             << "gpt2"
                                             << "The cat sat";
        QTest::newRow("translator and Marian") << "translator"
                                               << "marian"
                                               << "The cat sat on the mat.";
    }

    void bothReadTheSameSentence()
    {
        QFETCH(QString, bundled);
        QFETCH(QString, other);
        QFETCH(QString, text);
        Session session(std::make_shared<const Model>(
            Model::load((GLASSFORMER_RESOURCES "/models/" + bundled).toStdString())));
        QVERIFY(session.runFirst(QStringLiteral("The dog sat."), QStringLiteral("fr")));
        CompareView compare(session);
        compare.resize(1200, 700);
        compare.show();
        compare.openOther(GLASSFORMER_TEST_DATA "/models/" + other);
        QTRY_COMPARE(compare.right()->modelName(), other);
        session.runText(text, QString::fromStdString(session.request().target_language));
        QTRY_COMPARE(compare.left()->text(), text);
        QTRY_COMPARE(compare.right()->text(), text);
        QVERIFY(!compare.grab().isNull());

        const QTemporaryDir folder;
        FolderFiles files(folder.path().toStdU16String());
        QVERIFY(saveFigure(compare.figure(), files, "both.svg").empty());
        const QByteArray drawn = QByteArray::fromStdString(files.bytes("both.svg"));
        QVERIFY(drawn.contains(compare.left()->modelName().toUtf8()));
        QVERIFY(drawn.contains(compare.right()->modelName().toUtf8()));
        QVERIFY(saveFigure(compare.figure(), files, "both.png").empty());
        const QSize left = compare.left()->view()->figureSize(),
                    right = compare.right()->view()->figureSize();
        QVERIFY(
            QImage(folder.filePath(QStringLiteral("both.png"))).width() > 2 * (left.width() + right.width()));
    }
};

QTEST_MAIN(TestCompareView)
#include "tst_compare_view.moc"
