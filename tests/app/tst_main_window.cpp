#include "app/models/model_list.h"
#include "core/model/tensor_name.h"
#include "core/trace/record/tensor_slice.h"
#include "tests/builders/opened_window.h"
#include "tests/builders/without_heads.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/look/palette.h"
#include "widgets/machine/architecture_map.h"
#include "widgets/machine/step_bar.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/steps/step_view.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <memory>

using namespace glassformer;

namespace {

/** Whether one of a text's numbers is the probability, rounded to the digits that it has: two or more. */
bool saysProbability(const QString& text, double probability)
{
    static const QRegularExpression number(QStringLiteral("[01]\\.(\\d{2,})"));
    for (auto found = number.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const double half_unit = 0.5 * std::pow(10.0, -double(match.capturedLength(1)));
        if (std::abs(match.captured(0).toDouble() - probability) <= half_unit + 1e-9)
            return true;
    }
    return false;
}

} // namespace

/** The real window with the shipped translator; what it shows is compared with the run's own numbers. */
class TestMainWindow : public QObject
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
    }
    void cleanup() { m_opened.reset(); }

    void opensWithItLookingAtTheAnimal()
    {
        const Selection& selection = m_session->selection();
        QCOMPARE(tokenText(*selection.query), QStringLiteral("it"));
        QCOMPARE(tokenText(*selection.key), QStringLiteral("animal"));
        QVERIFY(m_session->trace()->answer.find("qu'il ") != std::string::npos);
    }

    void typingWideMovesItToTheStreetAndTheAnswerToElle()
    {
        type(QStringLiteral("The animal didn't cross the street because it was too wide."));
        QCOMPARE(tokenText(*m_session->selection().key), QStringLiteral("street"));
        QVERIFY(m_session->trace()->answer.find("qu'elle ") != std::string::npos);
    }

    void theSwapButtonExchangesTheDecidingWordAndBack()
    {
        auto* swap = m_window->findChild<QPushButton*>(QStringLiteral("swap-word-button"));
        QVERIFY(swap->text().contains(QStringLiteral("wide")));
        QTest::mouseClick(swap, Qt::LeftButton);
        waitForTheModel();
        QCOMPARE(m_window->findChild<QLineEdit*>()->text(),
            QStringLiteral("The animal didn't cross the street because it was too wide."));
        QVERIFY(m_session->trace()->answer.find("qu'elle ") != std::string::npos);
        QTest::mouseClick(swap, Qt::LeftButton);
        waitForTheModel();
        QCOMPARE(tokenText(*m_session->selection().key), QStringLiteral("animal"));
    }

    void theHeadSwitchRunsTheModelWithoutTheHead()
    {
        goTo(StepKind::Softmax);
        auto* head_switch = m_window->findChild<QPushButton*>(QStringLiteral("toggle-head-button"));
        QTest::mouseClick(head_switch, Qt::LeftButton);
        waitForTheModel();
        const Selection& selection = m_session->selection();
        const HeadName head{AttentionSite::Encoder, selection.encoder_layer, selection.head};
        QVERIFY(m_session->isOff(head));
        const Tensor& mixed = *m_session->trace()->tensor(
            attentionTensor(AttentionSite::Encoder, head.layer, AttentionPart::Mixed));
        const std::size_t size =
            mixed.values.size() / static_cast<std::size_t>(m_session->trace()->config.n_heads);
        const auto begin = mixed.values.begin() + static_cast<std::ptrdiff_t>(size) * head.head;
        QVERIFY(std::all_of(
            begin, begin + static_cast<std::ptrdiff_t>(size), [](float value) { return value == 0; }));
        QTest::mouseClick(head_switch, Qt::LeftButton);
        waitForTheModel();
        QVERIFY(!m_session->isOff(head));
    }

    void whatIsSaidOfAHeadIsWhatHappensWithoutIt()
    {
        goTo(StepKind::Softmax);
        const auto* about = m_window->findChild<QLabel*>(QStringLiteral("need"));
        for (int layer = 0; layer < m_session->trace()->config.encoder_layers; ++layer)
            for (int head = 0; head < m_session->trace()->config.n_heads; ++head) {
                m_session->chooseLayer(layer);
                m_session->chooseHead(head);
                const HeadName name{AttentionSite::Encoder, layer, head};
                if (m_session->isRemoved(name)) {
                    QVERIFY(about->text().contains(QStringLiteral("took this head out")));
                    continue;
                }
                QTRY_VERIFY(m_session->headEffect() && m_session->headEffect()->answer);
                const HeadEffect effect = *m_session->headEffect();
                const auto row = effect.asked.position;
                QCOMPARE(row, m_session->selection().position);
                QCOMPARE(effect.asked.token.text, std::string("il")); // the pronoun is what is asked about
                QVERIFY2(saysProbability(about->text(), effect.before), qPrintable(about->text()));
                QVERIFY2(saysProbability(about->text(), effect.after), qPrintable(about->text()));
                const auto probability = [&] {
                    return double(wordScoresAt(*m_session->trace(), row)
                                      .probabilities[std::size_t(effect.asked.token.id)]);
                };
                const Trace before = *m_session->trace();
                QVERIFY(std::abs(effect.before - probability()) < 1e-6);
                m_session->toggleHead(name);
                waitForTheModel();
                const Trace& after = *m_session->trace();
                QCOMPARE(after.answer, *effect.answer);
                const auto same =
                    std::mismatch(before.written.begin(), before.written.begin() + row, after.written.begin(),
                        after.written.end(), [](const Token& a, const Token& b) { return a.id == b.id; });
                if (same.first == before.written.begin() + row) {
                    QVERIFY(std::abs(effect.after - probability()) < 1e-5);
                    QCOMPARE(after.written[std::size_t(row)].id, effect.likeliest_after.id);
                }
                m_session->toggleHead(name);
                waitForTheModel();
            }
    }

    void nextAndArrowKeysWalkThroughEveryStep()
    {
        const int last = static_cast<int>(m_session->steps().size()) - 1;
        auto* next = m_window->findChild<QPushButton*>(QStringLiteral("next"));
        for (int step = 1; step <= last; ++step) {
            QTest::mouseClick(next, Qt::LeftButton);
            QCOMPARE(m_session->stepIndex(), step);
            QVERIFY(!m_window->currentView()->grab().isNull());
        }
        QVERIFY(!next->isEnabled());
        m_window->activateWindow();
        m_window->setFocus();
        QTest::keyClick(m_window, Qt::Key_Left);
        QCOMPARE(m_session->stepIndex(), last - 1);
        QTest::keyClick(m_window, Qt::Key_Right);
        QCOMPARE(m_session->stepIndex(), last);
    }

    void afterASentenceWasRunTheArrowKeysAreForTheSteps()
    {
        auto* field = m_window->findChild<QLineEdit*>();
        m_window->activateWindow();
        QTest::mouseClick(field, Qt::LeftButton);
        QVERIFY(field->hasFocus());
        type(QStringLiteral("The animal didn't cross the street because it was too wide."));
        QVERIFY(!field->hasFocus());
        const int step = m_session->stepIndex();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Right);
        QCOMPARE(m_session->stepIndex(), step + 1);
    }

    void arrowKeysInTheSentenceMoveTheCursorOnly()
    {
        auto* field = m_window->findChild<QLineEdit*>();
        field->setFocus();
        field->setCursorPosition(3);
        QTest::keyClick(field, Qt::Key_Right);
        QCOMPARE(field->cursorPosition(), 4);
        QCOMPARE(m_session->stepIndex(), 0);
    }

    void aBlockOfTheMachineOpensItsStep()
    {
        const auto blocks = m_window->findChildren<MapBlock*>();
        QCOMPARE(std::size_t(blocks.size()), m_session->steps().size());
        const auto cross = std::find_if(blocks.begin(), blocks.end(),
            [](const MapBlock* block) { return block->text() == QStringLiteral("Cross-attention"); });
        QVERIFY(cross != blocks.end());
        QTest::mouseClick(*cross, Qt::LeftButton);
        QCOMPARE(m_session->selection().step, StepKind::CrossAttention);
        QVERIFY((*cross)->isChecked());
    }

    void pageKeysChooseLayerAndHead()
    {
        goTo(StepKind::Softmax);
        const Selection before = m_session->selection();
        QTest::keyClick(m_window, Qt::Key_PageUp);
        QCOMPARE(m_session->selection().encoder_layer, before.encoder_layer - 1);
        QTest::keyClick(m_window, before.head > 0 ? Qt::Key_PageUp : Qt::Key_PageDown, Qt::ControlModifier);
        QVERIFY(m_session->selection().head != before.head);
    }

    void aClickOnACellExplainsThatCell()
    {
        goTo(StepKind::Softmax);
        auto* heatmap = m_window->currentView()->findChild<Heatmap*>();
        const int row = 3, column = 5;
        QTest::mouseClick(
            heatmap, Qt::LeftButton, {}, heatmap->geometryNow().cellRect(row, column).center().toPoint());
        QCOMPARE(m_session->selection().query, std::optional(row));
        QCOMPARE(m_session->selection().key, std::optional(column));
        const QString text = m_window->findChild<ExplanationPage*>()->plainText();
        QVERIFY2(text.contains(tokenText(row)) && text.contains(tokenText(column)), qPrintable(text));
    }

    void theInspectorShowsTheWeightOfTheChosenCell()
    {
        goTo(StepKind::Softmax);
        const Selection& selection = m_session->selection();
        const Trace& trace = *m_session->trace();
        const Tensor& weights = *trace.tensor(
            attentionTensor(AttentionSite::Encoder, selection.encoder_layer, AttentionPart::Weights));
        const std::size_t count = trace.source.size();
        const float weight = weights.values[(static_cast<std::size_t>(selection.head) * count
                                                + static_cast<std::size_t>(*selection.query))
                * count
            + static_cast<std::size_t>(*selection.key)];
        const QString text = m_window->findChild<ExplanationPage*>()->plainText();
        QVERIFY2(text.contains(QString::number(double(weight), 'f', 4)), qPrintable(text));
    }

    void theLanguageChangesWhileTheWindowIsOpen()
    {
        m_window->findChild<QAction*>(QStringLiteral("language-zh_CN"))->trigger();
        QCoreApplication::processEvents();
        QCOMPARE(
            m_window->findChild<QPushButton*>(QStringLiteral("next"))->text(), QStringLiteral("下一步 ▶"));
        const auto blocks = m_window->findChildren<MapBlock*>();
        QVERIFY(std::any_of(blocks.begin(), blocks.end(),
            [](const MapBlock* block) { return block->text() == QStringLiteral("交叉注意力"); }));
        goTo(StepKind::Softmax);
        QVERIFY(m_window->findChild<ExplanationPage*>()->plainText().contains(QStringLiteral("点积")));
        m_window->findChild<QAction*>(QStringLiteral("language-en"))->trigger();
        QCoreApplication::processEvents();
        QCOMPARE(m_window->findChild<QPushButton*>(QStringLiteral("next"))->text(), QStringLiteral("Next ▶"));
    }

    void everyStepPaintsInBothThemes()
    {
        for (const auto choice : {Theme::Choice::Dark, Theme::Choice::Light}) {
            m_opened->theme.choose(choice);
            QCoreApplication::processEvents();
            for (const StepKind kind : m_session->steps()) {
                goTo(kind);
                const QImage picture = m_window->grab().toImage();
                const bool is_dark =
                    picture.pixelColor(picture.width() / 2, picture.height() - 3).lightness() < 128;
                QCOMPARE(is_dark, choice == Theme::Choice::Dark);
            }
        }
    }

    void theTokenInTheTitleTakesTheColoursOfTheTheme()
    {
        goTo(StepKind::Softmax);
        Selection wanted = m_session->selection();
        wanted.query = 3;
        m_session->select(wanted);
        for (const auto choice : {Theme::Choice::Dark, Theme::Choice::Light, Theme::Choice::Dark}) {
            m_opened->theme.choose(choice);
            QCoreApplication::processEvents();
            const QString title = m_window->findChild<QLabel*>(QStringLiteral("title"))->text();
            const Palette& colours = paletteFor(QApplication::palette());
            QCOMPARE(colours.card.lightness() < 128, choice == Theme::Choice::Dark);
            QVERIFY2(title.contains(colours.query.name()), qPrintable(title));
        }
        m_opened->theme.choose(Theme::Choice::Light);
    }

    void fastRequestsEndWithTheNewest()
    {
        const QSignalSpy runs(m_session, &Session::runChanged);
        for (const char* adjective : {"wide", "hungry", "tired", "wide"})
            m_session->runText(
                QStringLiteral("The animal didn't cross the street because it was too %1.").arg(adjective),
                QStringLiteral("fr"));
        QVERIFY(m_session->isBusy());
        waitForTheModel();
        QCOMPARE(runs.size(), 1);
        QVERIFY(m_session->trace()->answer.find("qu'elle ") != std::string::npos);
    }

    void headsSwitchedOffQuicklyAreAllOff()
    {
        int wanted = 0;
        for (int head = 0; head < m_session->trace()->config.n_heads; ++head)
            if (const HeadName name{AttentionSite::Encoder, 0, head}; !m_session->isRemoved(name)) {
                m_session->toggleHead(name);
                ++wanted;
            }
        QVERIFY(wanted >= 2);
        waitForTheModel();
        QCOMPARE(m_session->trace()->changes.size(), std::size_t(wanted));
    }

    void aHeadThatTrainingTookOutCannotBeSwitchedOff()
    {
        const QTemporaryDir folder;
        writeTranslatorWithout(folder, {{1, 1}});
        const std::unique_ptr<OpenedWindow> opened =
            openWindow(folder.path(), QStringLiteral("The animal slept."), QStringLiteral("fr"));
        QVERIFY(opened);
        const HeadName gone{AttentionSite::Encoder, 1, 1};
        QVERIFY(opened->session->isRemoved(gone));
        QVERIFY(!opened->session->canToggle(gone));
        opened->session->toggleHead(gone);
        QVERIFY(!opened->session->isBusy());
        QVERIFY(!opened->session->isOff(gone));
    }

    void aCancelledRunLeavesThePictureAsItIs()
    {
        const auto before = m_session->trace();
        const QSignalSpy runs(m_session, &Session::runChanged);
        m_session->runText(QStringLiteral("The dog slept because it was tired."), QStringLiteral("fr"));
        QTest::keyClick(m_window, Qt::Key_Escape);
        QVERIFY(!m_session->isBusy());
        m_session->toggleHead({AttentionSite::Encoder, 0, 0});
        waitForTheModel();
        QCOMPARE(runs.size(), 1);
        QCOMPARE(m_session->trace()->source_text, before->source_text);
    }

    void theWindowClosesWhileTheModelIsAtWork()
    {
        m_session->openModel(folderFiles(GLASSFORMER_RESOURCES "/models/translator"));
        m_session->runText(QStringLiteral("The dog slept because it was tired."), QStringLiteral("fr"));
        m_opened.reset();
    }

private:
    void waitForTheModel() const { QTRY_VERIFY(!m_session->isBusy()); }
    QString tokenText(int index) const
    {
        return QString::fromStdString(m_session->trace()->source[static_cast<std::size_t>(index)].text);
    }
    void type(const QString& text)
    {
        auto* field = m_window->findChild<QLineEdit*>();
        field->clear();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        waitForTheModel();
    }
    void goTo(StepKind kind)
    {
        Selection selection = m_session->selection();
        selection.step = kind;
        m_session->select(selection);
    }

    std::unique_ptr<OpenedWindow> m_opened;
    Session* m_session = nullptr;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
