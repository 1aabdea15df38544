#include "app/window/lines/change_bar.h"
#include "core/model/changes/change.h"
#include "core/model/tensor_name.h"
#include "core/trace/look/number_place.h"
#include "core/trace/look/place.h"
#include "core/trace/record/tensor_slice.h"
#include "tests/builders/opened_window.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/pictures/attention/attention_lines.h"
#include "widgets/pictures/attention/heatmap.h"
#include "widgets/steps/step_view.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace glassformer;

/** Changes of a run as a person makes them: by menus at a cell, keys, chips, and a field for a number. */
class TestChangesInWindow : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_opened.reset(); }

    void theMenuOfACellForbidsTheLook()
    {
        openTranslator();
        goTo(StepKind::Softmax);
        auto* map = m_window->currentView()->findChild<Heatmap*>();
        const QPoint at = map->geometryNow().cellRect(3, 2).center().toPoint();
        QTest::mouseClick(map, Qt::RightButton, {}, at);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, map->mapToGlobal(at));
        QCoreApplication::sendEvent(map, &event);
        QCOMPARE(*m_session->selection().query, 3);
        QCOMPARE(*m_session->selection().key, 2);
        choose(placeMenu(), "cut-in-head");
        const HeadName head = m_session->head();
        const MatrixSlice weights = headOf(
            *m_session->trace(), attentionTensor(head.site, head.layer, AttentionPart::Weights), head.head);
        QCOMPARE(weights(3, 2), 0.0F);
        double sum = 0;
        for (int key = 0; key < weights.columns; ++key)
            sum += double(weights(3, key));
        QVERIFY(std::abs(sum - 1) < 1e-5);
        QVERIFY(weights(4, 2) > 0);
        QCOMPARE(chips().size(), 1);
        QVERIFY(chips().front()->text().contains(QStringLiteral("↛")));
    }

    void severalMarkedHeadsAreSeenAndSwitchedTogether()
    {
        openTranslator();
        goTo(StepKind::Softmax);
        const HeadName one{AttentionSite::Encoder, 1, 2}, other{AttentionSite::Encoder, 0, 1};
        for (const HeadName& head : {one, other}) {
            Selection look = withLayer(m_session->selection(), head.site, head.layer);
            look.head = head.head;
            look.attention.picture = AttentionPicture::Heads;
            m_session->select(look);
            QTest::keyClick(m_window, Qt::Key_M);
        }
        QCOMPARE(m_session->selection().attention.marked, (std::vector<HeadName>{one, other}));
        // Drawn over each other: these two, and no others of their layers.
        const auto& lines = m_window->currentView()->findChild<AttentionLines*>()->content();
        QCOMPARE(lines.heads.size(), std::size_t(2));
        QCOMPARE(lines.heads[0].name, QStringLiteral("L2 · H3"));
        const MatrixSlice weights = headOf(
            *m_session->trace(), attentionTensor(one.site, one.layer, AttentionPart::Weights), one.head);
        QVERIFY(std::equal(lines.heads[0].weights.begin(), lines.heads[0].weights.end(),
            weights.values().begin(), weights.values().end()));
        auto* action = m_window->findChild<QAction*>(QStringLiteral("toggle-head"));
        QVERIFY2(action->text().contains(u'2'), qPrintable(action->text()));
        action->trigger();
        QTRY_COMPARE(m_session->trace()->changes.size(), std::size_t(2));
        QVERIFY(m_session->isOff(one) && m_session->isOff(other));
        QVERIFY2(action->text().contains(QStringLiteral(" on")), qPrintable(action->text()));
        action->trigger(); // the marks are still there
        QTRY_VERIFY(m_session->trace()->changes.empty());
        auto* undo = m_window->findChild<QAction*>(QStringLiteral("undo"));
        undo->trigger();
        QTRY_COMPARE(m_session->trace()->changes.size(), std::size_t(2));
        undo->trigger();
        QTRY_VERIFY(m_session->trace()->changes.empty());
        QTest::keyClick(m_window, Qt::Key_M, Qt::ShiftModifier);
        QVERIFY(m_session->selection().attention.marked.empty());
        QVERIFY(lines.heads.size() > 2 || m_session->trace()->config.n_heads <= 2);
        QVERIFY(!action->text().contains(u'2'));
    }

    void theMenuOpensByKeysAtTheChosenCell()
    {
        openTranslator();
        goTo(StepKind::Scores);
        m_window->currentView()->findChild<Heatmap*>()->setFocus();
        QTest::keyClick(m_window, Qt::Key_F10, Qt::ShiftModifier);
        choose(placeMenu(), "cut-everywhere");
        const Change& change = m_session->request().changes.front();
        QCOMPARE(change.kind, ChangeKind::Cut);
        QCOMPARE(change.head, every);
        QCOMPARE(change.tensor, std::string("encoder.self_attention.masked"));
    }

    void chipsNameLeadAndTakeBack()
    {
        openTranslator();
        auto* bar = m_window->findChild<ChangeBar*>();
        QVERIFY(!bar->isVisible());
        trigger("toggle-positions");
        goTo(StepKind::Softmax);
        trigger("toggle-head");
        const HeadName head = m_session->head();
        trigger("toggle-layer");
        QVERIFY(bar->isVisible());
        QCOMPARE(chips().size(), 3);
        QVERIFY(chips()[0]->text().contains(QStringLiteral("Positions off")));
        QVERIFY(chips()[1]->text().contains(QStringLiteral("Head %1 off").arg(head.head + 1)));
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("changed run")));

        goTo(StepKind::Embedding);
        QTest::mouseClick(chips()[1], Qt::LeftButton);
        QCOMPARE(m_session->selection().head, head.head);
        QCOMPARE(m_session->selection().encoder_layer, head.layer);
        QVERIFY(m_session->selection().step != StepKind::Embedding);

        auto* remove = chips()[1]->parentWidget()->findChild<QToolButton*>(QStringLiteral("takeBack"));
        QTest::mouseClick(remove, Qt::LeftButton);
        waitForTheModel();
        QCOMPARE(m_session->request().changes.size(), 2U);
        QVERIFY(!m_session->isOff(head));
        chips()[0]->setFocus();
        QTest::keyClick(chips()[0], Qt::Key_Delete);
        waitForTheModel();
        QCOMPARE(m_session->request().changes.size(), 1U);
        QTest::keyClick(m_window, Qt::Key_Backspace, Qt::ControlModifier);
        waitForTheModel();
        QVERIFY(m_session->request().changes.empty());
        QVERIFY(!bar->isVisible());
        QVERIFY(!m_window->windowTitle().contains(QStringLiteral("changed run")));
    }

    void aNumberIsTypedCheckedAndRipples()
    {
        openTranslator();
        goTo(StepKind::Scores);
        const NumberPlace place = numbersAt(m_session->selection(), *m_session->trace()).at(0);
        const std::string answer = m_session->trace()->answer;
        QTest::keyClick(m_window, Qt::Key_F2);
        auto* field = m_window->findChild<QLineEdit*>(QStringLiteral("number"));
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("much"));
        QTest::keyClick(field, Qt::Key_Return);
        auto* trouble = m_window->findChild<QLabel*>(QStringLiteral("numberTrouble"));
        QVERIFY(trouble->isVisible() && trouble->text().contains(QStringLiteral("much")));
        QVERIFY(m_session->request().changes.empty());
        field->clear();
        QTest::keyClicks(field, QStringLiteral("-2,5"));
        QTest::keyClick(field, Qt::Key_Return);
        waitForTheModel();
        const Trace& trace = *m_session->trace();
        QCOMPARE(*numberIn(trace, place), -2.5F);
        const HeadName head = m_session->head();
        const MatrixSlice scores =
            headOf(trace, attentionTensor(head.site, head.layer, AttentionPart::Scores), head.head);
        const MatrixSlice weights =
            headOf(trace, attentionTensor(head.site, head.layer, AttentionPart::Weights), head.head);
        double total = 0;
        for (int key = 0; key < scores.columns; ++key)
            total += std::exp(double(scores(place.row, key)));
        const double expected = std::exp(-2.5) / total;
        QVERIFY(std::abs(double(weights(place.row, place.column)) - expected) < 1e-5);
        QVERIFY(chips().front()->text().contains(QStringLiteral("−2.5")));

        m_session->setNumber(place, 1); // in place of the other
        waitForTheModel();
        QCOMPARE(m_session->request().changes.size(), 1U);
    }

    void actsAreUndoneByKeysAndTypingByTheField()
    {
        openTranslator();
        goTo(StepKind::Softmax);
        QCoreApplication::processEvents();
        trigger("toggle-head");
        QCoreApplication::processEvents();
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        waitForTheModel();
        QVERIFY(m_session->request().changes.empty());
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        waitForTheModel();
        QCOMPARE(m_session->request().changes.size(), 1U);

        auto* field = m_window->findChild<QLineEdit*>();
        const QString before = field->text();
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("x"));
        QVERIFY(field->text() != before);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(field->text(), before);
        QCOMPARE(m_session->request().changes.size(), 1U);
    }

    void everyChangeCanBeMadeInEveryFamilyOrSaysWhyNot_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<bool>("has_mask");
        QTest::newRow("encoder-decoder, norms after") << QStringLiteral("bart") << true;
        QTest::newRow("encoder-decoder, relative positions") << QStringLiteral("t5") << true;
        QTest::newRow("encoder alone") << QStringLiteral("bert") << false;
        QTest::newRow("decoder alone, norms before") << QStringLiteral("gpt2") << true;
        QTest::newRow("decoder alone, rotary positions") << QStringLiteral("llama") << true;
    }
    void everyChangeCanBeMadeInEveryFamilyOrSaysWhyNot()
    {
        QFETCH(QString, folder);
        QFETCH(bool, has_mask);
        open(QStringLiteral(GLASSFORMER_TEST_DATA "/models/") + folder,
            QStringLiteral("The cat sat on the mat."), {});
        goTo(StepKind::Scores);
        Selection look = m_session->selection();
        look.query = look.token = 3;
        look.position = std::min(3, m_session->trace()->rows() - 1);
        look.key = 1;
        m_session->select(look);
        for (const char* id : {"toggle-head", "toggle-attention", "toggle-feed-forward", "toggle-layer",
                 "cut-in-head", "cut-in-layer", "cut-everywhere", "toggle-positions", "shuffle-positions"}) {
            QVERIFY2(action(id)->isEnabled(), id);
            trigger(id);
            QVERIFY2(m_session->request().changes.size() == 1, id);
            QCOMPARE(m_session->trace()->changes, m_session->request().changes);
            QCOMPARE(chips().size(), 1);
            trigger(id); // back
            QVERIFY2(m_session->request().changes.empty(), id);
        }
        QCOMPARE(action("lift-mask")->isEnabled(), has_mask);
        QVERIFY(has_mask || action("lift-mask")->text().contains(QStringLiteral("both directions")));
        if (has_mask) {
            trigger("lift-mask");
            QCOMPARE(m_session->request().changes.front().kind, ChangeKind::Lifted);
            trigger("lift-mask");
        }
        const std::string text = m_session->request().text;
        trigger("hide-word");
        const bool is_masked = folder == QStringLiteral("bert");
        QCOMPARE(m_session->request().text != text, is_masked);
        QCOMPARE(m_session->request().changes.size(), is_masked ? 0U : 1U);
    }

    void withoutPositionsShuffledWordsChangeNothing()
    {
        openTranslator();
        const auto read = [this] { return m_session->trace()->tensor(encoder_output_tensor)->values; };
        trigger("shuffle-positions");
        const std::vector<float> shuffled = read();
        trigger("toggle-positions");
        const std::vector<float> both = read();
        trigger("shuffle-positions");
        QCOMPARE(m_session->request().changes, Changes{positionsOff(AttentionSite::Encoder)});
        QVERIFY(shuffled != both);
        QVERIFY(both == read());
    }

    void aWordIsReplacedByANeighbour()
    {
        openTranslator();
        goTo(StepKind::Embedding);
        QVERIFY(!action("replace-word")->isEnabled());
        const auto& source = m_session->trace()->source;
        const auto animal = std::find_if(
            source.begin(), source.end(), [](const Token& token) { return token.text == "animal"; });
        QVERIFY(animal != source.end());
        Selection look = m_session->selection();
        look.token = int(animal - source.begin());
        look.word = m_session->model().tokenizer.encode("dog", {}).tokens.at(1).id;
        m_session->select(look);
        const QString neighbour = QString::fromStdString(m_session->token(*look.word).text);
        QVERIFY(action("replace-word")->isEnabled());
        trigger("replace-word");
        QCOMPARE(m_session->request().text,
            "The " + neighbour.trimmed().toStdString()
                + " didn't cross the street because it was too tired.");
    }

    void aNumberLeadsToWhereItCameFromAndBack()
    {
        openTranslator();
        goTo(StepKind::Softmax);
        const Selection before = m_session->selection();
        auto* page = m_window->findChild<ExplanationPage*>();
        const std::vector<ExplanationLink> links = page->links();
        const auto score = std::find_if(links.begin(), links.end(),
            [](const ExplanationLink& link) { return link.place.step == StepKind::Scores; });
        QVERIFY(score != links.end());
        QTest::mouseClick(page, Qt::LeftButton, {}, score->areas.front().center().toPoint());
        QCOMPARE(m_session->selection(), score->place);
        QCOMPARE(m_session->selection().key, before.key);
        QTest::keyClick(m_window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_session->selection(), before);
        QTest::keyClick(m_window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_session->selection(), score->place);
    }

    void aChangedRunIsMarkedInFigures()
    {
        openTranslator();
        goTo(StepKind::Softmax);
        const auto svg = [this] {
            trigger("copy-figure");
            return QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("image/svg+xml"));
        };
        QVERIFY(!svg().contains("Changed:"));
        trigger("toggle-head");
        const QByteArray changed = svg();
        QVERIFY(changed.contains("Changed:"));
        QVERIFY(changed.contains("glassformer:?"));
    }

    void aLinkOfTheViewLeadsBackToIt()
    {
        openTranslator();
        goTo(StepKind::Softmax);
        trigger("toggle-head");
        const View shown{{}, m_session->request(), m_session->selection()};
        trigger("copy-link");
        const QString link = QGuiApplication::clipboard()->text();
        QVERIFY(link.startsWith(QStringLiteral("glassformer:")));
        trigger("take-all-back");
        m_session->runText(QStringLiteral("The dog ran."), QStringLiteral("fr"));
        goTo(StepKind::Tokens);
        waitForTheModel();
        QGuiApplication::clipboard()->setText(link);
        trigger("open-link");
        QCOMPARE(m_session->request(), shown.request);
        QCOMPARE(m_session->selection(), shown.selection);
        QGuiApplication::clipboard()->setText(QStringLiteral("no link"));
        trigger("open-link");
        QVERIFY(m_window->findChild<QLabel*>(QStringLiteral("note"))
                    ->text()
                    .contains(QStringLiteral("glassformer:")));
        QCOMPARE(m_session->request(), shown.request);
    }

