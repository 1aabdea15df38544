#include "app/experiments/patch_page.h"
#include "core/experiment/reading/token_alignment.h"
#include "core/trace/look/view.h"
#include "core/trace/step/step_list.h"
#include "tests/builders/compared_window.h"
#include "widgets/comparison/patch_map.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/look/probability_text.h"
#include "widgets/machine/architecture_map.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <cmath>

using namespace glassformer;

/** The table of vectors carried over, in the real window. What a cell says is tried with a run of its own. */
class TestComparePatch : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shown = {}; }

    void theStreetTwinsShowWhereTheDifferenceTravels()
    {
        openTwins();
        PatchMap* map = filledMap();
        const ModelConfig& config = m_shown.left().trace()->config;
        QCOMPARE(map->content().rows, config.encoder_layers + 1);
        QCOMPARE(map->content().columns, int(m_shown.left().trace()->source.size()));
        // At the input only the exchanged word differs, and it carries all of it.
        const int tired = columnOf("tired");
        QVERIFY(std::abs(map->content().at(0, tired) - 1) < 1e-3f);
        for (const float share : map->content().values)
            QVERIFY(!isMasked(share)); // twins of one length: every token has a counterpart
        QCOMPARE(map->path().front(), tired);
        QCOMPARE(map->path().size(), std::size_t(config.encoder_layers + 1));
    }

    void thePathIsLitInTheMachine()
    {
        openTwins();
        PatchMap* map = filledMap();
        auto* machine = m_shown.view()->findChild<ArchitectureMap*>();
        QVERIFY(machine->isVisible());
        // The first frame is the encoder's, whose vectors are carried.
        auto* ladder = machine->findChildren<LayerLadder*>().front();
        const QString told = ladder->accessibleDescription();
        QVERIFY2(
            told.contains(map->content().column_labels[std::size_t(map->path()[1])].text), qPrintable(told));
        const QImage lit = machine->grab().toImage();
        QTest::mouseClick(ladder, Qt::LeftButton, {}, ladder->rung(1).center().toPoint());
        QCOMPARE(map->content().row, std::optional(2));
        QCOMPARE(map->content().column, std::optional(map->path()[2]));
        choose("patchStack", 1);
        QVERIFY(machine->findChildren<LayerLadder*>().front()->accessibleDescription().isEmpty());
        QVERIFY(machine->grab().toImage() != lit);
    }

    void aCellSaysWhatARunWithItsVectorSays()
    {
        openTwins();
        PatchMap* map = filledMap();
        const int tired = columnOf("tired");
        ComparedWindow::click(map, 0, tired);
        const QString said = explained();
        // Every vector of the input carried over is the twin's run.
        QVERIFY2(said.contains(QStringLiteral("The word changes")), qPrintable(said));
        QVERIFY(said.contains(QStringLiteral("elle")));

        const int column = map->path().at(2);
        ComparedWindow::click(map, 2, column);
        m_shown.named<QPushButton>("applyPatch")->click();
        QTRY_COMPARE(m_shown.left().trace()->changes.size(), std::size_t(1));
        QVERIFY(!m_shown.window().findChild<Pages*>()->isComparing()); // its steps can be walked
        const Change& change = m_shown.left().trace()->changes.front();
        QCOMPARE(change.tensor, std::string("encoder.1.output"));
        QCOMPARE(change.row, column);
    }

    void theAppliedChangeMovesTheAnswerAsTheCellSaid()
    {
        openTwins();
        PatchMap* map = filledMap();
        const auto asked = *askedWord(*m_shown.left().trace(), m_shown.left().selection().position);
        const WordScores scores_before = wordScoresAt(*m_shown.left().trace(), asked.position);
        const double before = double(scores_before.probabilities[std::size_t(asked.token.id)]);
        ComparedWindow::click(map, 0, columnOf("tired"));
        const QString said = explained();
        m_shown.named<QPushButton>("applyPatch")->click();
        QTRY_COMPARE(m_shown.left().trace()->changes.size(), std::size_t(1));
        const WordScores scores = wordScoresAt(*m_shown.left().trace(), asked.position);
        const double probability = double(scores.probabilities[std::size_t(asked.token.id)]);
        const ProbabilityTexts moved = probabilityTexts(before, probability);
        QVERIFY2(said.contains(QStringLiteral("to %1;").arg(moved.after)), qPrintable(said));
    }

    void whatIsCarriedAndOfWhichStackCanBeChosen()
    {
        openTwins();
        filledMap();
        const ModelConfig& config = m_shown.left().trace()->config;
        choose("patchStack", 1);
        PatchMap* map = filledMap();
        QVERIFY(map->content().columns < int(m_shown.left().trace()->source.size())); // up to the word
        choose("patchRecord", 3);
        map = filledMap();
        QCOMPARE(map->content().rows, config.decoder_layers);
        QVERIFY(m_shown.named<QComboBox>("patchRecord")
                    ->currentText()
                    .contains(QStringLiteral("cross-attention")));
        choose("patchStack", 0);
        filledMap();
        QCOMPARE(m_shown.named<QComboBox>("patchRecord")->currentIndex(), 0); // an encoder has none
        QVERIFY(!m_shown.named<QComboBox>("patchHead")->isVisible());
        choose("patchRecord", 2);
        const std::vector<float> first = filledMap()->content().values;
        choose("patchHead", 1);
        QVERIFY(filledMap()->content().values != first);
        ComparedWindow::click(filledMap(), 1, columnOf("tired"));
        m_shown.named<QPushButton>("applyPatch")->click();
        QTRY_COMPARE(m_shown.left().trace()->changes.size(), std::size_t(1));
        QCOMPARE(m_shown.left().trace()->changes.front().head, 1);
    }

    void itCanBeStoppedAndBegunAgain()
    {
        openTwins();
        filledMap();
        choose("patchRecord", 1);
        auto* cancel = m_shown.named<QPushButton>("cancelPatching");
        QVERIFY(cancel->isVisible()); // nothing arrives before the window has had its turn
        cancel->click();
        QVERIFY(cancel->text().contains(QStringLiteral("again")));
        QVERIFY(!m_shown.view()->findChild<PatchMap*>()->isVisible());
        cancel->click();
        QCOMPARE(filledMap()->content().rows, m_shown.left().trace()->config.encoder_layers);
    }

    void runsThatSayTheSameSaySo()
    {
        open(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"), QStringLiteral("The dog slept."),
            QStringLiteral("fr"));
        auto* trouble = m_shown.named<QLabel>("patchTrouble");
        QTRY_VERIFY(trouble->isVisible());
        QVERIFY2(trouble->text().contains(QStringLiteral("equally likely")), qPrintable(trouble->text()));
        QVERIFY(!m_shown.named<QPushButton>("applyPatch")->isVisible());
    }

    void everyFamilyHasTheTable_data()
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
    }
    void everyFamilyHasTheTable()
    {
        QFETCH(QString, model);
        QFETCH(QString, text);
        QFETCH(QString, other);
        open(GLASSFORMER_TEST_DATA "/models/" + model, text, {});
        m_shown.view()->comparison().readOnRight(other);
        QTRY_COMPARE(m_shown.rightText(), other);
        PatchMap* map = filledMap();
        QVERIFY(!m_shown.named<QComboBox>("patchStack")->isVisible());
        int known = 0; // a token that something stands for
        while (isMasked(map->content().at(0, known)))
            ++known;
        ComparedWindow::click(map, 0, known);
        QVERIFY(explained().contains(QStringLiteral("The probability of")));
        QVERIFY(m_shown.named<QPushButton>("applyPatch")->isVisible());
    }

