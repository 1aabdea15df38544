#include "app/help/what_is.h"
#include "app/window/panels.h"
#include "tests/builders/opened_window.h"
#include "widgets/steps/step_view.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QToolTip>
#include <QtTest>

#include <algorithm>

using namespace glassformer;

/** Everything without a mouse: Tab reaches all that can be used, in the order of reading, and each says what it is. */
class TestKeyboard : public QObject
{
    Q_OBJECT

private slots:
    void everyControlIsReachedNamedAndExplained_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("language");
        const QString street = QStringLiteral("The animal didn't cross the street because it was too tired.");
        for (const char* language : {"en", "zh_CN"}) {
            QTest::addRow("translator %s", language) << "translator" << street << "fr" << language;
            QTest::addRow("next word %s", language)
                << "next-word" << QStringLiteral("The animal didn't cross the") << QString() << language;
            QTest::addRow("gap %s", language)
                << "gap" << QStringLiteral("The animal was [MASK] tired.") << QString() << language;
        }
    }
    void everyControlIsReachedNamedAndExplained()
    {
        QFETCH(QString, model);
        QFETCH(QString, text);
        QFETCH(QString, target);
        QFETCH(QString, language);
        open(model, text, target);
        m_opened->language.choose(language);
        Selection look = m_session->selection();
        look.step = StepKind::Embedding;
        m_session->select(look);
        QTRY_VERIFY(m_session->measured().plane); // its map stands there from then on
        QStringList faults;
        for (std::size_t step = 0; step < m_session->steps().size(); ++step) {
            m_session->goToStep(int(step));
            settle();
            const auto name = QString::fromLatin1(stepId(m_session->steps()[step]).data());
            QStringList jumps;
            const QList<QWidget*> order = tabbed(jumps);
            for (QWidget* widget : m_window->findChildren<QWidget*>())
                if (takesTab(*widget))
                    for (const QString& fault : faultsOf(*widget, order))
                        faults << name + QStringLiteral(": ") + fault + u' ' + nameOf(*widget);
            for (const QString& jump : jumps)
                faults << name + QStringLiteral(": ") + jump;
        }
        faults.removeDuplicates();
        for (const QString& fault : faults)
            qWarning("%s", qPrintable(fault));
        QVERIFY(faults.isEmpty());
    }

private:
    void open(const QString& model, const QString& text, const QString& target)
    {
        m_opened = openWindow(QStringLiteral(GLASSFORMER_RESOURCES "/models/") + model, text, target);
        QVERIFY(m_opened);
        m_session = m_opened->session.get();
        m_window = m_opened->window.get();
        m_window->resize(1280, 720);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
        m_session->choosePath(WalkPath::Full);
        settle();
    }
    static void settle()
    {
        for (int pass = 0; pass < 3; ++pass)
            QCoreApplication::processEvents();
    }

    static bool takesTab(const QWidget& widget)
    {
        return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus)
            && !widget.focusProxy() && !widget.visibleRegion().isEmpty();
    }

    static QString nameOf(const QWidget& widget)
    {
        QString name = QString::fromLatin1(widget.metaObject()->className());
        for (const QWidget* here = &widget; here; here = here->parentWidget())
            if (!here->objectName().isEmpty() && !here->objectName().startsWith(QStringLiteral("qt_")))
                return name + QStringLiteral(" in ") + here->objectName();
        return name;
    }

    /** What has the focus after one Tab after another, until it begins anew; and where it jumps back on the way. */
    QList<QWidget*> tabbed(QStringList& jumps) const
    {
        QList<QWidget*> order;
        m_window->setFocus();
        for (int press = 0; press < 400; ++press) {
            QTest::keyClick(m_window->windowHandle(), Qt::Key_Tab);
            QWidget* focused = QApplication::focusWidget();
            if (!order.isEmpty() && focused == order.last())
                continue; // from one link to the next
            if (!focused || order.contains(focused))
                break;
            // Now, as the page is scrolled to what has the focus.
            if (!order.isEmpty() && jumpsBack(*order.last(), *focused))
                jumps << QStringLiteral("back from %1 to %2").arg(nameOf(*order.last()), nameOf(*focused));
            order << focused;
        }
        return order;
    }

    QStringList faultsOf(QWidget& widget, const QList<QWidget*>& order) const
    {
        QStringList faults;
        if (!order.contains(&widget))
            faults << QStringLiteral("Tab does not reach");
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&widget);
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
            faults << QStringLiteral("no name for a screen reader:");
        if (whatIs(widget).isEmpty())
            faults << QStringLiteral("no answer to “what is this?”:");
        if (isControl(widget) && tipOf(widget).isEmpty())
            faults << QStringLiteral("no tip:");
        return faults;
    }

    /** Pictures have tips of their cells. */
    static bool isControl(const QWidget& widget)
    {
        return widget.inherits("QAbstractButton") || widget.inherits("QComboBox")
            || widget.inherits("QAbstractSlider") || widget.inherits("QLineEdit")
            || widget.inherits("QAbstractSpinBox");
    }

    static QString tipOf(QWidget& widget)
    {
        QToolTip::hideText();
        QToolTip::showText({}, {});
        QHelpEvent asked(QEvent::ToolTip, widget.rect().center(), widget.mapToGlobal(widget.rect().center()));
        QCoreApplication::sendEvent(&widget, &asked);
        const QString tip = QToolTip::text();
        QToolTip::hideText();
        return tip;
    }

    /** Whether the focus jumps back, inside one part of the window: to the line above, or to the left in its line. */
    bool jumpsBack(const QWidget& from, const QWidget& to) const
    {
        if (from.isAncestorOf(&to))
            return false; // into what scrolls
        const QRect before = placeOf(from), now = placeOf(to);
        const bool is_above = now.bottom() <= before.top();
        const bool is_below = now.top() >= before.bottom();
        const bool is_left = now.right() <= before.left();
        return (is_above && now.left() <= before.right()) || (is_left && !is_above && !is_below);
    }
    QRect placeOf(const QWidget& widget) const { return {widget.mapTo(m_window, QPoint()), widget.size()}; }

    std::unique_ptr<OpenedWindow> m_opened;
    Session* m_session = nullptr;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
