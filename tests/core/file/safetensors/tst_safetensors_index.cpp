#include "core/error.h"
#include "core/file/safetensors/safetensors_index.h"

#include <QTest>

using namespace glassformer;

class TestSafetensorsIndex : public QObject
{
    Q_OBJECT

private slots:
    void namesTheFileOfEveryTensor()
    {
        const auto shards = shardsFromIndex(R"({"metadata": {"total_size": 8}, "weight_map":
            {"a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"}})",
            "index");
        QCOMPARE(shards.size(), std::size_t(2));
        QCOMPARE(shards.at("b"), std::string("model-00002-of-00002.safetensors"));
    }

    void refusesWhatCouldDoHarm_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto file = [](const char* name, const char* text) {
            QTest::newRow(name) << QByteArray(R"({"weight_map": {"a": ")") + text + "\"}}";
        };
        file("a folder above", "../model.safetensors");
        file("an absolute path", "/etc/model.safetensors");
        file("a folder below", "sub/model.safetensors");
        file("a drive", "C:model.safetensors");
        file("a backslash", "..\\\\model.safetensors");
        file("a zero byte", "model\\u0000.safetensors");
        file("another ending", "model.bin");
        file("an ending only", ".safetensors");
        file("nothing", "");
        QTest::newRow("no map") << QByteArray(R"({"metadata": {}})");
        QTest::newRow("an empty map") << QByteArray(R"({"weight_map": {}})");
        QTest::newRow("a list") << QByteArray(R"({"weight_map": ["a"]})");
        QTest::newRow("a number as file") << QByteArray(R"({"weight_map": {"a": 7}})");
        QTest::newRow("a tensor twice")
            << QByteArray(R"({"weight_map": {"a": "x.safetensors", "a": "y.safetensors"}})");
        QTest::newRow("no JSON") << QByteArray("weight_map");
        QTest::newRow("empty") << QByteArray();
    }
    void refusesWhatCouldDoHarm()
    {
        QFETCH(QByteArray, json);
        QVERIFY_EXCEPTION_THROWN(shardsFromIndex(json.toStdString(), "index"), Error);
    }
};

QTEST_APPLESS_MAIN(TestSafetensorsIndex)
#include "tst_safetensors_index.moc"