private:
    void open(const QString& model, const QString& text, const QString& language)
    {
        m_opened = openWindow(model, text, language);
        QVERIFY(m_opened);
        m_session = m_opened->session.get();
        m_window = m_opened->window.get();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }
    void openTranslator()
    {
        open(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"),
            QStringLiteral("The animal didn't cross the street because it was too tired."),
            QStringLiteral("fr"));
    }
    void waitForTheModel() const { QTRY_VERIFY(!m_session->isBusy()); }
    void goTo(StepKind kind)
    {
        Selection selection = m_session->selection();
        selection.step = kind;
        m_session->select(selection);
    }
    QAction* action(const char* id) const { return m_window->findChild<QAction*>(QLatin1String(id)); }
    void trigger(const char* id)
    {
        action(id)->trigger();
        waitForTheModel();
    }
    QMenu* placeMenu() const { return m_window->findChild<QMenu*>(QStringLiteral("placeMenu")); }
    /** As one does by mouse or arrow keys and Enter. */
    void choose(QMenu* menu, const char* id)
    {
        QVERIFY(menu && menu->isVisible());
        QVERIFY(menu->actions().contains(action(id)));
        menu->setActiveAction(action(id));
        QTest::keyClick(menu, Qt::Key_Return);
        waitForTheModel();
    }
    QList<QPushButton*> chips() const
    {
        QList<QPushButton*> shown;
        for (auto* chip :
            m_window->findChild<ChangeBar*>()->findChildren<QPushButton*>(QStringLiteral("change")))
            if (chip->isVisible())
                shown << chip;
        return shown;
    }

    std::unique_ptr<OpenedWindow> m_opened;
    Session* m_session = nullptr;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(TestChangesInWindow)
#include "tst_changes_in_window.moc"
