#include "core/experiment/effect/word_ranking.h"
#include "core/trace/record/tensor_slice.h"
#include "tests/builders/opened_window.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/words/roads.h"
#include "widgets/steps/step_view.h"

#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace glassformer;

/** How the next word is chosen, by mouse and keys in the real window. */
class TestWriting : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_opened.reset(); }

    void whileASliderIsDraggedTheBarsMoveAndNothingRunsUntilItIsLetGo()
    {
        open("next-word", "The animal was too");
        m_session->chooseTemperature(1);
        QTRY_VERIFY(!m_session->isBusy());
        auto* slider = child<QSlider>("temperature");
        const double before = bars().front().share;
        slider->setSliderDown(true);
        slider->setValue(20);
        QVERIFY(bars().front().share < before);
        QCOMPARE(m_session->request().decoding.temperature, 1.0);
        QVERIFY(!m_session->isBusy());
        slider->setSliderDown(false);
        QTRY_COMPARE(m_session->request().decoding.temperature, 2.0);
        QTRY_VERIFY(!m_session->isBusy());
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Home);
        QTRY_COMPARE(m_session->request().decoding.kind, DecodingKind::Greedy);
        QVERIFY(!child<QSlider>("topK")->isVisible());
    }

    void barsShowTheProbabilitiesThatWordsAreDrawnBy()
    {
        open("next-word", "The animal was too");
        Decoding decoding = m_session->request().decoding;
        decoding.kind = DecodingKind::Sample;
        decoding.temperature = 1.5;
        decoding.top_k = 3;
        m_session->chooseDecoding(decoding);
        QTRY_VERIFY(!m_session->isBusy());
        // By hand: the three largest logits, divided by the temperature, and their softmax.
        const WordScores scores = wordScoresAt(*m_session->trace(), m_session->selection().position);
        std::vector<float> logits(scores.logits.begin(), scores.logits.end());
        std::sort(logits.begin(), logits.end(), [](float a, float b) { return a > b; });
        double total = 0;
        for (int i = 0; i < 3; ++i)
            total += std::exp((double(logits[std::size_t(i)]) - double(logits[0])) / 1.5);
        for (int i = 0; i < 3; ++i)
            QVERIFY(std::abs(bars()[std::size_t(i)].share
                        - std::exp((double(logits[std::size_t(i)]) - double(logits[0])) / 1.5) / total)
                < 1e-6);
        QCOMPARE(bars()[3].share, 0.0);
        const QString text = m_opened->window->findChild<ExplanationPage*>()->plainText();
        QVERIFY2(text.contains(QStringLiteral("Only the likeliest words")), qPrintable(text));
        child<QSlider>("topP")->setValue(5);
        QTRY_COMPARE(m_session->request().decoding.top_p, 0.05);
        QTRY_VERIFY(!m_session->isBusy());
        QCOMPARE(bars()[0].share, 1.0);
    }

    void aWordIsTakenBackAndAnotherOneChosenInItsPlace()
    {
        open("translator", "The animal was tired.", "fr");
        show(0);
        auto* back = child<QPushButton>("takeBack");
        QVERIFY(!back->isEnabled());
        QTest::mouseClick(child<QPushButton>("writeNext"), Qt::LeftButton);
        QTest::mouseClick(child<QPushButton>("writeNext"), Qt::LeftButton);
        QCOMPARE(m_session->selection().position, 2);
        QVERIFY(
            back->toolTip().contains(QString::fromStdString(m_session->trace()->written[1].text).trimmed()));
        QTest::mouseClick(back, Qt::LeftButton);
        QCOMPARE(m_session->selection().position, 1);
    }

    void theRoadThatIsClickedIsTaken()
    {
        open("translator", "The animal was tired.", "fr");
        show(1);
        auto* roads = m_opened->window->currentView()->findChild<Roads*>();
        QVERIFY(!roads->isVisible());
        QTest::mouseClick(child<QPushButton>("beams"), Qt::LeftButton);
        QTRY_VERIFY(!roads->content().isEmpty());
        QVERIFY(roads->isVisible());
        const std::vector<RoadWord>& words = roads->content().words;
        int other = -1; // behind another first word than the likeliest
        for (std::size_t i = 0; i < words.size() && other < 0; ++i)
            if (words[i].parent > 0 && words[std::size_t(words[i].parent)].parent < 0)
                other = int(i);
        QVERIFY(other > 0);
        const QString first = words[std::size_t(words[std::size_t(other)].parent)].text;
        const QString second = words[std::size_t(other)].text;
        QTest::mouseClick(
            roads, Qt::LeftButton, {}, roads->geometryNow().words[std::size_t(other)].center().toPoint());
        QTRY_VERIFY(!m_session->isBusy());
        const std::vector<Token>& written = m_session->trace()->written;
        QVERIFY(QString::fromStdString(written[1].text).contains(first.trimmed()));
        QVERIFY(QString::fromStdString(written[2].text).contains(second.trimmed()));
    }

    void theArrowsGoAlongTheRoadsAndNotToOtherSteps()
    {
        open("translator", "The animal was tired.", "fr");
        show(1);
        child<QPushButton>("beams")->click();
        auto* roads = m_opened->window->currentView()->findChild<Roads*>();
        QTRY_VERIFY(!roads->content().isEmpty());
        roads->setFocus();
        QTest::keyClick(roads, Qt::Key_Right);
        QCOMPARE(m_session->selection().step, StepKind::NextWord);
        QVERIFY(roads->content().chosen
            && roads->content().words[std::size_t(*roads->content().chosen)].parent == 0);
        const int child_word = *roads->content().chosen;
        QTest::keyClick(roads, Qt::Key_Left);
        QCOMPARE(roads->content().chosen, std::optional<int>(0));
        QTest::keyClick(roads, Qt::Key_Right);
        QCOMPARE(roads->content().chosen, std::optional<int>(child_word));
    }

private:
    void open(const char* model, const char* text, const char* language = "")
    {
        m_opened = openWindow(QStringLiteral(GLASSFORMER_RESOURCES "/models/") + QLatin1String(model),
            QString::fromLatin1(text), QString::fromLatin1(language));
        QVERIFY(m_opened);
        m_session = m_opened->session.get();
        show(m_session->trace()->rows() - 1);
    }
    void show(int position)
    {
        Selection wanted = m_session->selection();
        wanted.step = StepKind::NextWord;
        wanted.position = position;
        m_session->select(wanted);
        QCOMPARE(m_session->selection().position, position);
    }
    template <typename Widget> Widget* child(const char* name) const
    {
        return m_opened->window->currentView()->findChild<Widget*>(QString::fromLatin1(name));
    }
    const std::vector<Bar>& bars() const
    {
        return m_opened->window->currentView()->findChild<BarList*>()->bars();
    }

    std::unique_ptr<OpenedWindow> m_opened;
    Session* m_session = nullptr;
};

QTEST_MAIN(TestWriting)
#include "tst_writing.moc"
