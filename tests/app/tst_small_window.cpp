#include "app/window/look/interface_language.h"
#include "app/window/look/theme.h"
#include "app/window/main_window.h"
#include "tests/builders/opened_window.h"
#include "widgets/machine/architecture_map.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/numbers/vector_strips.h"
#include "widgets/steps/maps_view.h"
#include "widgets/steps/step_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QtTest>

#include <memory>

using namespace glassformer;

/** Row 40 of the list of bad inputs: the window on a screen of 1024 x 600. */
class TestSmallWindow : public QObject
{
    Q_OBJECT

private slots:
    void fitsAndShowsItsControls_data()
    {
        QTest::addColumn<QString>("language");
        for (const char* language : {"en", "zh_CN"})
            QTest::newRow(language) << language;
    }
    void fitsAndShowsItsControls()
    {
        QFETCH(QString, language);
        const QSize screen(1024, 600);
        Theme theme;
        InterfaceLanguage interface_language;
        interface_language.choose(language);
        Session session(
            std::make_shared<const Model>(Model::load(GLASSFORMER_RESOURCES "/models/translator")));
        QVERIFY(
            session.runFirst(QStringLiteral("The animal didn't cross the street because it was too tired."),
                QStringLiteral("fr")));
        MainWindow window(session, interface_language, theme);
        window.resize(screen);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (std::size_t step = 0; step < session.steps().size(); ++step) {
            session.goToStep(static_cast<int>(step));
            QCoreApplication::processEvents();
            QCOMPARE(window.size(), screen);
            const QRect view(window.currentView()->mapTo(&window, QPoint()), window.currentView()->size());
            QVERIFY2(view.width() > 300 && view.height() > 200, qPrintable(QString::number(step)));
            for (const QWidget* control : std::initializer_list<const QWidget*>{
                     window.findChild<QLineEdit*>(), window.findChild<QPushButton*>(QStringLiteral("run")),
                     window.findChild<QPushButton*>(QStringLiteral("next"))})
                QVERIFY(window.rect().contains(QRect(control->mapTo(&window, QPoint()), control->size())));
        }
    }

    /** The last line is the result: a sum or a norm without it is half told. */
    void sumsAndNormsShowTheirResultWithoutScrolling_data() { fitsAndShowsItsControls_data(); }
    void sumsAndNormsShowTheirResultWithoutScrolling()
    {
        QFETCH(QString, language);
        Theme theme;
        InterfaceLanguage interface_language;
        interface_language.choose(language);
        Session session(
            std::make_shared<const Model>(Model::load(GLASSFORMER_RESOURCES "/models/translator")));
        QVERIFY(
            session.runFirst(QStringLiteral("The animal didn't cross the street because it was too tired."),
                QStringLiteral("fr")));
        MainWindow window(session, interface_language, theme);
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (std::size_t step = 0; step < session.steps().size(); ++step) {
            session.goToStep(static_cast<int>(step));
            for (int pass = 0; pass < 3; ++pass)
                QCoreApplication::processEvents();
            if (!qobject_cast<MapsView*>(window.currentView()))
                continue;
            const auto* strips = window.currentView()->findChild<VectorStrips*>();
            QVERIFY2(strips->visibleRegion().boundingRect().height() >= strips->height() - 2,
                std::string(stepId(session.steps()[step])).c_str());
        }
    }

    void mapsOfWeightsHaveMostOfTheStage()
    {
        const auto opened = openStreet();
        QVERIFY(opened);
        Session& session = *opened->session;
        MainWindow& window = *opened->window;
        window.resize(1280, 720);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (const StepKind step : {StepKind::Softmax, StepKind::MaskedAttention, StepKind::CrossAttention}) {
            Selection look = session.selection();
            look.step = step;
            session.select(look);
            QTRY_COMPARE(session.selection().step, step);
            for (int pass = 0; pass < 3; ++pass)
                QCoreApplication::processEvents();
            const StepView* view = window.currentView();
            const QWidget* stage = view->parentWidget()->parentWidget();
            const auto* card = view->findChild<Heatmap*>()->parentWidget();
            const bool fills_view = card->height() >= view->height() - 2;
            QVERIFY2(card->height() >= stage->height() * 0.6 - 2 || fills_view,
                qPrintable(QStringLiteral("%1 of %2").arg(card->height()).arg(stage->height())));
        }
    }

