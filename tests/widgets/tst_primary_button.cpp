#include "widgets/look/palette.h"
#include "widgets/look/primary_button.h"

#include <QApplication>
#include <QVBoxLayout>
#include <QtTest>

using namespace glassformer;

class TestPrimaryButton : public QObject
{
    Q_OBJECT

private slots:
    /** Dark colours chosen while the window is open, and light ones again. */
    void itHasTheColoursOfTheTheme()
    {
        QWidget window;
        auto* inner = new QWidget(&window);
        auto* column = new QVBoxLayout(inner);
        auto* button = new PrimaryButton;
        auto* disabled = new PrimaryButton;
        disabled->setEnabled(false);
        column->addWidget(button);
        column->addWidget(disabled);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (const Palette* colours : {&darkPalette(), &lightPalette(), &darkPalette()}) {
            QPalette palette;
            palette.setColor(QPalette::Window, colours->ground);
            palette.setColor(QPalette::WindowText, colours->ink);
            QApplication::setPalette(palette);
            QCoreApplication::processEvents();
            QCOMPARE(button->palette().color(QPalette::Active, QPalette::Button), colours->selected);
            QCOMPARE(button->palette().color(QPalette::Active, QPalette::ButtonText),
                readableOn(colours->selected));
            QCOMPARE(disabled->palette().color(QPalette::Disabled, QPalette::Button), colours->chip);
        }
    }
};

QTEST_MAIN(TestPrimaryButton)
#include "tst_primary_button.moc"
