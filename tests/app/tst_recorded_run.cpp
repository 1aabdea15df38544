#include "core/file/bytes/memory_files.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "core/trace/record/trace_file.h"
#include "tests/builders/opened_window.h"
#include "widgets/explanation/explanation_panel.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/pictures/words/token_row.h"
#include "widgets/steps/step_entry.h"
#include "widgets/steps/step_view.h"

#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTemporaryDir>
#include <QtTest>

using namespace glassformer;

namespace {

const QString street = QStringLiteral("The animal didn't cross the street because it was too tired.");

} // namespace

/** Recorded runs in the real window: they say what was recorded, and nothing else. */
class TestRecordedRun : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_opened = openWindow(
            QStringLiteral(GLASSFORMER_RESOURCES "/models/translator"), street, QStringLiteral("fr"));
        QVERIFY(m_opened);
        m_session = m_opened->session.get();
        m_dir = std::make_unique<QTemporaryDir>();
    }
    void cleanup() { m_opened.reset(); }

    void aRunOfOurOwnShowsTheSameAsItDidHere()
    {
        const Model& model = m_session->model();
        RunRequest request = m_session->request();
        request.changes.push_back(headOff({AttentionSite::Encoder, 3, 1}));
        const Trace trace = run(model, request);
        open(trace, [&model](int id) { return model.tokenizer.token(id); });
        QVERIFY(m_session->isOff({AttentionSite::Encoder, 3, 1}));
        m_opened->language.choose(QStringLiteral("en"));
        for (const StepKind step : {StepKind::Logits, StepKind::NextWord}) {
            show(step);
            for (int position : {0, 3}) {
                Selection look = m_session->selection();
                look.position = position;
                m_session->select(look);
                const auto written = std::size_t(trace.written[std::size_t(position)].id);
                const float logit =
                    trace.tensor("logits")
                        ->values[std::size_t(position) * std::size_t(trace.config.vocabulary) + written];
                QVERIFY2(explanation().contains(
                             QString::number(double(logit), 'f', 3).replace('-', QChar(0x2212))),
                    qPrintable(explanation()));
                for (const Bar& bar : view()->findChild<BarList*>()->bars())
                    QVERIFY2(!bar.label.startsWith('#'), qPrintable(bar.label));
            }
        }
        show(StepKind::Tokens);
        for (std::size_t i = 0; i < trace.source.size(); ++i) {
            Selection look = m_session->selection();
            look.token = int(i);
            m_session->select(look);
            const bool is_sign = trace.source[i].is_special;
            QCOMPARE(shownText().contains(QStringLiteral("stands for nothing in the text")), is_sign);
            QVERIFY(!shownText().contains(QStringLiteral("not recorded")));
        }
        show(StepKind::Answer);
        QVERIFY2(shownText().contains(QStringLiteral("finished")), qPrintable(shownText()));
    }

    void whatWasNotRecordedOfCutsAndRulesIsSaid()
    {
        Trace trace = *m_session->trace();
        trace.recorded.cuts = trace.recorded.rules = false;
        open(trace);
        show(StepKind::Tokens);
        Selection look = m_session->selection();
        look.token = 2;
        m_session->select(look);
        QVERIFY2(shownText().contains(QStringLiteral("How that was cut was not recorded")),
            qPrintable(shownText()));
        show(StepKind::NextWord);
        QVERIFY2(
            shownText().contains(QStringLiteral("forbade words was not recorded")), qPrintable(shownText()));
    }

    void whatCanDoNothingIsNotOffered()
    {
        const Trace trace = *m_session->trace();
        open(trace);
        show(StepKind::NextWord);
        const auto* write = view()->findChild<QPushButton*>(QStringLiteral("writeNext"));
        const auto* all = view()->findChild<QPushButton*>(QStringLiteral("writeAll"));
        QVERIFY(write->isVisibleTo(view()) && all->isVisibleTo(view()));
        QVERIFY(!view()->findChild<QSlider*>(QStringLiteral("temperature"))->isVisibleTo(view()));
        m_session->writeToEnd();
        QCOMPARE(m_session->selection().position, trace.rows() - 1);
        QVERIFY(!write->isVisibleTo(view()) && !all->isVisibleTo(view()));
    }

    void mapsAndTokensAloneHaveNoIdsNoVectorsAndNoEnd()
    {
        open(safetensorsBytes(std::map<std::string, Tensor>{{"decoder.0.self_attention.weights", evenRows()}},
            {{"tokens", R"(["a", "b", " "])"}}));
        show(StepKind::Sentence);
        QVERIFY(shownText().contains(QStringLiteral("length of vectors not recorded")));
        QVERIFY(shownText().contains(QStringLiteral("vocabulary not recorded")));
        show(StepKind::Tokens);
        QVERIFY(shownText().contains(QStringLiteral("were not recorded")));
        QVERIFY(!shownText().contains(QStringLiteral("stands for nothing")));
        QVERIFY(explanation().contains(QStringLiteral("not recorded")));
        for (const Chip& chip : view()->findChild<TokenRow*>()->chips())
            QVERIFY(chip.id.isEmpty());
        show(StepKind::Softmax);
        Selection look = m_session->selection();
        look.query = 2;
        m_session->select(look);
        QVERIFY(stageTitle(m_session->context(), Palette{}).contains(QStringLiteral("␣")));
    }

    void aRunWithoutWordsSaysNothingOfWriting()
    {
        const Trace trace = *m_session->trace();
        std::map<std::string, Tensor> kept;
        for (const std::string& name : trace.names())
            if (name != "logits" && name != "probabilities")
                kept[name] = *trace.tensor(name);
        open(safetensorsBytes(kept, {}));
        show(StepKind::DecoderOutput);
        const auto* place = m_opened->window->findChild<QLabel*>(QStringLiteral("position"));
        QVERIFY(place->isVisible());
        QVERIFY2(!place->text().contains(QStringLiteral("write")), qPrintable(place->text()));
    }

    void whatNumbersCannotBeIsTold()
    {
        Tensor weights = evenRows();
        weights.values[0] = 0.9f;
        open(safetensorsBytes(
            std::map<std::string, Tensor>{{"decoder.0.self_attention.weights", weights}}, {}));
        QVERIFY2(note().contains(QStringLiteral("not to 1")), qPrintable(note()));
        weights.values[0] = std::numeric_limits<float>::quiet_NaN();
        open(safetensorsBytes(
            std::map<std::string, Tensor>{{"decoder.0.self_attention.weights", weights}}, {}));
        QVERIFY2(note().contains(QStringLiteral("not numbers")), qPrintable(note()));
    }

