#include "app/models/model_list.h"
#include "app/models/resource_files.h"
#include "core/error.h"
#include "core/trace/model.h"

#include <QtTest>

using namespace glassformer;

/** A model inside the program (here a tiny GPT-2 as ":/models/inside") is a model like any other. */
class TestResourceFiles : public QObject
{
    Q_OBJECT

private slots:
    void theyAreListedOpenedAndNamed()
    {
        const ResourceFiles files(QStringLiteral(":/models/inside"));
        QVERIFY((files.names()
            == std::vector<std::string>{"config.json", "merges.txt", "model.safetensors", "vocab.json"}));
        QVERIFY(files.contains("config.json"));
        for (const char* name : {"none", "", ".", "..", "../inside/config.json"})
            QVERIFY2(!files.contains(name), name);
        QCOMPARE(files.title(), std::string("inside"));
        QCOMPARE(files.where("config.json"), std::string(":/models/inside/config.json"));
        QVERIFY(files.folder().empty());

        QFile file(QStringLiteral(GLASSFORMER_TEST_DATA "/models/gpt2/model.safetensors"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        QCOMPARE(files.bytes("model.safetensors"), whole.toStdString());
        const auto source = files.open("model.safetensors");
        std::string part(10, ' ');
        source->read(90, part);
        QCOMPARE(part, whole.mid(90, 10).toStdString());
        QVERIFY_EXCEPTION_THROWN(source->read(source->size() - 9, part), Error);
        QVERIFY_EXCEPTION_THROWN(source->read(~0ull, part), Error);
        QVERIFY_EXCEPTION_THROWN(files.open("none"), Error);
        QVERIFY_EXCEPTION_THROWN(files.open("../inside/config.json"), Error);
    }

    void aModelInsideTheProgramIsOfferedAndRuns()
    {
        const std::vector<BundledModel> models = bundledModels();
        QVERIFY(std::any_of(models.begin(), models.end(),
            [](const BundledModel& model) { return model.name == QStringLiteral("inside"); }));
        QVERIFY(std::is_sorted(models.begin(), models.end(),
            [](const BundledModel& a, const BundledModel& b) { return a.name < b.name; }));
        const Model model = Model::load(modelFiles("inside"));
        const Model same = Model::load(folderFiles(QStringLiteral(GLASSFORMER_TEST_DATA "/models/gpt2")));
        QVERIFY(run(model, {"The cat", {}, {}, {}, {}}).tensors
            == run(same, {"The cat", {}, {}, {}, {}}).tensors);
    }

    void whoAsksForAnotherNameIsToldOfIt()
    {
        try {
            modelFiles("no such model");
            QFAIL("found");
        } catch (const Error& error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains(QStringLiteral("inside")), error.what());
        }
    }
};

QTEST_GUILESS_MAIN(TestResourceFiles)
#include "tst_resource_files.moc"
