#include "core/file/bytes/folder_files.h"
#include "core/file/bytes/memory_files.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "core/trace/record/trace_file.h"
#include "core/trace/run/load_job.h"
#include "core/trace/run/run_job.h"
#include "core/trace/run/trace_job.h"

#include <QtTest>

#include <limits>

using namespace glassformer;

namespace {

constexpr double keep_all = std::numeric_limits<double>::infinity();

std::filesystem::path folderOf(const QString& name)
{
    return std::filesystem::path(GLASSFORMER_TEST_DATA) / "models" / name.toStdString();
}

std::shared_ptr<const Model> modelOf(const QString& name)
{
    return std::make_shared<const Model>(Model::load(folderOf(name)));
}

int layersOf(const ModelConfig& config)
{
    return config.encoder_layers + config.decoder_layers;
}

RunRequest requestOf(const Model& model, int new_tokens)
{
    RunRequest request{"The cat sat on the mat.", {}, {}, {}, {}};
    if (!model.targetLanguages().empty())
        request.target_language = model.targetLanguages().front();
    request.decoding.max_new_tokens = new_tokens;
    return request;
}

template <typename Value> std::pair<Value, int> countPieces(JobOf<Value>& job)
{
    int pieces = 1;
    while (job.advance({}))
        ++pieces;
    return {*job.takeNews(), pieces};
}

} // namespace

/** Long work can be left between two layers, and comes to the same. */
class TestPieces : public QObject
{
    Q_OBJECT

private slots:
    void aRunGoesOnLayerByLayer_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("most_bytes");
        QTest::addColumn<int>("words");
        for (const char* name : {"gpt2", "bert", "t5", "mbart", "albert"})
            for (const int words : {1, 5}) {
                QTest::addRow("%s, all kept, %d", name, words) << QString(name) << keep_all << words;
                QTest::addRow("%s, the stream kept, %d", name, words) << QString(name) << 0.0 << words;
            }
    }
    void aRunGoesOnLayerByLayer()
    {
        QFETCH(QString, name);
        QFETCH(double, most_bytes);
        QFETCH(int, words);
        const auto model = modelOf(name);
        const RunRequest request = requestOf(*model, words);
        const auto [trace, pieces] = countPieces(*runJob(model, request, most_bytes));
        QVERIFY2(pieces > layersOf(model->transformer.config), qPrintable(QString::number(pieces)));
        const Trace whole = run(*model, request);
        QCOMPARE(trace->answer, whole.answer);
        QCOMPARE(bool(trace->late), most_bytes == 0);
        if (!trace->late)
            QVERIFY(trace->tensors == whole.tensors);
    }

    void everyWordOfAnAnswerHasPiecesOfItsOwn()
    {
        const auto model = modelOf(QStringLiteral("gpt2"));
        const int layers = model->transformer.config.decoder_layers;
        const int few = countPieces(*runJob(model, requestOf(*model, 3))).second;
        const int many = countPieces(*runJob(model, requestOf(*model, 7))).second;
        QVERIFY2(many >= few + 4 * layers, qPrintable(QStringLiteral("%1, %2").arg(few).arg(many)));
    }

    void aRunIsStoppedBetweenLayers()
    {
        const auto model = modelOf(QStringLiteral("gpt2"));
        const auto job = runJob(model, requestOf(*model, 3));
        const JobWatch watch;
        for (int i = 0; i < 3; ++i)
            QVERIFY(job->advance(watch));
        watch.cancel.raise();
        QVERIFY_EXCEPTION_THROWN(job->advance(watch), Cancelled);
    }

    void aModelIsReadLayerByLayer_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"gpt2", "bert", "t5", "llama", "marian", "albert-groups"})
            QTest::newRow(name) << QString(name);
    }
    void aModelIsReadLayerByLayer()
    {
        QFETCH(QString, name);
        const auto [model, pieces] =
            countPieces(*loadJob(std::make_shared<const FolderFiles>(folderOf(name))));
        const ModelConfig& config = model->transformer.config;
        const int groups = config.differentLayers(std::max(config.encoder_layers, config.decoder_layers));
        QVERIFY2(pieces > groups + 2, qPrintable(QString::number(pieces)));
        const Model whole = Model::load(folderOf(name));
        const RunRequest request = requestOf(whole, 3);
        QVERIFY(run(*model, request).tensors == run(whole, request).tensors);
        QCOMPARE(model->unread.size(), whole.unread.size());
        QCOMPARE(model->weights_digest, whole.weights_digest);
    }

    void aRecordedRunIsReadSomeTensorsAtATime()
    {
        const auto model = modelOf(QStringLiteral("gpt2"));
        const Trace trace = run(*model, requestOf(*model, 3));
        const auto files = std::make_shared<MemoryFiles>();
        writeTrace(*files, "run.safetensors", trace);
        const auto [read, pieces] = countPieces(*traceJob(files, "run.safetensors"));
        QVERIFY2(pieces >= 4, qPrintable(QString::number(pieces))); // opened, tensors, metadata, numbers
        QVERIFY(read->tensors == trace.tensors);
        // One of more numbers than a piece has takes a piece alone.
        Tensor large;
        large.shape = {1, 1500, 1500};
        large.values.assign(1500 * 1500, 1.0F / 1500);
        files->write("large.safetensors",
            safetensorsBytes(
                std::map<std::string, Tensor>{{"encoder.0.self_attention.weights", large},
                    {"encoder.1.self_attention.weights", large}, {"encoder.2.self_attention.weights", large}},
                {}));
        const auto [maps, map_pieces] = countPieces(*traceJob(files, "large.safetensors"));
        QVERIFY2(map_pieces >= 8, qPrintable(QString::number(map_pieces)));
        QCOMPARE(maps->tensors.size(), std::size_t(3));
        QVERIFY(maps->remarks.empty());
    }

    void aModelThatCannotBeReadSaysSoInItsPiece()
    {
        const auto job = loadJob(std::make_shared<const FolderFiles>("/nowhere"));
        QVERIFY_EXCEPTION_THROWN(job->advance({}), Error);
    }
};

QTEST_GUILESS_MAIN(TestPieces)
#include "tst_pieces.moc"