private:
    void open(const QString& model, const QString& text, const QString& language)
    {
        m_shown = windowToCompare(model, text, language);
        QVERIFY(m_shown.opened);
        QTest::keyClick(&m_shown.window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_shown.view());
        QVERIFY(m_shown.view()->isPatching());
    }

    void openTwins()
    {
        open(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"), QString::fromLatin1(tired_sentence),
            QStringLiteral("fr"));
        QTRY_COMPARE(m_shown.rightText(), QString::fromLatin1(wide_sentence));
    }

    /** Once nothing is computed any more. */
    PatchMap* filledMap() const
    {
        auto* map = m_shown.view()->findChild<PatchMap*>();
        const auto is_full = [&] {
            return map->isVisible() && !map->content().isEmpty()
                && !m_shown.named<QPushButton>("cancelPatching")->isVisible();
        };
        if (!QTest::qWaitFor(is_full, 60'000))
            qWarning("the table was not filled");
        return map;
    }

    void choose(const char* box, int index)
    {
        auto* chooser = m_shown.named<QComboBox>(box);
        chooser->setCurrentIndex(index);
        emit chooser->activated(index);
    }

    QString explained() const { return m_shown.view()->findChild<ExplanationPage*>()->plainText(); }

    int columnOf(const char* text) const
    {
        const auto& tokens = m_shown.left().trace()->source;
        return int(std::find_if(tokens.begin(), tokens.end(), [text](const Token& token) {
            return token.text == text;
        }) - tokens.begin());
    }

    ComparedWindow m_shown;
};

QTEST_MAIN(TestComparePatch)
#include "tst_compare_patch.moc"
