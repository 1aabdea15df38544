#include "app/session/session.h"
#include "core/file/bytes/folder_files.h"
#include "core/trace/step/step_list.h"
#include "tests/builders/compared_window.h"

#include <QLabel>
#include <QTemporaryDir>

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
        const ComparedWindow shown = windowToCompare(
            GLASSFORMER_RESOURCES "/models/" + bundled, QStringLiteral("The dog sat."), QStringLiteral("fr"));
        QVERIFY(shown.opened);
        shown.action("compare")->trigger();
        QVERIFY(shown.action("compare")->isChecked());
        shown.view()->comparison().openOnRight(GLASSFORMER_TEST_DATA "/models/" + other);
        QTRY_COMPARE(QString::fromStdString(shown.right().model().transformer.config.name), other);
        shown.left().runText(text, QString::fromStdString(shown.left().request().target_language));
        QTRY_COMPARE(QString::fromStdString(shown.left().request().text), text);
        QTRY_COMPARE(shown.rightText(), text);
        QVERIFY(!shown.view()->grab().isNull());

        // Vectors of two models have nothing in common; their maps are maps of the same words.
        goTo(shown, StepKind::LayerOutput);
        QVERIFY(!ComparedWindow::mapIn(shown.difference()));
        goTo(shown, StepKind::Softmax);
        QVERIFY(ComparedWindow::mapIn(shown.difference()));
        QVERIFY(shown.difference()->remark().contains(QStringLiteral("need not do")));
        QVERIFY(shown.named<QLabel>("firstDifference")->text().contains(QStringLiteral("Two models")));
    }

private:
    static void goTo(const ComparedWindow& shown, StepKind step)
    {
        Selection wanted = shown.left().selection();
        wanted.step = step;
        wanted.encoder_layer = wanted.decoder_layer = 0;
        shown.left().select(wanted);
        QTRY_COMPARE(shown.right().selection().step, step);
    }
};

QTEST_MAIN(TestCompareView)
#include "tst_compare_view.moc"