private:
    static Tensor evenRows() { return {{1, 3, 3}, std::vector<float>(9, 1.0f / 3)}; }

    void open(const std::string& bytes)
    {
        MemoryFiles files;
        files.write(newName(), bytes);
        open(files);
    }
    void open(const Trace& trace, const TokenOf& token_of = {})
    {
        MemoryFiles files;
        writeTrace(files, newName(), trace, token_of);
        open(files);
    }
    void open(const MemoryFiles& files)
    {
        m_session->openTrace(std::make_shared<const MemoryFiles>(files), m_name);
        QTRY_VERIFY(m_session->isRecorded() && !m_session->isBusy() && m_session->recordedFile() == m_name);
    }
    const std::string& newName() { return m_name = "run" + std::to_string(++m_files) + ".safetensors"; }

    void show(StepKind step)
    {
        Selection look = m_session->selection();
        look.step = step;
        m_session->select(look);
        QCOMPARE(m_session->selection().step, step);
    }

    StepView* view() const { return m_opened->window->currentView(); }
    QString note() const { return m_opened->window->findChild<QLabel*>(QStringLiteral("note"))->text(); }

    QString shownText() const
    {
        QStringList texts;
        for (const Caption* caption : view()->findChildren<Caption*>())
            texts << caption->text();
        return texts.join('\n');
    }

    QString explanation() const
    {
        QStringList texts;
        for (const ExplanationSection& section : explanationOf(m_session->context()).sections)
            texts << section.text;
        return texts.join('\n');
    }

    std::unique_ptr<OpenedWindow> m_opened;
    std::unique_ptr<QTemporaryDir> m_dir;
    Session* m_session = nullptr;
    std::string m_name;
    int m_files = 0;
};

QTEST_MAIN(TestRecordedRun)
#include "tst_recorded_run.moc"
