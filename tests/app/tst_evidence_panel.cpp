#include "app/evidence/evidence_panel.h"
#include "app/evidence/evidence_text.h"
#include "app/window/side_panel.h"
#include "core/experiment/effect/attribution.h"
#include "core/experiment/effect/part_ranking.h"
#include "core/experiment/reading/word_votes.h"
#include "core/file/bytes/memory_files.h"
#include "core/trace/record/tensor_slice.h"
#include "core/trace/record/trace_file.h"
#include "tests/builders/opened_window.h"
#include "widgets/pictures/attention/head_gallery.h"
#include "widgets/pictures/colour_key.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/numbers/effect_list.h"
#include "widgets/pictures/words/word_bars.h"
#include "widgets/pictures/words/word_grid.h"
#include "widgets/steps/step_view.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>
#include <QtTest>

#include <cmath>

using namespace glassformer;

/** Evidence about the word that is asked about, gathered in the real window by those who click. */
class TestEvidencePanel : public QObject
{
    Q_OBJECT

    Session& session() { return *m_opened->session; }
    MainWindow& window() { return *m_opened->window; }
    const Trace& trace() { return *session().trace(); }
    template <typename Kind> Kind* child(const char* name)
    {
        return window().findChild<Kind*>(QString::fromLatin1(name));
    }
    void open(const char* kind)
    {
        struct Case
        {
            const char* name;
            QString model, text, to;
        };
        const Case cases[]{{"translator", QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"),
                               QStringLiteral("The animal didn't cross the street because it was too tired."),
                               QStringLiteral("fr")},
            {"bert", QStringLiteral(GLASSFORMER_TEST_DATA "/models/bert"),
                QStringLiteral("the cat [MASK] here ."), {}},
            {"gpt2", QStringLiteral(GLASSFORMER_TEST_DATA "/models/gpt2"), QStringLiteral("The cat is here"),
                {}}};
        for (const Case& known : cases)
            if (QLatin1String(known.name) == QLatin1String(kind))
                m_opened = openWindow(known.model, known.text, known.to);
        QVERIFY(m_opened);
        window().resize(1280, 720);
    }
    void showEvidence()
    {
        auto* const tabs = child<SidePanel>("side")->tabBar();
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        QVERIFY(child<EvidencePanel>("evidence")->isVisible());
    }
    void clickTitle(const char* chapter) { QTest::mouseClick(child<QToolButton>(chapter), Qt::LeftButton); }
    static void choose(QComboBox* box, int data)
    {
        const int index = box->findData(data);
        QVERIFY(index >= 0);
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
    static void click(RowPicture* picture, int row)
    {
        QTest::mouseClick(picture, Qt::LeftButton, {}, picture->rowRect(row).center().toPoint());
    }
    AskedWord asked() { return *askedWord(trace(), session().selection().position); }
    WordQuestion question() { return {session().weights(), session().trace(), asked()}; }
    static void families()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char* kind : {"translator", "bert", "gpt2"})
            QTest::newRow(kind) << QByteArray(kind);
    }

