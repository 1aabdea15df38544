#include "app/experiments/pages.h"
#include "app/presentation/ink_layer.h"
#include "app/presentation/magnifier.h"
#include "app/presentation/presentation.h"
#include "app/window/panels.h"
#include "app/window/side_panel.h"
#include "tests/builders/opened_window.h"
#include "widgets/paint/axis_labels.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/curtain.h"
#include "widgets/steps/page_slides.h"
#include "widgets/steps/step_view.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolTip>
#include <QWindow>
#include <QtTest>

using namespace glassformer;

/** In front of a class: what is there, what is covered, what hand and keys do, and that all is as before afterwards. */
class TestPresentation : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_opened = openStreet();
        QVERIFY(m_opened);
        m_session = m_opened->session.get();
        m_window = m_opened->window.get();
        m_window->resize(1280, 720);
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
        m_panels = m_window->findChild<Panels*>();
    }
    void cleanup() { m_opened.reset(); }

    void oneKeyLeavesOnlyPictureTitleAndStepAndEscBringsAllBack()
    {
        m_panels->setShown(PanelPlace::Machine, false);
        const Qt::WindowStates state = m_window->windowState();
        const QFont font = m_window->font();
        press(Qt::Key_F5);
        QVERIFY(m_window->isFullScreen());
        QVERIFY(!m_window->menuBar()->isVisible());
        QVERIFY(!m_window->findChild<QLineEdit*>(QStringLiteral("sentence"))->isVisible());
        QVERIFY(!m_window->findChild<QPushButton*>(QStringLiteral("next"))->isVisible());
        QVERIFY(!m_panels->isShown(PanelPlace::Inspector));
        QVERIFY(label("title")->isVisible());
        QCOMPARE(label("stepNumber")->text(), QStringLiteral("1 / %1").arg(m_session->steps().size()));
        press(Qt::Key_Escape);
        QCOMPARE(m_window->windowState(), state);
        QCOMPARE(m_window->font(), font);
        QVERIFY(m_window->menuBar()->isVisible());
        QVERIFY(m_window->findChild<QLineEdit*>(QStringLiteral("sentence"))->isVisible());
        QVERIFY(m_panels->isShown(PanelPlace::Inspector));
        QVERIFY(!m_panels->isShown(PanelPlace::Machine));
        QVERIFY(!label("stepNumber")->isVisible());
        QVERIFY(!m_opened->theme.hasHighContrast());
    }

    void lettersAreAtLeastTheFortiethPartOfTheScreenWherePicturesWriteSmallest()
    {
        for (const int height : {720, 1080, 2160}) {
            const QFont font = Presentation::fontFor(QFont(), height);
            QVERIFY(font.pixelSize() >= 20 * 96.0 / 72); // 20 points
            FigureStyle style;
            style.font = font;
            // The smallest that labels of a map are ever written in, whatever the size of its cells.
            const int smallest = labelFont(style, font.pixelSize() * 0.6).pixelSize();
            QVERIFY2(smallest * 40 >= height, qPrintable(QString::number(smallest)));
        }
    }

    void theFirstPageKeepsTheAnswerUntilAKeyAsksForIt()
    {
        press(Qt::Key_F5);
        QCOMPARE(curtains(), 1);
        const auto* curtain = view()->findChild<Curtain*>();
        QVERIFY(curtain->size() == curtain->parentWidget()->size());
        QVERIFY(!label("answer")->isVisible());
        press(Qt::Key_R);
        QCOMPARE(curtains(), 0);
        press(Qt::Key_R); // and back
        QCOMPARE(curtains(), 1);
    }

    void attentionAndEffectStayCoveredStepByStep()
    {
        press(Qt::Key_F5);
        goTo(StepKind::Softmax);
        QTRY_VERIFY(m_session->headEffect());
        QVERIFY(curtains() > 0);
        QVERIFY(!label("effect")->isVisible());
        press(Qt::Key_C); // not even beside the choice of the head
        QVERIFY(!label("need")->isVisible());
        press(Qt::Key_R);
        QCOMPARE(curtains(), 0);
        QVERIFY(!label("effect")->isVisible());
        press(Qt::Key_R);
        QVERIFY(label("effect")->isVisible());
        press(Qt::Key_PageDown); // it names the written word: on another page it is asked for again
        QTRY_VERIFY(m_session->headEffect());
        QVERIFY(!label("effect")->isVisible());
        press(Qt::Key_PageUp);
        QTRY_VERIFY(m_session->headEffect());
        press(Qt::Key_R);
        QVERIFY(label("effect")->isVisible());
        QVERIFY(!label("answer")->isVisible());
        press(Qt::Key_R);
        QVERIFY(curtains() > 0);
    }

    void titlesOfTheDecoderDoNotNameWhatItWrites()
    {
        goTo(StepKind::CrossAttention);
        const QString word = QString::fromStdString(m_session->trace()->target.at(1).text);
        press(Qt::Key_F5);
        QVERIFY(!label("title")->text().contains(QStringLiteral("span")));
        press(Qt::Key_R);
        QVERIFY(label("title")->text().contains(QStringLiteral("span")));
    }

    void theInspectorIsCoveredWithThePicture()
    {
        press(Qt::Key_F5);
        goTo(StepKind::Softmax);
        press(Qt::Key_F8);
        QVERIFY(m_panels->isShown(PanelPlace::Inspector));
        QVERIFY(m_panels->inspector().findChild<Curtain*>());
        press(Qt::Key_R);
        QTRY_VERIFY(!m_panels->inspector().findChild<Curtain*>());
    }

    void theInspectorGoesToAnotherScreenAndComesBackToItsPlace()
    {
        const int machine = m_panels->dockOf(PanelPlace::Machine).width(),
                  inspector = m_panels->inspector().width();
        m_panels->moveInspectorTo(*m_window->screen());
        QVERIFY(m_panels->isInspectorAway());
        QVERIFY(m_panels->inspector().isVisible());
        QVERIFY(m_panels->inspector().window() != m_window);
        m_panels->bringInspectorBack();
        QVERIFY(m_panels->dockOf(PanelPlace::Inspector).isAncestorOf(&m_panels->inspector()));
        QCOMPARE(m_panels->inspector().window(), m_window);
        QTRY_COMPARE(m_panels->dockOf(PanelPlace::Machine).width(), machine);
        QTRY_COMPARE(m_panels->inspector().width(), inspector);
    }

    void anotherSentenceIsCoveredAgain()
    {
        press(Qt::Key_F5);
        press(Qt::Key_R);
        QCOMPARE(curtains(), 0);
        m_session->runText(QStringLiteral("The animal didn't cross the street because it was too wide."),
            QStringLiteral("fr"));
        QTRY_VERIFY(!m_session->isBusy());
        QCOMPARE(curtains(), 1);
    }

    void arrowsPageKeysAndSwipesStep()
    {
        press(Qt::Key_F5);
        press(Qt::Key_Right);
        QCOMPARE(m_session->stepIndex(), 1);
        press(Qt::Key_PageDown);
        QCOMPARE(m_session->stepIndex(), 2);
        press(Qt::Key_PageUp);
        press(Qt::Key_Left);
        QCOMPARE(m_session->stepIndex(), 0);
        swipe(900, 300);
        QCOMPARE(m_session->stepIndex(), 1);
        swipe(300, 900);
        QCOMPARE(m_session->stepIndex(), 0);
        swipe(600, 590);
        QCOMPARE(m_session->stepIndex(), 0);
    }

    void atADeskPageKeysChangeTheLayer()
    {
        goTo(StepKind::Softmax);
        m_session->chooseLayer(0);
        press(Qt::Key_PageDown);
        QCOMPARE(m_session->selection().encoder_layer, 1);
    }

    void everyPartOfAPageHasItsTurn()
    {
        goTo(StepKind::Softmax);
        press(Qt::Key_F5);
        QCoreApplication::processEvents();
        PageSlides* slides = view()->slides();
        QVERIFY(slides);
        QVERIFY(slides->count() > 1);
        QTRY_VERIFY(cardsLieApart());
        press(Qt::Key_Down);
        QCOMPARE(slides->current(), 1);
        press(Qt::Key_Up);
        QCOMPARE(slides->current(), 0);
        press(Qt::Key_Escape);
        QVERIFY(!view()->slides());
    }

    void whatIsDrawnGoesByAKeyAndWithTheStep()
    {
        press(Qt::Key_F5);
        press(Qt::Key_D);
        auto* ink = m_window->findChild<InkLayer*>();
        QTest::mousePress(ink, Qt::LeftButton, {}, {100, 100});
        QTest::mouseMove(ink, {200, 150});
        QTest::mouseRelease(ink, Qt::LeftButton, {}, {200, 150});
        QVERIFY(!ink->isEmpty());
        QVERIFY(differs(*ink, QRect(90, 90, 120, 70)));
        press(Qt::Key_X);
        QVERIFY(ink->isEmpty());
        ink->begin({10, 10});
        ink->end();
        press(Qt::Key_Right);
        QVERIFY(ink->isEmpty());
        press(Qt::Key_Escape); // out of drawing, not of the presentation
        QVERIFY(!ink->isDrawing());
        QVERIFY(m_window->isFullScreen());
    }

    void aDoubleClickEnlargesAndEscGoesBack()
    {
        press(Qt::Key_F5);
        auto* magnifier = m_window->findChild<Magnifier*>();
        auto* caption = view()->findChild<Caption*>();
        QTest::mouseDClick(caption, Qt::LeftButton);
        QVERIFY(magnifier->isOpen() && magnifier->isVisible());
        QCOMPARE(magnifier->size(), m_window->findChild<Pages*>()->size());
        press(Qt::Key_Escape);
        QVERIFY(!magnifier->isVisible());
        QVERIFY(m_window->isFullScreen());
        QWheelEvent wheel({50, 50}, caption->mapToGlobal(QPointF(50, 50)), {}, {0, 240}, Qt::NoButton,
            Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(caption, &wheel);
        QVERIFY(magnifier->isOpen());
    }

    void aClickThroughTheGlassChoosesWhatIsSeenThere()
    {
        press(Qt::Key_F5);
        goTo(StepKind::Softmax);
        press(Qt::Key_R);
        auto* map = view()->findChild<Heatmap*>();
        auto* magnifier = m_window->findChild<Magnifier*>();
        const QPointF cell = map->geometryNow().cellRect(3, 5).center();
        const QPointF in_pages = map->mapTo(m_window->findChild<Pages*>(), cell.toPoint());
        magnifier->enlarge(2, in_pages); // what is pointed at stays where it is
        QTest::mouseClick(magnifier, Qt::LeftButton, {}, in_pages.toPoint());
        QCOMPARE(*m_session->selection().query, 3);
        QCOMPARE(*m_session->selection().key, 5);
    }

    void twoRunsKeepAnswersAndDifferenceUntilAskedFor()
    {
        auto* pages = m_window->findChild<Pages*>();
        pages->compare(ComparedWith::Sentence);
        QTRY_VERIFY(!m_session->isBusy());
        const int width = m_window->width();
        const auto* difference = pages->findChild<QWidget*>(QStringLiteral("difference"));
        QVERIFY(difference->isVisible());
        press(Qt::Key_F5);
        QVERIFY(curtainsIn(*pages) > 1);
        QVERIFY(!difference->isVisible());
        for (const QWidget* answer : pages->findChildren<QWidget*>(QStringLiteral("sideAnswer")))
            QVERIFY(!answer->isVisible());
        for (const QPushButton* button : pages->findChildren<QPushButton*>())
            QVERIFY2(!button->isVisible(), qPrintable(button->text()));
        press(Qt::Key_R);
        QCOMPARE(curtainsIn(*pages), 0);
        QVERIFY(pages->findChild<QWidget*>(QStringLiteral("sideAnswer"))->isVisible());
        QVERIFY(!difference->isVisible());
        press(Qt::Key_R);
        QVERIFY(difference->isVisible());
        QVERIFY(!pages->findChild<QWidget*>(QStringLiteral("sideAnswer"))->isVisible());
        press(Qt::Key_R);
        QVERIFY(curtainsIn(*pages) > 1);
        press(Qt::Key_PageDown);
        QCOMPARE(m_session->stepIndex(), 1);
        press(Qt::Key_Escape);
        QCOMPARE(m_window->width(), width);
        QCOMPARE(curtainsIn(*pages), 0);
        QVERIFY(difference->isVisible());
    }

    /** What was shown of one run says nothing of the other: it is covered anew, its difference too. */
    void aRunThatIsPutBesideAnUncoveredOneIsCovered()
    {
        press(Qt::Key_F5);
        Selection look = m_session->selection();
        look.step = StepKind::Softmax;
        m_session->select(look);
        QTRY_COMPARE(m_session->selection().step, StepKind::Softmax);
        press(Qt::Key_R);
        press(Qt::Key_R);
        auto* pages = m_window->findChild<Pages*>();
        pages->compare(ComparedWith::Sentence);
        QTRY_VERIFY(pages->isComparing() && !m_session->isBusy());
        QVERIFY(curtainsIn(*pages) > 1);
        QVERIFY(!pages->findChild<QWidget*>(QStringLiteral("difference"))->isVisible());
    }

    void twoRunsInChineseAreSeenWhole()
    {
        m_opened.reset();
        m_opened = openWindow(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"),
            QStringLiteral("动物没有穿过马路，因为它太累了。"), QStringLiteral("fr"));
        QVERIFY(m_opened);
        m_session = m_opened->session.get();
        m_window = m_opened->window.get();
        m_opened->language.choose(QStringLiteral("zh_CN"));
        m_window->resize(1280, 720);
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
        goTo(StepKind::Softmax);
        auto* pages = m_window->findChild<Pages*>();
        press(Qt::Key_F5);
        m_window->resize(1280, 720);
        pages->compare(ComparedWith::Sentence);
        QTRY_VERIFY(pages->isComparing() && !m_session->isBusy());
        const auto is_all_seen = [&] {
            QTest::qWait(50); // for the layout
            const auto areas = pages->findChildren<QScrollArea*>();
            return std::none_of(areas.begin(), areas.end(), [](const QScrollArea* area) {
                return area->isVisible() && area->horizontalScrollBar()->maximum() > 0;
            });
        };
        for (const StepKind step : m_session->steps()) {
            goTo(step);
            for (int times = 0; times < 3; ++times) {
                QVERIFY(is_all_seen());
                press(Qt::Key_R);
            }
        }
        goTo(StepKind::Softmax);
        press(Qt::Key_R);
        press(Qt::Key_R);
        const auto* difference = pages->findChild<QWidget*>(QStringLiteral("difference"));
        const auto* map = difference->findChild<Heatmap*>();
        QVERIFY(map->isVisible());
        const auto bottom = [&] { return map->mapTo(difference, QPoint(0, map->height())).y(); };
        QTRY_VERIFY2(bottom() <= difference->height(),
            qPrintable(QStringLiteral("%1 of %2").arg(bottom()).arg(difference->height())));
    }

    void theTableOfCarriedVectorsIsCoveredToo()
    {
        auto* pages = m_window->findChild<Pages*>();
        pages->setPatching(true);
        QTRY_VERIFY(!m_session->isBusy());
        press(Qt::Key_F5);
        QTRY_VERIFY(curtainsIn(*pages) > 0);
        press(Qt::Key_R);
        QCOMPARE(curtainsIn(*pages), 0);
    }

    void evidenceIsCoveredBesideEveryPage()
    {
        goTo(StepKind::Embedding);
        press(Qt::Key_F5);
        press(Qt::Key_F8);
        QVERIFY(!m_panels->inspector().findChild<Curtain*>());
        m_window->findChild<SidePanel*>()->showEvidence(true);
        QVERIFY(m_panels->inspector().findChild<Curtain*>());
        press(Qt::Key_R);
        QTRY_VERIFY(!m_panels->inspector().findChild<Curtain*>());
    }

    void noTipIsShownOnTheScreen()
    {
        press(Qt::Key_F5);
        QToolTip::showText(m_window->mapToGlobal(QPoint(100, 100)), QStringLiteral("a tip"), m_window);
        for (const QWidget* widget : QApplication::topLevelWidgets())
            if (widget->inherits("QTipLabel"))
                QVERIFY(widget->testAttribute(Qt::WA_DontShowOnScreen));
    }

    void anArrowKeyStepsAlsoAfterAClickIntoAPicture()
    {
        press(Qt::Key_F5);
        goTo(StepKind::Embedding);
        const int step = m_session->stepIndex();
        auto* map = view()->findChild<Heatmap*>();
        QTest::mouseClick(map, Qt::LeftButton, {}, map->geometryNow().cellRect(1, 1).center().toPoint());
        QTest::keyClick(map, Qt::Key_Right);
        QCOMPARE(m_session->stepIndex(), step + 1);
    }

    void controlsAreLargeEnoughForAFinger()
    {
        press(Qt::Key_F5);
        press(Qt::Key_S);
        const double nine_millimetres = 9 / 25.4 * 96;
        for (const QPushButton* button : m_window->findChildren<QPushButton*>())
            if (button->isVisible())
                QVERIFY2(button->height() >= nine_millimetres, qPrintable(button->text()));
    }

private:
    StepView* view() const { return m_window->currentView(); }
    QLabel* label(const char* name) const { return m_window->findChild<QLabel*>(QString::fromLatin1(name)); }
    void press(Qt::Key key) const
    {
        QTest::keyClick(m_window, key);
        QCoreApplication::processEvents();
    }
    void goTo(StepKind step) const
    {
        Selection wanted = m_session->selection();
        wanted.step = step;
        m_session->select(wanted);
        QTRY_COMPARE(m_session->selection().step, step);
        QCoreApplication::processEvents();
    }
    QRect inView(const Card& card) const { return {card.mapTo(view(), QPoint()), card.size()}; }
    bool cardsLieApart() const
    {
        const QList<Card*> cards = view()->findChildren<Card*>();
        for (const Card* card : cards)
            for (const Card* other : cards)
                if (card != other && card->isVisible() && other->isVisible()
                    && inView(*card).intersects(inView(*other)))
                    return false;
        return true;
    }
    int curtains() const
    {
        int count = 0;
        for (const Curtain* curtain : view()->findChildren<Curtain*>())
            count += curtain->isVisible();
        return count;
    }
    static int curtainsIn(const QWidget& widget)
    {
        int count = 0;
        for (const Curtain* curtain : widget.findChildren<Curtain*>())
            count += curtain->isVisible();
        return count;
    }
    /** As a finger does: mouse events that were made of touches, at the window. */
    void swipe(int from, int to) const
    {
        for (const auto& [type, x] :
            {std::pair(QEvent::MouseButtonPress, from), std::pair(QEvent::MouseButtonRelease, to)}) {
            const QPointF at(x, 300);
            QMouseEvent event(type, at, at, m_window->mapToGlobal(at), Qt::LeftButton,
                type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier,
                Qt::MouseEventSynthesizedByQt);
            QCoreApplication::sendEvent(m_window->windowHandle(), &event);
        }
        QCoreApplication::processEvents();
    }
    /** Whether something is painted there that is not there without the layer. */
    static bool differs(InkLayer& ink, const QRect& place)
    {
        const QImage with = ink.parentWidget()->grab(place).toImage();
        ink.hide();
        const QImage without = ink.parentWidget()->grab(place).toImage();
        ink.show();
        return with != without;
    }

    std::unique_ptr<OpenedWindow> m_opened;
    Session* m_session = nullptr;
    MainWindow* m_window = nullptr;
    Panels* m_panels = nullptr;
};

QTEST_MAIN(TestPresentation)
#include "tst_presentation.moc"
