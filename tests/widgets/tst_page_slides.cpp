#include "widgets/look/flow_layout.h"
#include "widgets/steps/page_slides.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QtTest>

using namespace glassformer;

namespace {

/** A picture that is to be so high. */
class Picture : public QWidget
{
public:
    explicit Picture(int height)
        : m_height(height)
    {
    }
    QSize sizeHint() const override { return {100, m_height}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    int m_height;
};

} // namespace

/** The parts of a page that fill the window one after the other. */
class TestPageSlides : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_area = std::make_unique<QScrollArea>();
        m_area->setWidgetResizable(true);
        auto* content = new QWidget;
        m_page = new QVBoxLayout(content);
        m_page->setContentsMargins(0, 0, 0, 0);
        m_area->setWidget(content);
        m_area->resize(400, 300);
        m_area->show();
    }

    void cleanup() { m_area.reset(); }

    void aSlideBeginsWhereItsPartDoes()
    {
        addPart(200);
        QWidget* second = addPart(200);
        show();
        PageSlides slides(*m_area, *m_page);
        slides.goTo(1);
        QTRY_COMPARE(topOf(*second), 0);
    }

    void controlsThatGoOnInOtherLinesBelongToTheirPart()
    {
        auto* controls = new QWidget;
        auto* flow = new FlowLayout(controls);
        for (int i = 0; i < 12; ++i) {
            auto* button = new QPushButton(QString::number(i));
            button->setFixedSize(180, 30);
            flow->addWidget(button);
        }
        m_page->addWidget(controls);
        QWidget* second = addPart(200);
        show();
        PageSlides slides(*m_area, *m_page);
        slides.goTo(1);
        QTRY_COMPARE(topOf(*second), 0);
        QVERIFY(m_area->verticalScrollBar()->value() >= 6 * 30);
    }

    void aPartThatIsALittleTooHighIsSeenWhole()
    {
        const int room = m_area->viewport()->height();
        QWidget* high = addPart(int(room * 1.04));
        addPart(200);
        show();
        PageSlides slides(*m_area, *m_page);
        QTRY_COMPARE(high->height(), room);
        QCOMPARE(slides.count(), 2);
    }

private:
    QWidget* addPart(int height)
    {
        auto* part = new Picture(height);
        m_page->addWidget(part);
        return part;
    }
    void show()
    {
        m_area->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_area.get()));
    }
    int topOf(QWidget& part) const { return part.mapTo(m_area->viewport(), QPoint()).y(); }

    std::unique_ptr<QScrollArea> m_area;
    QVBoxLayout* m_page = nullptr;
};

QTEST_MAIN(TestPageSlides)
#include "tst_page_slides.moc"