private slots:
    void cleanup() { m_opened.reset(); }

    void nothingIsTriedUntilAChapterIsOpened()
    {
        open("translator");
        showEvidence();
        QTest::qWait(100);
        QVERIFY(!child<EffectList>("singleParts")->isVisible());
        QVERIFY(child<EffectList>("singleParts")->effects().empty());
        clickTitle("partsTitle");
        QTRY_VERIFY_WITH_TIMEOUT(child<EffectList>("groups")->effects().size() == 3, 60000);
    }

    void partsAreThoseThatMoveTheWordMost_data() { families(); }
    void partsAreThoseThatMoveTheWordMost()
    {
        QFETCH(QByteArray, kind);
        open(kind.constData());
        showEvidence();
        clickTitle("partsTitle");
        auto* const list = child<EffectList>("singleParts");
        QTRY_VERIFY_WITH_TIMEOUT(child<EffectList>("groups")->effects().size() == 3, 60000);
        // The same word by itself: a run without the head, whose probability is read from the whole of it.
        RankingTask task{headsOf(trace().config)};
        const ModelConfig& config = trace().config;
        for (const auto& more : {attentionsOf(config), feedForwardsOf(config), wholeLayersOf(config)})
            task.parts.insert(task.parts.end(), more.begin(), more.end());
        double largest = 0;
        ModelPart strongest;
        const WordTrials trials(question());
        for (const ModelPart& part : task.parts) {
            const double moved = trials.effect({partOff(part, Ablation::Zero)}).moved();
            if (std::abs(moved) <= largest)
                continue;
            largest = std::abs(moved);
            strongest = part;
        }
        QCOMPARE(list->effects().front().name, partName(strongest, trace()));
        QVERIFY(list->effects().front().facts.contains(QStringLiteral("p ")));
        const AskedWord before = asked();
        click(list, 0);
        QVERIFY(session().selection().step == placeOf(strongest, session().selection(), trace()).step);
        QCOMPARE(asked().position, before.position);
        QCOMPARE(asked().token.id, before.token.id);
        QVERIFY(!list->effects().empty()); // the same word: what is known stays
    }

    void anotherWordIsAskedAboutWhereTheUserGoes()
    {
        open("translator");
        showEvidence();
        clickTitle("votesTitle");
        auto* const voters = child<EffectList>("voters");
        QTRY_VERIFY(!voters->effects().empty());
        const QString before = voters->effects().front().number;
        Selection other = session().selection();
        other.position = other.position == 0 ? 1 : 0;
        session().select(other);
        QTRY_VERIFY(!voters->effects().empty() && voters->effects().front().number != before);
        const WordVotes alone = wordVotes(*session().weights(), trace(), asked());
        QVERIFY(child<QLabel>("votesRemark")
                    ->text()
                    .contains(QString::number(alone.logit, 'f', 3).replace(u'-', QChar(0x2212))));
    }

    void wordsAreToldByEveryMethodAndIntegratedGradientsAddUp_data() { families(); }
    void wordsAreToldByEveryMethodAndIntegratedGradientsAddUp()
    {
        QFETCH(QByteArray, kind);
        open(kind.constData());
        showEvidence();
        clickTitle("wordsTitle");
        auto* const bars = child<WordBars>("wordBars");
        auto* const method = child<QComboBox>("attributionMethod");
        QTRY_VERIFY(!bars->bars().empty());
        const std::size_t words =
            trace().config.hasEncoder() ? trace().source.size() : std::size_t(asked().position) + 1;
        QCOMPARE(bars->bars().size(), words);
        QCOMPARE(method->findData(int(AttributionMethod::Masked)) >= 0, kind == "bert");
        choose(method, int(AttributionMethod::IntegratedGradients));
        auto* const remark = child<QLabel>("wordsRemark");
        QTRY_VERIFY_WITH_TIMEOUT(
            remark->isVisible() && remark->text().contains(QStringLiteral("add up")), 60000);
        QVERIFY(remark->text().contains(QStringLiteral("Rank correlation")));
        Attribution found = finish(*attributionJob(question(), {AttributionMethod::IntegratedGradients}));
        double sum = 0;
        for (const auto& part : found.parts)
            sum += *part;
        QVERIFY(remark->text().contains(QString::number(sum, 'f', 3).replace(u'-', QChar(0x2212))));
        click(bars, 1);
        QCOMPARE(session().selection().key, std::optional<int>(1));
    }

    void votesAgainstARivalAddUpToTheDistance_data() { families(); }
    void votesAgainstARivalAddUpToTheDistance()
    {
        QFETCH(QByteArray, kind);
        open(kind.constData());
        showEvidence();
        clickTitle("votesTitle");
        auto* const rival = child<QComboBox>("rival");
        QTRY_VERIFY(rival->count() > 1);
        const int id = rival->itemData(1).toInt();
        choose(rival, id);
        const auto logits = trace().tensor(logits_tensor);
        const auto row = std::size_t(asked().position) * std::size_t(trace().config.vocabulary);
        const double distance = double(logits->values[row + std::size_t(asked().token.id)])
            - double(logits->values[row + std::size_t(id)]);
        QTRY_VERIFY(child<QLabel>("votesRemark")
                        ->text()
                        .contains(QString::number(distance, 'f', 3).replace(u'-', QChar(0x2212))));
    }

    void theLensEndsWithWhatTheRunSaysAndItsCellsOpenLayers_data() { families(); }
    void theLensEndsWithWhatTheRunSaysAndItsCellsOpenLayers()
    {
        QFETCH(QByteArray, kind);
        open(kind.constData());
        showEvidence();
        clickTitle("layersTitle");
        auto* const grid = child<WordGrid>("lens");
        QTRY_VERIFY(!grid->content().columns.empty()
            && grid->content().cells.size() == grid->content().columns.size());
        const WordGridContent content = grid->content();
        QCOMPARE(int(content.rows.size()), trace().rows());
        const auto probabilities = trace().tensor(probabilities_tensor);
        const int vocabulary = trace().config.vocabulary;
        for (int row = 0; row < trace().rows(); ++row) {
            const float* const first = probabilities->values.data() + std::ptrdiff_t(row) * vocabulary;
            QVERIFY(std::abs(content.cells.back()[std::size_t(row)].probability
                        - double(*std::max_element(first, first + vocabulary)))
                < 1e-6);
        }
        QTest::mouseClick(grid, Qt::LeftButton, {}, grid->cellRect(1, 2).center().toPoint());
        const AttentionSite site =
            trace().config.hasDecoder() ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
        QCOMPARE(session().selection().layerOf(site), 1);
        QCOMPARE(session().selection().position, 1);
    }

    void theGalleryIsTintedByNeedAndItsListOpensHeads()
    {
        open("translator");
        Selection look = session().selection();
        look.step = StepKind::Softmax;
        session().select(look);
        StepView* const view = window().currentView();
        auto* const trait = view->findChild<QComboBox*>(QStringLiteral("headTrait"));
        choose(trait, -2);
        auto* const needed = view->findChild<EffectList*>(QStringLiteral("neededHeads"));
        QTRY_VERIFY(needed->isVisible() && needed->effects().size() == 4);
        QVERIFY(!view->findChild<BarList*>()->isVisible());
        QVERIFY(view->findChild<ColourKey*>()->isVisible());
        QVERIFY(view->findChild<ColourKey*>()->quantity().contains(QStringLiteral("ln p")));
        // The strongest head of the encoder by the same trials.
        QTRY_VERIFY(view->findChild<HeadGallery*>()->headText(3, 3).contains(QStringLiteral("p ")));
        const WordTrials trials(question());
        double largest = 0;
        HeadName strongest;
        for (const ModelPart& part : headsOf(trace().config)) {
            const double moved =
                std::abs(trials.effect({headOff({part.site, part.layer, part.head})}).moved());
            if (part.site == AttentionSite::Encoder && moved > largest) {
                largest = moved;
                strongest = {part.site, part.layer, part.head};
            }
        }
        QTRY_COMPARE(needed->effects().front().name,
            QStringLiteral("L%1 · H%2").arg(strongest.layer + 1).arg(strongest.head + 1));
        click(needed, 0);
        QVERIFY(session().head() == strongest);
        choose(trait, -1);
        QVERIFY(!needed->isVisible());
    }

    void whatIsUnderWayCanBeStopped()
    {
        open("translator");
        showEvidence();
        clickTitle("partsTitle");
        auto* const button = child<QPushButton>("partsButton");
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(button->text() != QStringLiteral("Stop"));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(child<EffectList>("groups")->effects().size() == 3, 60000);
        QTRY_VERIFY(!button->isVisible());
    }

    void inARecordedRunItSaysThatNothingCanBeTried()
    {
        open("translator");
        showEvidence();
        MemoryFiles files;
        writeTrace(files, "run.safetensors", trace());
        session().openTrace(std::make_shared<const MemoryFiles>(files), "run.safetensors");
        QTRY_VERIFY(session().isRecorded() && !session().isBusy());
        for (const char* chapter : {"parts", "words", "votes", "layers", "heads", "kinds", "roles"}) {
            clickTitle((chapter + std::string("Title")).c_str());
            auto* const trouble = child<QLabel>((chapter + std::string("Trouble")).c_str());
            QTRY_VERIFY(trouble->isVisible() && trouble->text().contains(QStringLiteral("recorded")));
            QVERIFY(!child<QPushButton>((chapter + std::string("Button")).c_str())->isVisible());
        }
    }

    void keysOpenItAndRankTheParts()
    {
        open("gpt2");
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        QTest::keyClick(&window(), Qt::Key_R, Qt::ControlModifier);
        QVERIFY(child<EvidencePanel>("evidence")->isVisible());
        QTRY_VERIFY(!child<EffectList>("singleParts")->effects().empty());
        QTest::keyClick(&window(), Qt::Key_E, Qt::ControlModifier);
        QVERIFY(!child<EvidencePanel>("evidence")->isVisible());
    }

private:
    std::unique_ptr<OpenedWindow> m_opened;
};

QTEST_MAIN(TestEvidencePanel)
#include "tst_evidence_panel.moc"
