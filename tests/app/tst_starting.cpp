#include "app/models/model_list.h"
#include "app/session/session.h"
#include "app/start/starting.h"
#include "app/window/look/interface_language.h"
#include "app/window/look/theme.h"
#include "app/window/main_window.h"
#include "core/model/loading/open_transformer.h"
#include "core/trace/look/view.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QtTest>

using namespace glassformer;

namespace {

const QString gpt2 = QStringLiteral(GLASSFORMER_TEST_DATA "/models/gpt2");
const QString mbart = QStringLiteral(GLASSFORMER_TEST_DATA "/models/mbart");

/** The program as it stands after its start, without its main(). */
struct Started
{
    explicit Started(const QStringList& words, const QString& code = QStringLiteral("en"))
        : starting(startOptions(QStringList{QStringLiteral("glassformer")} + words), code)
        , session(starting.firstModel())
    {
        language.choose(QStringLiteral("en"));
        has_run = starting.runFirst(session);
        window = std::make_unique<MainWindow>(session, language, theme);
        QObject::connect(&session, &Session::runChanged, window.get(),
            [this] { shown << QString::fromStdString(session.trace()->source_text); });
        window->show();
        starting.openRest(session, *window);
    }

    QString note() const { return window->findChild<QLabel*>(QStringLiteral("note"))->text(); }
    QString text() const { return QString::fromStdString(session.trace()->source_text); }
    QWidget* cover() const { return window->findChild<QWidget*>(QStringLiteral("openingCover")); }

    Theme theme;
    InterfaceLanguage language;
    Starting starting;
    Session session;
    bool has_run = false;
    QStringList shown; ///< sentences that were shown after the start
    std::unique_ptr<MainWindow> window; ///< goes first
};

} // namespace

/** From start options to the first picture. */
class TestStarting : public QObject
{
    Q_OBJECT

private slots:
    void startsWithTheExampleOfTheWindowsLanguage()
    {
        QVERIFY(Started({}).text().startsWith(QStringLiteral("The animal")));
        const Started chinese({}, QStringLiteral("zh_CN"));
        QVERIFY(chinese.has_run);
        QCOMPARE(chinese.text(), QStringLiteral("动物没有穿过马路，因为它太累了。"));
        QCOMPARE(chinese.session.trace()->answer,
            std::string("L'animal n'a pas traversé la rue parce qu'il était trop fatigué."));
        for (const QString model : {"next-word", "gap"})
            QVERIFY(Started({"--model", model}, QStringLiteral("zh_CN"))
                        .text()
                        .contains(QStringLiteral("没有穿过马路，因为它太")));
    }

