#include "core/error.h"
#include "core/model/writing/task_prefix.h"

#include <QTest>

using namespace glassformer;

/** Prefixes of tasks as the config.json of the published T5 and BART models writes them. */
class TestTaskPrefix : public QObject
{
    Q_OBJECT

private slots:
    void readsThePrefixesInOrder()
    {
        // The fields that count here of the file of T5 small.
        const std::string json = R"({"model_type": "t5", "task_specific_params": {
            "summarization": {"early_stopping": true, "prefix": "summarize: "},
            "translation_en_to_de": {"prefix": "translate English to German: "},
            "translation_en_to_fr": {"prefix": "translate English to French: "}}})";
        QCOMPARE(taskPrefixes(json, "config.json"),
            (std::vector<std::string>{
                "summarize: ", "translate English to German: ", "translate English to French: "}));
    }

    void modelsOfOneTaskHaveNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no field") << QByteArray("{}");
        QTest::newRow("null") << QByteArray(R"({"task_specific_params": null})");
        QTest::newRow("tasks without prefix")
            << QByteArray(R"({"task_specific_params": {"summarization": {"length_penalty": 2.0}}})");
        QTest::newRow("blank") << QByteArray(
            R"({"task_specific_params": {"summarization": {"prefix": " "}}})");
        QTest::newRow("prefix null") << QByteArray(R"({"task_specific_params": {"a": {"prefix": null}}})");
    }
    void modelsOfOneTaskHaveNone()
    {
        QFETCH(QByteArray, json);
        QVERIFY(taskPrefixes(json.toStdString(), "config.json").empty());
    }

    void refusesWhatIsNoPrefix_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("where");
        QTest::newRow("a list") << QByteArray(R"({"task_specific_params": []})")
                                << "config.json, task_specific_params";
        QTest::newRow("a number") << QByteArray(R"({"task_specific_params": {"a": {"prefix": 7}}})")
                                  << "config.json, task_specific_params.a.prefix";
        QTest::newRow("too long") << QByteArray(R"({"task_specific_params": {"a": {"prefix": ")")
                + QByteArray(201, 'x') + "\"}}}"
                                  << "config.json, task_specific_params.a.prefix";
    }
    void refusesWhatIsNoPrefix()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, where);
        try {
            taskPrefixes(json.toStdString(), "config.json");
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(QString::fromStdString(error.text().where.english()), where);
        }
    }
};

QTEST_APPLESS_MAIN(TestTaskPrefix)
#include "tst_task_prefix.moc"
