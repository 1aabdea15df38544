#include "app/models/model_list.h"
#include "tests/builders/opened_window.h"

#include <QLabel>
#include <QRandomGenerator>
#include <QtTest>

#include <array>
#include <memory>

using namespace glassformer;

/** Row 39 of the list of bad inputs: models opened, runs asked, cancelled and windows closed at any moment. */
class TestRandomRequests : public QObject
{
    Q_OBJECT

private slots:
    void cancelsAndClosesAtAnyMoment();
    void ofTwoModelsOpenedTheSecondIsShown();
    void aModelThatCannotBeOpenedAfterOneThatCanLeavesThePresentOne();

private:
    static std::unique_ptr<OpenedWindow> open();
    static void doAnything(OpenedWindow& opened, QRandomGenerator& random);
};

namespace {

const QString models = QStringLiteral(GLASSFORMER_TEST_DATA "/models/");
const QString bundled = QStringLiteral(GLASSFORMER_RESOURCES "/models/");

std::filesystem::path pathOf(const QString& folder)
{
    return folder.toStdU16String();
}

} // namespace

std::unique_ptr<OpenedWindow> TestRandomRequests::open()
{
    return openWindow(bundled + QStringLiteral("next-word"), QStringLiteral("The animal was too"));
}

void TestRandomRequests::doAnything(OpenedWindow& opened, QRandomGenerator& random)
{
    static const std::array<QString, 8> folders{bundled + "translator", bundled + "gap",
        bundled + "next-word", models + "gpt2", models + "bert", models + "t5", models + "no such model",
        QStringLiteral(GLASSFORMER_TEST_DATA)};
    static const std::array<QString, 5> texts{
        "The animal was too", "The cat sat on the mat.", "", "[MASK] a <s>", QString(3000, 'x')};
    Session& session = *opened.session;
    switch (random.bounded(10)) {
    case 0:
    case 1:
        return session.openModel(folderFiles(folders[std::size_t(random.bounded(int(folders.size())))]));
    case 2:
    case 3:
        return session.runText(texts[std::size_t(random.bounded(int(texts.size())))],
            session.model().targetLanguages().empty() ? QString() : QStringLiteral("fr"));
    case 4:
        return session.cancel();
    case 5:
        return session.toggleHead({session.site(), 0, 0});
    case 6:
        return session.chooseHead(random.bounded(session.trace()->config.n_heads));
    case 7:
        return session.goToStep(random.bounded(int(session.steps().size())));
    case 8:
        return session.writeNext();
    default:
        return session.takeAllBack();
    }
}

void TestRandomRequests::cancelsAndClosesAtAnyMoment()
{
    QRandomGenerator random(39);
    for (int window = 0; window < 25; ++window) {
        const std::unique_ptr<OpenedWindow> opened = open();
        QVERIFY(opened);
        for (int action = 0; action < 20; ++action) {
            doAnything(*opened, random);
            if (random.bounded(3) == 0)
                QTest::qWait(random.bounded(20));
        }
        if (window % 2 == 0)
            QTRY_VERIFY_WITH_TIMEOUT(!opened->session->isBusy(), 30'000);
        QVERIFY(opened->session->trace());
        QVERIFY(!opened->session->steps().empty());
    }
}

void TestRandomRequests::ofTwoModelsOpenedTheSecondIsShown()
{
    const std::unique_ptr<OpenedWindow> opened = open();
    const QSignalSpy changes(opened->session.get(), &Session::modelChanged);
    for (int wait : {0, 1, 3, 10}) {
        opened->session->openModel(folderFiles(bundled + "translator"));
        QTest::qWait(wait);
        opened->session->openModel(folderFiles(models + "bert"));
        QTRY_VERIFY_WITH_TIMEOUT(!opened->session->isBusy(), 30'000);
        QCOMPARE(opened->session->model().folder(), pathOf(models + "bert"));
        QCOMPARE(opened->session->trace()->config.family, std::string("bert"));
    }
    QVERIFY(changes.size() >= 4);
}

void TestRandomRequests::aModelThatCannotBeOpenedAfterOneThatCanLeavesThePresentOne()
{
    const std::unique_ptr<OpenedWindow> opened = open();
    const auto before = opened->session->trace();
    opened->session->openModel(folderFiles(bundled + "translator"));
    opened->session->openModel(folderFiles(models + "no such model"));
    QTRY_VERIFY_WITH_TIMEOUT(!opened->session->isBusy(), 30'000);
    QCOMPARE(opened->session->trace(), before);
    QVERIFY(opened->window->findChild<QLabel*>(QStringLiteral("note"))->isVisible());
}

QTEST_MAIN(TestRandomRequests)
#include "tst_random_requests.moc"
