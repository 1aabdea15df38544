#include "widgets/look/flow_layout.h"

#include <QLabel>
#include <QWidget>
#include <QtTest>

#include <array>
#include <memory>

using namespace glassformer;

class TestFlowLayout : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_page = std::make_unique<QWidget>();
        auto* flow = new FlowLayout(m_page.get());
        flow->setContentsMargins(0, 0, 0, 0);
        flow->setSpacing(10);
        for (QWidget*& box : m_boxes) {
            box = new QWidget;
            box->setFixedSize(100, 20);
            flow->addWidget(box);
        }
        m_wide = new QWidget;
        m_wide->setMinimumSize(80, 30);
        m_wide->setMaximumWidth(300);
        m_wide->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        flow->addWidget(m_wide);
    }

    void whatWantsToBeWideTakesTheRestOfItsLine()
    {
        show(400);
        QCOMPARE(m_boxes[0]->geometry(), QRect(0, 5, 100, 20)); // in the middle of a line that is 30 high
        QCOMPARE(m_boxes[1]->geometry(), QRect(110, 5, 100, 20));
        QCOMPARE(m_wide->geometry(), QRect(220, 0, 180, 30));
        QCOMPARE(m_page->heightForWidth(400), 30);
        show(1000);
        QCOMPARE(m_wide->width(), 300);
    }

    void goesOnInAnotherLine()
    {
        show(290); // 80 - 10 are left
        QCOMPARE(m_boxes[1]->geometry(), QRect(110, 0, 100, 20));
        QCOMPARE(m_wide->geometry(), QRect(0, 30, 290, 30));
        QCOMPARE(m_page->heightForWidth(290), 60);
        show(150);
        QCOMPARE(m_boxes[1]->geometry(), QRect(0, 30, 100, 20));
        QCOMPARE(m_wide->geometry(), QRect(0, 60, 150, 30));
    }

    void whatIsHiddenTakesNoRoom()
    {
        m_boxes[0]->hide();
        m_wide->hide();
        show(150);
        QCOMPARE(m_boxes[1]->geometry(), QRect(0, 0, 100, 20));
        QCOMPARE(m_page->heightForWidth(150), 20);
    }

    void canBeAsNarrowAsItsWidest() { QCOMPARE(m_page->minimumSizeHint(), QSize(100, 30)); }

private:
    void show(int width)
    {
        m_page->setFixedSize(width, 200);
        m_page->show();
        QCoreApplication::processEvents();
    }

    std::unique_ptr<QWidget> m_page;
    std::array<QWidget*, 2> m_boxes{};
    QWidget* m_wide = nullptr;
};

QTEST_MAIN(TestFlowLayout)
#include "tst_flow_layout.moc"
