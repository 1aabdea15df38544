#include "app/window/lines/change_bar.h"
#include "core/experiment/reading/run_comparison.h"
#include "core/model/tensor_name.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/step/step_list.h"
#include "tests/builders/compared_window.h"
#include "widgets/comparison/layer_trail.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/pictures/card.h"
#include "widgets/steps/step_entry.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace glassformer;

/** Two sentences side by side in the real window; what is shown is compared with the numbers of both runs. */
class TestCompareSentences : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_shown = windowToCompare(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"),
            QString::fromLatin1(tired_sentence), QStringLiteral("fr"));
        QVERIFY(m_shown.opened);
        goTo(StepKind::Softmax);
    }

    void oneKeyShowsTheTwinBesideTheSentence()
    {
        compareWithTwin();
        QCOMPARE(QString::fromStdString(m_shown.left().request().text), QString::fromLatin1(tired_sentence));
        QVERIFY(m_shown.right().trace()->answer != m_shown.left().trace()->answer);
        QVERIFY(m_shown.action("compare-sentence")->isChecked());
        QTest::keyClick(&m_shown.window(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!m_shown.window().findChild<Pages*>()->isComparing());
    }

    void theThirdPictureIsTheRightMapMinusTheLeft()
    {
        compareWithTwin();
        const std::string name = attentionTensor(
            AttentionSite::Encoder, m_shown.left().selection().encoder_layer, AttentionPart::Weights);
        const int head = m_shown.left().selection().head;
        const MatrixSlice one = headOf(*m_shown.left().trace(), name, head),
                          other = headOf(*m_shown.right().trace(), name, head);
        const HeatmapContent& shown = ComparedWindow::mapIn(m_shown.difference())->content();
        QCOMPARE(shown.rows, one.rows);
        QCOMPARE(shown.columns, one.columns);
        for (int row = 0; row < one.rows; ++row)
            for (int column = 0; column < one.columns; ++column)
                QVERIFY(std::abs(shown.at(row, column) - (other(row, column) - one(row, column))) < 1e-6f);
        QCOMPARE(shown.colours, HeatmapColours::Signed);
        QVERIFY(std::any_of(shown.row_labels.begin(), shown.row_labels.end(),
            [](const AxisLabel& label) { return label.text == QStringLiteral("tired/wide"); }));
        QCOMPARE(m_shown.map(Side::Right)->content().values,
            std::vector<float>(other.values().begin(), other.values().end()));
    }

    void aCellOfOneSideIsChosenOnTheOther()
    {
        compareWithTwin();
        ComparedWindow::click(m_shown.map(Side::Left), 3, 5);
        QCOMPARE(m_shown.right().selection().query, std::optional(3));
        QCOMPARE(m_shown.right().selection().key, std::optional(5));
        ComparedWindow::click(m_shown.map(Side::Right), 7, 2);
        QCOMPARE(m_shown.left().selection().query, std::optional(7));
        QCOMPARE(m_shown.left().selection().key, std::optional(2));
        ComparedWindow::click(ComparedWindow::mapIn(m_shown.difference()), 4, 4);
        QCOMPARE(m_shown.left().selection().query, std::optional(4));
        QCOMPARE(m_shown.right().selection().key, std::optional(4));
    }

    void stepLayerAndHeadGoTogether()
    {
        compareWithTwin();
        m_shown.action("next-step")->trigger();
        QCOMPARE(m_shown.right().selection().step, m_shown.left().selection().step);
        m_shown.action("previous-step")->trigger();
        m_shown.left().chooseLayer(0);
        QCOMPARE(m_shown.right().selection().encoder_layer, 0);
        m_shown.action("next-layer")->trigger();
        m_shown.action("next-head")->trigger();
        QCOMPARE(m_shown.right().selection().encoder_layer, 1);
        QCOMPARE(m_shown.right().selection().head, m_shown.left().selection().head);
    }

    void theInspectorExplainsTheSideThatWasClickedLast()
    {
        compareWithTwin();
        const auto* page = m_shown.view()->findChild<ExplanationPage*>();
        ComparedWindow::click(m_shown.map(Side::Right), 9, 2);
        compareTexts(*page, m_shown.right());
        QVERIFY(m_shown.named<QPushButton>("explainRight")->isChecked());
        m_shown.named<QPushButton>("explainLeft")->click();
        compareTexts(*page, m_shown.left());
        ComparedWindow::click(m_shown.map(Side::Left), 9, 3);
        compareTexts(*page, m_shown.left());
    }

    void changesBelongToTheirSide()
    {
        compareWithTwin();
        ComparedWindow::click(m_shown.map(Side::Right), 9, 2);
        const HeadName changed = m_shown.right().head();
        m_shown.named<QPushButton>("toggleComparedHead")->click();
        QTRY_COMPARE(m_shown.right().trace()->changes.size(), std::size_t(1));
        QVERIFY(m_shown.left().trace()->changes.empty());
        const auto bars = m_shown.view()->findChildren<ChangeBar*>();
        QVERIFY(!bars.at(0)->isVisible());
        const auto chips = bars.at(1)->findChildren<ChangeChip*>();
        QCOMPARE(chips.size(), 1);
        // A chip leads to its place on its side, and takes the change back there.
        m_shown.left().chooseHead(
            (m_shown.left().selection().head + 1) % m_shown.left().trace()->config.n_heads);
        QTest::mouseClick(chips.front()->findChild<QPushButton*>(QStringLiteral("change")), Qt::LeftButton);
        QTRY_COMPARE(m_shown.right().selection().head, changed.head);
        QCOMPARE(m_shown.view()->comparison().active(), Side::Right);
        chips.front()->findChild<QToolButton*>(QStringLiteral("takeBack"))->click();
        QTRY_VERIFY(m_shown.right().trace()->changes.empty());
        QVERIFY(!bars.at(1)->isVisible());
    }

    void theTrailSaysWhereTheTokenFirstDiffers()
    {
        compareWithTwin();
        ComparedWindow::click(m_shown.map(Side::Left), itRow(), 2);
        auto* trail = m_shown.view()->findChild<LayerTrailPicture*>();
        const StreamComparison expected =
            compareStreams(*m_shown.left().trace(), *m_shown.right().trace(), AttentionSite::Encoder);
        QTRY_COMPARE(trail->trail().distances.size(), expected.tensors.size());
        for (std::size_t i = 0; i < expected.tensors.size(); ++i)
            QCOMPARE(*trail->trail().distances[i], expected.cells[i][std::size_t(itRow())]->relative);
        QCOMPARE(trail->trail().first, expected.firstDifference(itRow()));
        const auto* sentence = m_shown.named<QLabel>("firstDifference");
        QVERIFY2(
            sentence->text().contains(
                QStringLiteral("“it” first differs after layer %1").arg(*expected.firstDifference(itRow()))),
            qPrintable(sentence->text()));
        QTest::mouseClick(trail, Qt::LeftButton, {}, trail->columnRect(2).center().toPoint());
        QCOMPARE(m_shown.left().selection().encoder_layer, 1);
        QCOMPARE(m_shown.right().selection().encoder_layer, 1);
        trail->setFocus();
        QTest::keyClick(trail, Qt::Key_Right);
        QCOMPARE(m_shown.right().selection().encoder_layer, 2);
        QTest::keyClick(trail, Qt::Key_Left);
        QTest::keyClick(trail, Qt::Key_Left);
        QTest::keyClick(trail, Qt::Key_Left);
        QCOMPARE(m_shown.left().selection().step, StepKind::EncoderInput);
    }

    void theTwinFollowsTheSentenceUntilAnotherIsTyped()
    {
        compareWithTwin();
        m_shown.action("swap-word")->trigger();
        QTRY_COMPARE(m_shown.rightText(), QString::fromLatin1(tired_sentence));
        type(QStringLiteral("The animal was tired."));
        QTRY_COMPARE(m_shown.right().trace()->source_text, std::string("The animal was tired."));
        m_shown.left().runText(QString::fromLatin1(tired_sentence), QStringLiteral("fr"));
        QTRY_COMPARE(m_shown.left().trace()->source_text, std::string(tired_sentence));
        QCOMPARE(m_shown.rightText(), QStringLiteral("The animal was tired."));
    }

    void sentencesOfOtherLengthsAreAligned()
    {
        compareWithTwin();
        type(QStringLiteral("The animal didn't cross the street."));
        QTRY_COMPARE(m_shown.rightText(), QStringLiteral("The animal didn't cross the street."));
        const auto pairs = tokenPairs(m_shown.left().trace()->source, m_shown.right().trace()->source);
        const HeatmapContent& shown = ComparedWindow::mapIn(m_shown.difference())->content();
        QCOMPARE(shown.rows, int(pairs.size()));
        QVERIFY(shown.rows < int(m_shown.left().trace()->source.size()));
        QVERIFY(m_shown.named<QLabel>("differenceRemark")->text().contains(QStringLiteral("left out")));
        // A token without a counterpart: the other side keeps its place.
        const int it = itRow();
        ComparedWindow::click(m_shown.map(Side::Left), it, it);
        QCOMPARE(m_shown.left().selection().query, std::optional(it));
        QCOMPARE(m_shown.right().selection().query, std::optional<int>());
    }

    void wordsAreComparedByTheirProbabilities()
    {
        compareWithTwin();
        goTo(StepKind::NextWord);
        QVERIFY(m_shown.difference()->remark().contains(QStringLiteral("furthest apart")));
        // It begins where the pictures beside it do.
        const auto top = [this] {
            QTest::qWait(50); // for the layout
            for (const Card* card : m_shown.difference()->findChildren<Card*>())
                if (card->isVisible())
                    return card->mapTo(m_shown.difference(), QPoint()).y();
            return -1;
        };
        QCOMPARE(top(), 0);
        goTo(StepKind::Tokens);
        QCOMPARE(top(), 0);
        QVERIFY(!ComparedWindow::mapIn(m_shown.difference()));
        QVERIFY(m_shown.difference()->remark().isEmpty());
    }

    void everyStepOfEveryFamilyCanBeCompared_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("other");
        QTest::newRow("BERT") << "bert"
                              << "The cat sat on the mat."
                              << "The dog sat on the mat.";
        QTest::newRow("GPT-2") << "gpt2"
                               << "The cat sat on"
                               << "The dog sat on";
        QTest::newRow("Marian") << "marian"
                                << "The cat sat on the mat."
                                << "The dog sat.";
    }
    void everyStepOfEveryFamilyCanBeCompared()
    {
        QFETCH(QString, model);
        QFETCH(QString, text);
        QFETCH(QString, other);
        m_shown = windowToCompare(GLASSFORMER_TEST_DATA "/models/" + model, text);
        QVERIFY(m_shown.opened);
        m_shown.action("compare-sentence")->trigger();
        auto* field = m_shown.named<QLineEdit>("otherSentence");
        QCOMPARE(field->text(), text); // no twin: the same sentence to begin with
        type(other);
        QTRY_COMPARE(m_shown.rightText(), other);
        for (const StepKind step : m_shown.left().steps()) {
            goTo(step);
            QCOMPARE(m_shown.right().selection().step, step);
            QVERIFY(!m_shown.view()->grab().isNull());
            const bool has_map = ComparedWindow::mapIn(m_shown.difference());
            const bool is_words = m_shown.difference()->remark().isEmpty()
                || m_shown.difference()->remark().contains(QStringLiteral("words"));
            QVERIFY2(has_map || is_words, std::string(stepId(step)).c_str());
        }
    }

private:
    void goTo(StepKind step)
    {
        Selection wanted = m_shown.left().selection();
        wanted.step = step;
        m_shown.left().select(wanted);
    }

    void compareWithTwin()
    {
        QTest::keyClick(&m_shown.window(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_shown.view());
        QTRY_COMPARE(m_shown.rightText(), QString::fromLatin1(wide_sentence));
    }

    void type(const QString& text)
    {
        auto* field = m_shown.named<QLineEdit>("otherSentence");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }

    int itRow() const
    {
        const auto& tokens = m_shown.left().trace()->source;
        return int(std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
            return token.text == "it";
        }) - tokens.begin());
    }

    static void compareTexts(const ExplanationPage& page, const Session& session)
    {
        ExplanationPage expected;
        expected.setContent(explanationOf(session.context()));
        QCOMPARE(page.plainText(), expected.plainText());
    }

    ComparedWindow m_shown;
};

QTEST_MAIN(TestCompareSentences)
#include "tst_compare_sentences.moc"
