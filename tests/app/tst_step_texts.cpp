#include "core/experiment/effect/word_ranking.h"
#include "core/file/bytes/memory_files.h"
#include "core/trace/look/place.h"
#include "core/trace/model.h"
#include "core/trace/record/trace_file.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/card.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/steps/step_entry.h"
#include "widgets/steps/step_view.h"

#include <QPushButton>
#include <QtTest>

#include <algorithm>
#include <memory>

using namespace glassformer;

namespace {

const std::string models = GLASSFORMER_TEST_DATA "/models/";

} // namespace

/** What the steps say is so in every family, and in every state of a run. */
class TestStepTexts : public QObject
{
    Q_OBJECT

private slots:
    void formulasNameBiasNormAndTurn_data()
    {
        QTest::addColumn<QString>("model");
        for (const char* name : {"marian", "t5", "bert", "gpt2", "llama", "qwen2", "qwen3", "mistral"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void formulasNameBiasNormAndTurn()
    {
        QFETCH(QString, model);
        open(model);
        const ModelConfig& config = m_trace->config;
        const QString shown = shownText(StepKind::QueryKeyValue);
        QCOMPARE(shown.contains(QStringLiteral("W_Q + b")), config.attention_bias);
        QCOMPARE(shown.contains(QStringLiteral("turned")), config.position_kind == PositionKind::Rotary);
        QCOMPARE(shown.contains(QStringLiteral("normed")), config.query_key_norm);
        QCOMPARE(reading(StepKind::QueryKeyValue).contains(QStringLiteral("normed")), config.query_key_norm);
        QCOMPARE(shownText(StepKind::HeadsJoined).contains(QStringLiteral("W_O + b")),
            config.attention_output_bias);
        QCOMPARE(shownText(StepKind::Scores).contains(QStringLiteral("bias")),
            config.position_kind == PositionKind::Relative);
    }

    void aNormWithoutBiasIsNotSaidToHaveOne_data()
    {
        QTest::addColumn<QString>("model");
        for (const char* name : {"t5", "llama", "bart", "gpt2"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aNormWithoutBiasIsNotSaidToHaveOne()
    {
        QFETCH(QString, model);
        open(model);
        for (const StepKind kind : {StepKind::AttentionNorm, StepKind::FeedForwardNorm, StepKind::DecoderNorm,
                 StepKind::CrossNorm, StepKind::DecoderFeedForwardNorm}) {
            if (!has(kind))
                continue;
            const QString all = reading(kind) + notice(kind) + shownText(kind);
            QCOMPARE(all.contains(QStringLiteral("bias")), m_trace->config.norm_kind == NormKind::Layer);
        }
    }

    void whatWasMeasuredOfAHeadIsSaidWhereItIsLookedAt()
    {
        open("bart");
        m_roles = {300, {{{AttentionSite::Encoder, 0, 0}, false, {{"noun to adjective", 0.864, 96}}}}};
        QVERIFY(notice(StepKind::Softmax).contains(QStringLiteral("a noun at its adjective (86.4 % of 96)")));
        m_selection.head = 1;
        QVERIFY(!notice(StepKind::Softmax).contains(QStringLiteral("300")));
    }

    void theNormOfTheEmbeddingIsNamedOnBothSides()
    {
        for (const char* name : {"bart", "mbart", "marian", "t5"}) {
            open(QString::fromLatin1(name));
            for (const StepKind kind : {StepKind::EncoderInput, StepKind::DecoderInput})
                QCOMPARE(
                    reading(kind).contains(QStringLiteral("A norm brings")), m_trace->config.embedding_norm);
        }
    }

    void theNormBehindTheLastLayerIsNamedWhereThereIsOne()
    {
        for (const char* name : {"bart", "mbart", "t5", "bert", "gpt2", "openai-gpt"}) {
            open(QString::fromLatin1(name));
            for (const StepKind kind : {StepKind::EncoderOutput, StepKind::DecoderOutput})
                if (has(kind))
                    QCOMPARE(reading(kind).contains(QStringLiteral("norm")),
                        m_trace->config.norm_placement == NormPlacement::Before);
        }
    }

    void aRowOfCrossAttentionSaysWhatItIsNamedAfter()
    {
        open(QStringLiteral("bart"));
        QVERIFY(reading(StepKind::CrossAttention)
                    .contains(QStringLiteral("named after the token read last and the one being written")));
        QVERIFY2(shownText(StepKind::NextWord)
                     .contains(QStringLiteral("Each row: the token read last → the token being written.")),
            qPrintable(shownText(StepKind::NextWord)));
    }

    void aWordThatIsNotTheLikeliestIsComparedWithTheLikeliest()
    {
        open(QStringLiteral("gpt2"));
        m_selection.step = StepKind::NextWord;
        m_selection.position = 0;
        const std::vector<RankedWord> best = likeliestWords(*m_trace, 0, 2);
        for (const int word : {best[0].id, best[1].id}) {
            m_selection.word = word;
            QStringList headings;
            for (const ExplanationSection& section : explanationOf(context()).sections)
                headings << section.heading;
            QVERIFY2(headings.last().endsWith(
                         word == best[0].id ? QStringLiteral("second") : QStringLiteral("likeliest")),
                qPrintable(headings.last()));
        }
    }

    void nothingIsSaidOfAMaskThatIsLifted()
    {
        for (const char* name : {"bart", "gpt2"}) {
            open(QString::fromLatin1(name), {maskLifted(every)});
            const StepKind weights =
                has(StepKind::MaskedAttention) ? StepKind::MaskedAttention : StepKind::Softmax;
            QVERIFY(reading(StepKind::MaskedScores).contains(QStringLiteral("lifted")));
            QVERIFY(!shownText(StepKind::MaskedScores).contains(QStringLiteral("lie in the future")));
            QVERIFY(!notice(weights).contains(QStringLiteral("only look at itself")));
            m_selection.step = weights;
            m_selection.query = 1;
            m_selection.key = 2;
            m_selection.position = 1;
            QStringList texts;
            for (const ExplanationSection& section : explanationOf(context()).sections)
                texts << section.text;
            QVERIFY2(texts.join(' ').contains(QStringLiteral("but the mask is lifted")),
                qPrintable(texts.join(' ')));
        }
    }

    void aTokenThatWasGivenIsNotSaidToBeWritten()
    {
        open(QStringLiteral("gpt2"));
        QVERIFY(isGiven(*m_trace, 0) && isGiven(*m_trace, m_trace->given - 1));
        QVERIFY(!isGiven(*m_trace, m_trace->given));
        for (const int position : {0, m_trace->given - 1}) {
            m_selection.step = StepKind::NextWord;
            m_selection.position = position;
            const std::unique_ptr<StepView> view(entryOf(StepKind::NextWord).view(nullptr));
            view->showRun(m_trace, m_selection);
            const auto* write = view->findChild<QPushButton*>(QStringLiteral("writeNext"));
            QCOMPARE(write->text().startsWith(QStringLiteral("Write")), position == m_trace->given - 1);
        }
        QVERIFY(!shownText(StepKind::NextWord).contains(QStringLiteral("Written so far")));
        open(QStringLiteral("bart"));
        QVERIFY(shownText(StepKind::NextWord).contains(QStringLiteral("Written so far")));
        QVERIFY(!isGiven(*m_trace, 0));
    }

    void aRecordedRunOffersNothingThatItCannotDo()
    {
        for (const char* name : {"bart", "gpt2", "bert"}) {
            open(QString::fromLatin1(name));
            const Model& model = *m_model;
            MemoryFiles files;
            writeTrace(files, "run", *m_trace, [&model](int id) { return model.tokenizer.token(id); });
            m_trace = std::make_shared<const Trace>(readTrace(files, "run"));
            m_model.reset();
            for (const StepKind kind : stepsOf(*m_trace)) {
                QString all = reading(kind) + notice(kind) + shownText(kind);
                for (const ExplanationSection& section : explanationOf(context()).sections)
                    all += section.text;
                for (const char* offer : {"Switch the head", "Click another word", "Click a word",
                         "Click a bar to see its sum", "Change a word: its own", "as you typed it"})
                    QVERIFY2(!all.contains(QString::fromLatin1(offer)),
                        (std::string(stepId(kind)) + ": " + offer).c_str());
            }
        }
    }

private:
    void open(const QString& name, const Changes& changes = {})
    {
        m_model = std::make_shared<const Model>(Model::load(models + name.toStdString()));
        RunRequest request;
        request.text = "The cat sat on the mat.";
        request.changes = changes;
        m_trace = std::make_shared<const Trace>(run(*m_model, request));
        m_selection = {};
    }
    bool has(StepKind kind) const
    {
        const std::vector<StepKind> steps = stepsOf(*m_trace);
        return std::find(steps.begin(), steps.end(), kind) != steps.end();
    }
    StepContext context() const
    {
        StepContext context{*m_trace, m_selection, {}, m_model.get()};
        context.roles = &m_roles;
        return context;
    }
    QString reading(StepKind kind)
    {
        m_selection.step = kind;
        return entryOf(kind).reading(context());
    }
    QString notice(StepKind kind)
    {
        m_selection.step = kind;
        return entryOf(kind).notice(context());
    }
    /** Headings and remarks of the step's pictures. */
    QString shownText(StepKind kind)
    {
        m_selection.step = kind;
        const std::unique_ptr<StepView> view(entryOf(kind).view(nullptr));
        view->setModel(m_model);
        view->showRun(m_trace, m_selection);
        QStringList texts;
        for (const Caption* caption : view->findChildren<Caption*>())
            if (!caption->isHidden())
                texts << caption->text();
        return texts.join('\n');
    }

    std::shared_ptr<const Model> m_model;
    std::shared_ptr<const Trace> m_trace;
    Selection m_selection;
    MeasuredRoles m_roles;
};

QTEST_MAIN(TestStepTexts)
#include "tst_step_texts.moc"
