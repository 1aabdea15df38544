#include "app/models/model_facts.h"
#include "core/experiment/effect/word_ranking.h"
#include "core/trace/step/step_list.h"
#include "tests/builders/opened_window.h"
#include "widgets/pictures/caption.h"
#include "widgets/pictures/numbers/bar_list.h"
#include "widgets/steps/step_view.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace glassformer;

/** What the files of a model say about its answers, in the window: rules that change them, an output that is not there. */
class TestModelNotices : public QObject
{
    Q_OBJECT

private slots:
    void aWordThatARuleForbidsIsShownWithTheRule()
    {
        const QString folder = copied("gpt2");
        write(folder + "/generation_config.json",
            R"({"no_repeat_ngram_size":1,"bad_words_ids":[[7],[8],[9],[10],[11],[12],[13],[14],[15],[16],[17],[18]],"do_sample":true})");
        const auto opened = openWindow(folder, "The bridge was wide");
        QVERIFY(opened);
        goTo(*opened, StepKind::NextWord);
        QVERIFY(!textsOf(*opened).contains(
            "no_repeat_ngram_size")); // where the text was given, nothing was chosen
        Selection last = opened->session->selection();
        last.position = opened->session->trace()->rows() - 1;
        opened->session->select(last);
        QCoreApplication::processEvents();
        QVERIFY2(textsOf(*opened).contains("must not be written here"), qPrintable(textsOf(*opened)));
        QVERIFY2(textsOf(*opened).contains("no_repeat_ngram_size"), qPrintable(textsOf(*opened)));
        const QString facts = modelFacts(opened->session->model());
        QVERIFY2(
            facts.contains("no_repeat_ngram_size 1") && facts.contains("do_sample true"), qPrintable(facts));
    }

    /** Twelve of the likeliest words are forbidden: the one that was written is a bar all the same. */
    void theWrittenWordIsShownHoweverManyAreLikelier()
    {
        auto opened = openWindow(copied("gpt2"), "The bridge was wide");
        QVERIFY(opened);
        const auto trace = opened->session->trace();
        QByteArray likeliest;
        for (const RankedWord& word : likeliestWords(*trace, trace->given - 1, 12))
            likeliest += (likeliest.isEmpty() ? "[" : ",[") + QByteArray::number(word.id) + "]";
        opened.reset();
        const QString folder = copied("gpt2");
        write(folder + "/generation_config.json", "{\"bad_words_ids\":[" + likeliest + "]}");
        opened = openWindow(folder, "The bridge was wide");
        QVERIFY(opened);
        goTo(*opened, StepKind::NextWord);
        Selection first = opened->session->selection();
        first.position = opened->session->trace()->given - 1;
        opened->session->select(first);
        QCoreApplication::processEvents();
        const std::vector<Bar>& bars = opened->window->currentView()->findChild<BarList*>()->bars();
        QCOMPARE(std::count_if(bars.begin(), bars.end(), [](const Bar& bar) { return bar.is_chosen; }), 1);
        QVERIFY(bars.back().is_chosen);
        QVERIFY(bars.front().is_faint);
    }

    void withoutRulesNothingIsSaid()
    {
        const auto opened = openWindow(copied("gpt2"), "The bridge was wide");
        QVERIFY(opened);
        goTo(*opened, StepKind::NextWord);
        QVERIFY(!textsOf(*opened).contains("model's files"));
    }

    void aDecoderWithoutHeadIsShownStepByStep_data()
    {
        QTest::addColumn<QString>("architecture");
        QTest::newRow("qwen2") << "Qwen2ForSequenceClassification";
        QTest::newRow("bart") << "BartForSequenceClassification";
    }
    void aDecoderWithoutHeadIsShownStepByStep()
    {
        QFETCH(QString, architecture);
        const QString folder = copied(QTest::currentDataTag());
        QFile file(folder + "/config.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject config = QJsonDocument::fromJson(file.readAll()).object();
        config["architectures"] = QJsonArray{architecture};
        write(folder + "/config.json", QJsonDocument(config).toJson());
        const auto opened = openWindow(folder, "The bridge was wide");
        QVERIFY(opened);
        QVERIFY2(textsOf(*opened).contains("no next word"), qPrintable(textsOf(*opened)));
        for (int step = 0; step < int(opened->session->steps().size()); ++step) {
            opened->session->goToStep(step);
            QCoreApplication::processEvents();
            opened->window->grab();
        }
        const QString facts = modelFacts(opened->session->model());
        QVERIFY2(
            facts.contains("makes vectors of texts") && facts.contains("no next word"), qPrintable(facts));
    }

private:
    QString copied(const QString& model)
    {
        m_dir = std::make_unique<QTemporaryDir>();
        const QDir from(QStringLiteral(GLASSFORMER_TEST_DATA "/models/") + model);
        for (const QString& name : from.entryList(QDir::Files))
            QFile::copy(from.filePath(name), m_dir->filePath(name));
        for (const QString& name : from.entryList(QDir::Files))
            QFile::setPermissions(m_dir->filePath(name), QFile::ReadOwner | QFile::WriteOwner);
        return m_dir->path();
    }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    static void goTo(OpenedWindow& opened, StepKind kind)
    {
        const std::vector<StepKind>& steps = opened.session->steps();
        opened.session->goToStep(int(std::find(steps.begin(), steps.end(), kind) - steps.begin()));
        QCoreApplication::processEvents();
    }
    static QString textsOf(const OpenedWindow& opened)
    {
        QString all;
        for (const Caption* caption : opened.window->currentView()->findChildren<Caption*>())
            all += caption->text() + '\n';
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_MAIN(TestModelNotices)
#include "tst_model_notices.moc"