    void aLinkShowsWhatItWasMadeOf_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("told");
        QTest::newRow("Chinese") << "zh"
                                 << "";
        QTest::newRow("French") << "fr"
                                << "";
        QTest::newRow("its own language") << "en"
                                          << "This text is in English already";
    }
    void aLinkShowsWhatItWasMadeOf()
    {
        QFETCH(QString, to);
        QFETCH(QString, told);
        Started first({"--text", "The dog slept because it was tired.", "--to", to});
        QCOMPARE(first.session.request().target_language, to.toStdString());
        Selection look = first.session.selection();
        look.step = StepKind::Softmax;
        look.encoder_layer = 1;
        look.head = 2;
        look.query = 3;
        look.key = 5;
        look.token = 4;
        const View view{{"translator", first.session.model().weights_digest}, first.session.request(), look};
        const Started again({QString::fromStdString(ViewText::of(view).link())});
        QVERIFY(again.session.selection() == look);
        QVERIFY(again.session.request() == view.request);
        QVERIFY2(told.isEmpty() ? again.note().isEmpty() : again.note().startsWith(told),
            qPrintable(again.note()));
    }

    void aLinkOfAnotherModelIsTold()
    {
        const Started started({"glassformer:?model=translator&digest=00000000000000000000000000000000"});
        QVERIFY2(started.note().contains("made with another model"), qPrintable(started.note()));
    }

    void whatCannotBeOpenedOrReadIsToldInTheWindow_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("told");
        QTest::newRow("no such model") << QStringList{"--model", "nonesuch"} << "nonesuch";
        QTest::newRow("no such step") << QStringList{"--step", "dance"} << "dance";
        QTest::newRow("no such language") << QStringList{"--to", "xx"} << "xx";
        QTest::newRow("a text too long") << QStringList{"--text", QString("cat ").repeated(400)} << "tokens";
        QTest::newRow("no such recorded run") << QStringList{"--trace", "/nowhere.safetensors"} << "nowhere";
    }
    void whatCannotBeOpenedOrReadIsToldInTheWindow()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, told);
        const Started started(words);
        QVERIFY(started.has_run);
        QTRY_VERIFY2(started.note().contains(told), qPrintable(started.note()));
        QTRY_VERIFY(!started.cover());
        QVERIFY(started.text().startsWith(QStringLiteral("The animal")));
    }

    void noOtherSentenceIsShownBeforeTheOneThatWasAskedFor()
    {
        const Started started({"--model", gpt2, "--text", "the cat"});
        QVERIFY(started.cover() && started.cover()->isVisible());
        QCOMPARE(started.window->findChild<QLineEdit*>()->text(), QStringLiteral("the cat"));
        // Nor another model, or its steps.
        const auto* model = started.window->findChild<QComboBox*>(QStringLiteral("model"));
        const auto* next = started.window->findChild<QPushButton*>(QStringLiteral("next"));
        QVERIFY(model->count() == 1 && model->currentText().contains(QStringLiteral("gpt2")));
        QVERIFY(!next->isEnabled()
            && !started.window->findChild<QPushButton*>(QStringLiteral("back"))->isEnabled());
        QTRY_COMPARE(started.text(), QStringLiteral("the cat"));
        QTRY_VERIFY(next->isEnabled());
        QVERIFY(model->count() > 1);
        QTRY_VERIFY(!started.cover());
        QCOMPARE(started.shown, QStringList{"the cat"});
    }

    void aTextTooLongIsToldInTheWindowOfTheModelThatWasWanted_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("limit");
        QTest::newRow("one that came with the program") << "next-word"
                                                        << "128";
        QTest::newRow("a folder") << gpt2 << "32";
    }
    void aTextTooLongIsToldInTheWindowOfTheModelThatWasWanted()
    {
        QFETCH(QString, model);
        QFETCH(QString, limit);
        const QString text = QStringLiteral("cat ").repeated(300).trimmed();
        Started started({"--model", model, "--text", text});
        QTRY_VERIFY(!started.cover());
        QCOMPARE(QString::fromStdString(started.session.model().transformer.config.name),
            QFileInfo(model).fileName());
        QTRY_VERIFY2(started.note().contains(limit), qPrintable(started.note()));
        QVERIFY2(started.note().contains(QStringLiteral("tokens")), qPrintable(started.note()));
        QCOMPARE(started.window->findChild<QLineEdit*>()->text(), text);
        for (const QString& shown : started.shown) // nothing but as much of it as the model reads
            QVERIFY2(text.startsWith(shown), qPrintable(shown));
        // The user shortens it, and all is well.
        started.session.runText(QStringLiteral("the cat"), {});
        QTRY_COMPARE(started.text(), QStringLiteral("the cat"));
        QVERIFY(started.note().isEmpty());
    }

    void aTextThatTheNextModelCannotReadStaysInTheField()
    {
        const QString text = QStringLiteral("cat ").repeated(40).trimmed();
        Started started({"--model", "next-word", "--text", text});
        started.session.openModel(folderFiles(gpt2));
        QTRY_COMPARE(started.session.model().transformer.config.family, std::string("gpt2"));
        QVERIFY2(started.note().contains(QStringLiteral("32")), qPrintable(started.note()));
        QCOMPARE(started.window->findChild<QLineEdit*>()->text(), text);
    }

    void theQuestionAboutMemoryUncoversNoOtherSentence_data()
    {
        QTest::addColumn<bool>("is_granted");
        QTest::newRow("granted") << true;
        QTest::newRow("refused") << false;
    }
    void theQuestionAboutMemoryUncoversNoOtherSentence()
    {
        QFETCH(bool, is_granted);
        Started started({});
        const QString before = started.text();
        started.window->showOpening(QStringLiteral("gpt2"), QStringLiteral("the cat"));
        MemoryLimits tight;
        tight.available = memoryNeeded(*folderFiles(gpt2)) * 3 / 2;
        ViewText view;
        view.set("text", "the cat");
        started.session.openModel(folderFiles(gpt2), tight, view);
        QPointer<QMessageBox> box;
        QTRY_VERIFY(box = started.window->findChild<QMessageBox*>());
        QTest::qWait(50);
        QVERIFY(started.cover() && started.cover()->isVisible());
        QTest::mouseClick(box->button(is_granted ? QMessageBox::Open : QMessageBox::Cancel), Qt::LeftButton);
        QTRY_VERIFY(!started.cover());
        QCOMPARE(started.text(), is_granted ? QStringLiteral("the cat") : before);
        QCOMPARE(started.window->findChild<QLineEdit*>()->text(), started.text());
    }

    void aLanguageOfAnyModelIsFound()
    {
        const Started started({"--model", mbart, "--text", "the animal", "--to", "fr"});
        QTRY_COMPARE(started.session.trace()->target_language, std::string("fr_XX"));
    }
};

QTEST_MAIN(TestStarting)
#include "tst_starting.moc"