    /** A row of cells of which nothing is left shows nothing, however many others lie below it. */
    void everyMapShowsItsRowsHoweverSmallTheWindow()
    {
        const auto opened = openStreet();
        QVERIFY(opened);
        Session& session = *opened->session;
        MainWindow& window = *opened->window;
        window.resize(1024, 600);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (std::size_t step = 0; step < session.steps().size(); ++step) {
            session.goToStep(static_cast<int>(step));
            for (int pass = 0; pass < 3; ++pass)
                QCoreApplication::processEvents();
            for (const Heatmap* map : window.currentView()->findChildren<Heatmap*>())
                QVERIFY2(!map->isVisible() || map->geometryNow().cellHeight() >= 5,
                    std::string(stepId(session.steps()[step])).c_str());
        }
    }

    void layersAreNamedWhole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const char* language : {"en", "zh_CN"})
            for (const QSize size : {QSize(1280, 720), QSize(1024, 600)})
                QTest::addRow("%s %d", language, size.width()) << QString::fromLatin1(language) << size;
    }
    void layersAreNamedWhole()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        Theme theme;
        InterfaceLanguage interface_language;
        interface_language.choose(language);
        Session session(
            std::make_shared<const Model>(Model::load(GLASSFORMER_RESOURCES "/models/translator")));
        QVERIFY(session.runFirst(QStringLiteral("The animal was tired."), QStringLiteral("fr")));
        MainWindow window(session, interface_language, theme);
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCoreApplication::processEvents();
        const QList<QLabel*> names = window.findChild<ArchitectureMap*>()->findChildren<QLabel*>();
        QCOMPARE(names.size(), 2);
        for (const QLabel* name : names)
            QVERIFY2(name->fontMetrics().horizontalAdvance(name->text()) <= name->width(),
                qPrintable(name->text()));
    }

    void drawingWordsIsNoWiderThanTheWindow_data() { fitsAndShowsItsControls_data(); }
    void drawingWordsIsNoWiderThanTheWindow()
    {
        QFETCH(QString, language);
        Theme theme;
        InterfaceLanguage interface_language;
        interface_language.choose(language);
        Session session(
            std::make_shared<const Model>(Model::load(GLASSFORMER_RESOURCES "/models/next-word")));
        QVERIFY(session.runFirst(
            QStringLiteral("The animal didn't cross the street because it was too"), QString()));
        MainWindow window(session, interface_language, theme);
        window.resize(1024, 600);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        session.goToStep(int(session.steps().size()) - 2);
        QCOMPARE(session.selection().step, StepKind::NextWord);
        session.chooseTemperature(1.5);
        QTRY_VERIFY(!session.isBusy());
        for (int pass = 0; pass < 3; ++pass)
            QCoreApplication::processEvents();
        const auto* page = window.currentView()->findChild<QScrollArea*>();
        QVERIFY(page->viewport()->width() >= page->widget()->width());
        const auto* seed = window.currentView()->findChild<QWidget*>(QStringLiteral("seed"));
        QCOMPARE(seed->visibleRegion().boundingRect(), seed->rect());
        // The number tells one choice from another.
        for (const char* name : {"temperatureText", "topKText", "topPText"}) {
            const auto* label = window.currentView()->findChild<QLabel*>(QString::fromLatin1(name));
            QVERIFY2(label->fontMetrics().horizontalAdvance(label->text()) <= label->width(), name);
        }
        QVERIFY(window.currentView()
                    ->findChild<QLabel*>(QStringLiteral("temperatureText"))
                    ->text()
                    .contains(QStringLiteral("1.5")));
    }

    void theMachineStillShowsTheOpenStepWhenTheWindowGetsSmaller()
    {
        Theme theme;
        InterfaceLanguage interface_language;
        Session session(
            std::make_shared<const Model>(Model::load(GLASSFORMER_RESOURCES "/models/translator")));
        QVERIFY(session.runFirst(QStringLiteral("The animal was tired."), QStringLiteral("fr")));
        session.goToStep(int(session.steps().size()) - 1);
        MainWindow window(session, interface_language, theme);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.resize(1024, 600);
        QCoreApplication::processEvents();
        const auto* machine = window.findChild<ArchitectureMap*>();
        for (const MapBlock* block : machine->findChildren<MapBlock*>())
            QVERIFY(!block->isChecked() || block->visibleRegion().boundingRect() == block->rect());
    }
};

QTEST_MAIN(TestSmallWindow)
#include "tst_small_window.moc"
