#include "app/help/glossary.h"
#include "app/help/glossary_dialog.h"
#include "app/help/key_list.h"
#include "app/help/what_is.h"
#include "app/window/panels.h"
#include "core/trace/step/step_list.h"
#include "tests/builders/opened_window.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/picture_keys.h"
#include "widgets/steps/step_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QHelpEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSlider>
#include <QToolTip>
#include <QTreeWidget>
#include <QWhatsThis>
#include <QtTest>

#include <set>
#include <vector>

using namespace glassformer;

/** Never lost: keys of pictures, the list of all keys, terms, and what everything is. */
class TestHelp : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_opened = openStreet();
        QVERIFY(m_opened);
        m_session = m_opened->session.get();
        m_window = m_opened->window.get();
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }
    void cleanup() { m_opened.reset(); }

    void arrowsMoveTheCellOfTheMapThatHasTheFocusAndStepAfterEsc()
    {
        goTo(StepKind::Softmax);
        auto* map = m_window->currentView()->findChild<Heatmap*>();
        map->setFocus();
        const int step = m_session->stepIndex();
        const int key = *m_session->selection().key;
        pressAtWindow(Qt::Key_Right);
        QCOMPARE(*m_session->selection().key, key + 1);
        QCOMPARE(m_session->stepIndex(), step);
        pressAtWindow(Qt::Key_Escape);
        QVERIFY(!map->hasFocus());
        pressAtWindow(Qt::Key_Right);
        QCOMPARE(m_session->stepIndex(), step + 1);
    }

    void enterOpensTheCellInTheInspectorAlsoIfThatWasPutAway()
    {
        goTo(StepKind::Softmax);
        auto* panels = m_window->findChild<Panels*>();
        panels->setShown(PanelPlace::Inspector, false);
        m_window->currentView()->findChild<Heatmap*>()->setFocus();
        pressAtWindow(Qt::Key_Return);
        QVERIFY(panels->isShown(PanelPlace::Inspector));
        QVERIFY(panels->inspector().isAncestorOf(QApplication::focusWidget()));
        pressAtWindow(Qt::Key_Escape);
        QVERIFY(!panels->inspector().isAncestorOf(QApplication::focusWidget()));
    }

    void bracketsChangeTheHead()
    {
        goTo(StepKind::Softmax);
        m_session->chooseHead(0);
        pressAtWindow(Qt::Key_BracketRight);
        QCOMPARE(m_session->selection().head, 1);
        pressAtWindow(Qt::Key_BracketLeft);
        QCOMPARE(m_session->selection().head, 0);
    }

    void digitsChooseTheHeadWhereNobodyTypes()
    {
        goTo(StepKind::Softmax);
        pressAtWindow(Qt::Key_3);
        QCOMPARE(m_session->selection().head, 2);
        pressAtWindow(Qt::Key_9); // a model of four heads
        QCOMPARE(m_session->selection().head, 2);
        auto* text = m_window->findChild<QLineEdit*>();
        text->setFocus();
        pressAtWindow(Qt::Key_1);
        QCOMPARE(m_session->selection().head, 2);
        QVERIFY(text->text().contains(u'1'));
    }

    void whatHasTheFocusIsSeenWhereEverTabLeads()
    {
        for (const StepKind kind : {StepKind::Tokens, StepKind::Softmax, StepKind::NextWord}) {
            goTo(kind);
            m_window->setFocus();
            std::set<QWidget*> seen;
            for (int i = 0; i < 60; ++i) {
                pressAtWindow(Qt::Key_Tab);
                QWidget* focused = QApplication::focusWidget();
                if (!focused || !seen.insert(focused).second || focused == m_window)
                    continue;
                const QImage with = m_window->grab().toImage();
                focused->clearFocus();
                const QImage without = m_window->grab().toImage();
                QVERIFY2(with != without,
                    qPrintable(focused->objectName() + u' '
                        + QString::fromLatin1(focused->metaObject()->className())));
                focused->setFocus(Qt::TabFocusReason);
            }
            QVERIFY(seen.size() > 6);
        }
    }

    void theListOfKeysIsMadeOfTheActionsThemselves()
    {
        m_window->findChild<QAction*>(QStringLiteral("keys"))->trigger();
        auto* list = m_window->findChild<KeyList*>();
        QVERIFY(list->isVisible());
        auto* tree = list->findChild<QTreeWidget*>();
        QStringList keys;
        for (const QTreeWidgetItem* item : tree->findItems(QString(), Qt::MatchContains | Qt::MatchRecursive))
            keys << item->text(1);
        const QString all = keys.join(u'\n');
        int count = 0;
        for (const UserAction& action : userActions())
            for (auto* key : {action.key, action.also})
                if (key && !key().isEmpty()) {
                    QVERIFY2(all.contains(keyName(key())), action.id);
                    ++count;
                }
        QVERIFY(count > 30);
        for (const char* arrow : {"Left", "Right", "Up", "Down"}) // all arrows are told by their signs
            QVERIFY2(!QRegularExpression(QStringLiteral("\\b%1\\b").arg(QLatin1String(arrow)))
                          .match(all)
                          .hasMatch(),
                arrow);
        list->findChild<QLineEdit*>()->setText(QStringLiteral("F5"));
        QVERIFY(tree->topLevelItemCount() == 1);
    }

    void noKeyMeansTwoThings()
    {
        for (const bool is_presenting : {false, true}) {
            if (is_presenting)
                m_window->findChild<QAction*>(QStringLiteral("present"))->trigger();
            std::set<QString> keys;
            for (const UserAction& entry : userActions()) {
                const auto* action = m_window->findChild<QAction*>(QString::fromLatin1(entry.id));
                if (action->isEnabled())
                    for (const QKeySequence& key : action->shortcuts())
                        QVERIFY2(keys.insert(key.toString()).second,
                            qPrintable(key.toString() + u' ' + action->objectName()));
            }
        }
    }

    void everyControlAndPictureSaysWhatItIs()
    {
        for (std::size_t step = 0; step < m_session->steps().size(); ++step) {
            m_session->goToStep(int(step));
            QCoreApplication::processEvents();
            for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
                const bool is_control = qobject_cast<const QAbstractButton*>(widget)
                    || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QSlider*>(widget)
                    || widget->inherits("glassformer::Heatmap") || widget->inherits("glassformer::BarList");
                if (is_control && widget->isVisible()
                    && widget->objectName() != QStringLiteral("qt_menubar_ext_button"))
                    QVERIFY2(!whatIs(*widget).isEmpty(),
                        qPrintable(widget->objectName() + u' '
                            + QString::fromLatin1(widget->metaObject()->className())
                            + QString::number(step)));
            }
        }
    }

    void shiftF1AnswersAtThePicture()
    {
        goTo(StepKind::Softmax);
        auto* map = m_window->currentView()->findChild<Heatmap*>();
        QHelpEvent query(QEvent::QueryWhatsThis, {10, 10}, map->mapToGlobal(QPoint(10, 10)));
        QVERIFY(QCoreApplication::sendEvent(map, &query) && query.isAccepted());
        QCOMPARE(m_window->findChild<QAction*>(QStringLiteral("what-is-this"))->shortcut(),
            QKeySequence(Qt::SHIFT | Qt::Key_F1));
    }

    void termsAreExplainedWhereTheyAreRead()
    {
        QVERIFY(termsIn(QStringLiteral("Encoder layer 4 of 4 · Softmax · Head 2"))
                    .contains(QStringLiteral("add up to 1")));
        QVERIFY(termsIn(QStringLiteral("two heads")).contains(QStringLiteral("<b>head</b>")));
        QVERIFY(termsIn(QStringLiteral("a headline")).isEmpty());
        QVERIFY(termsIn(QStringLiteral("nothing here")).isEmpty());
    }

    void theGlossaryIsInTheLanguageOfTheWindow()
    {
        std::vector<QString> english;
        for (const GlossaryTerm& term : glossary())
            english.push_back(term.meaning());
        m_opened->language.choose(QStringLiteral("zh_CN"));
        for (std::size_t i = 0; i < english.size(); ++i)
            QVERIFY2(glossary()[i].meaning() != english[i], qPrintable(english[i]));
    }

    void aTermOfTheGlossaryLeadsToItsStep()
    {
        m_window->findChild<QAction*>(QStringLiteral("glossary"))->trigger();
        auto* dialog = m_window->findChild<GlossaryDialog*>();
        auto* terms = dialog->findChild<QListWidget*>();
        QCOMPARE(terms->count(), int(glossary().size()));
        dialog->findChild<QLineEdit*>()->setText(QStringLiteral("cross-attention"));
        QCOMPARE(terms->item(0)->text(), QStringLiteral("cross-attention"));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("goToStep")), Qt::LeftButton);
        QTRY_COMPARE(m_session->selection().step, StepKind::CrossAttention);
    }

private:
    void goTo(StepKind step) const
    {
        Selection wanted = m_session->selection();
        wanted.step = step;
        m_session->select(wanted);
        QTRY_COMPARE(m_session->selection().step, step);
        QCoreApplication::processEvents();
    }
    /** As the window system does: shortcuts first, unless what has the focus keeps the key. */
    void pressAtWindow(Qt::Key key) const
    {
        QTest::keyClick(m_window->windowHandle(), key);
        QCoreApplication::processEvents();
    }

    std::unique_ptr<OpenedWindow> m_opened;
    Session* m_session = nullptr;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
