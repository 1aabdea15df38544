#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace {

const QString street = QStringLiteral("The animal didn't cross the street because it was too tired.");

struct Result
{
    int status;
    QByteArray output, errors;

    QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
    /** What two runs of the same request have in common. */
    QJsonObject withoutTimes() const
    {
        QJsonObject same = json();
        same.remove("seconds");
        same.remove("tokens_per_second");
        return same;
    }
};

Result cli(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(QStringLiteral(GLASSFORMER_CLI), arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(60000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

/** The command line as scripts use it. */
class TestCli : public QObject
{
    Q_OBJECT

private slots:
    void runPrintsTheAnswerAndItsProbabilities()
    {
        const Result result = cli({"run", "--text", street, "--json"});
        QCOMPARE(result.status, 0);
        QVERIFY(result.json()["answer"].toString().contains(QStringLiteral("qu'il ")));
        for (const QJsonValue& token : result.json()["tokens"].toArray()) {
            const double probability = token.toObject()["probability"].toDouble();
            QVERIFY(probability > 0 && probability <= 1);
        }
    }

    void everyCommandTakesThreads()
    {
        const QByteArray direct = cli({"run", "--text", street}).output;
        QCOMPARE(cli({"run", "--text", street, "--threads", "1"}).output, direct);
        QCOMPARE(cli({"run", "--threads", "3", "--text", street}).output, direct);
        QCOMPARE(cli({"info", "--threads", "1"}).status, 0);
        QCOMPARE(cli({"info", "--threads", "0"}).status, 2);
        QCOMPARE(cli({"info", "--threads", "1.5"}).status, 2);
    }

    void runTellsHowFastItWas()
    {
        const QJsonObject said = cli({"run", "--text", street, "--json"}).json();
        const double seconds = said["seconds"].toDouble();
        QVERIFY(seconds > 0);
        const auto tokens = static_cast<double>(said["tokens"].toArray().size());
        QVERIFY(std::abs(said["tokens_per_second"].toDouble() - tokens / seconds) < 1e-6 * tokens / seconds);
    }

    void standardInputAndATextFileAreReadLikeText()
    {
        const QByteArray direct = cli({"run", "--text", street}).output;
        QCOMPARE(cli({"run", "--file", "-"}, street.toUtf8()).output, direct);
        QTemporaryDir folder;
        QFile file(folder.filePath("a.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(street.toUtf8());
        file.close();
        QCOMPARE(cli({"run", "--file", file.fileName()}).output, direct);
    }

    void whatComesThroughAPipeIsReadLikeAFile()
    {
        if (!QFile::exists(QStringLiteral("/dev/stdin")))
            QSKIP("pipes have no names here");
        const QByteArray direct = cli({"run", "--text", street}).output;
        QCOMPARE(cli({"run", "--file", "/dev/stdin"}, street.toUtf8()).output, direct);
        const QByteArray view =
            QJsonDocument(QJsonObject{{"model", "translator"}, {"text", street}}).toJson();
        QCOMPARE(cli({"run", "--view", "/dev/stdin"}, view).output, direct);
        const Result endless = cli({"run", "--view", "/dev/zero"});
        QCOMPARE(endless.status, 1);
        QVERIFY2(endless.errors.contains("goes on past the limit"), endless.errors.constData());
    }

    void tokenizeSaysWhichSentenceOfAPairATokenIsOf()
    {
        const QString bert = QStringLiteral(GLASSFORMER_TEST_DATA "/models/bert");
        const Result result =
            cli({"tokenize", "--model", bert, "--text", "It was wide. [SEP] It was cold.", "--json"});
        QCOMPARE(result.status, 0);
        int segment = 0, separators = 0;
        for (const QJsonValue& value : result.json()["tokens"].toArray()) {
            QCOMPARE(value["segment"].toInt(), segment);
            if (value["text"].toString() == QStringLiteral("[SEP]") && ++separators == 1)
                segment = 1;
        }
        QCOMPARE(separators, 2);
    }

    void tokenizeGivesOffsetsIntoTheText()
    {
        const Result result = cli({"tokenize", "--text", street, "--json"});
        QCOMPARE(result.status, 0);
        const QByteArray text = street.toUtf8();
        int words = 0;
        for (const QJsonValue& value : result.json()["tokens"].toArray()) {
            const QJsonObject token = value.toObject();
            if (token["special"].toBool())
                continue;
            const int begin = token["begin"].toInt(), end = token["end"].toInt();
            QCOMPARE(QString::fromUtf8(text.mid(begin, end - begin)).toLower(),
                token["text"].toString().toLower());
            ++words;
        }
        QVERIFY(words >= 12);
    }

    void infoCountsTheParameters()
    {
        const Result result = cli({"info", "--json"});
        QCOMPARE(result.status, 0);
        QVERIFY(result.json()["parameters"].toInt() > 1'000'000);
        QCOMPARE(result.json()["languages"].toArray().size(), 3);
    }

    void traceWritesATensorFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("run.safetensors");
        QCOMPARE(cli({"trace", "--text", street, "--out", path}).status, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(100000).contains("encoder.3.self_attention.weights"));
    }

    void aNextWordModelGoesOnWithTheText()
    {
        const QString start = QStringLiteral("The animal didn't cross the street because it was too");
        const Result result = cli({"run", "--model", "next-word", "--text", start, "--json"});
        QCOMPARE(result.status, 0);
        const QString answer = result.json()["answer"].toString();
        QVERIFY(answer.startsWith(start + ' ') && answer.endsWith('.'));
        QVERIFY(cli({"info", "--model", "next-word"}).output.contains("decoder-only"));
        QTemporaryDir folder;
        QCOMPARE(
            cli({"trace", "--model", "next-word", "--text", start, "--out", folder.filePath("t")}).status, 0);
    }

    void aGapModelFillsTheGap()
    {
        const QString text = QStringLiteral("The [MASK] didn't cross the street because it was too tired.");
        const Result result = cli({"run", "--model", "gap", "--text", text, "--json"});
        QCOMPARE(result.status, 0);
        const QString answer = result.json()["answer"].toString();
        QVERIFY(answer.startsWith("The ")
            && answer.endsWith(" didn't cross the street because it was too tired."));
        QVERIFY(cli({"info", "--model", "gap"}).output.contains("encoder-only"));
        const QByteArray tokens = cli({"tokenize", "--model", "gap", "--text", text}).output;
        QCOMPARE(tokens.count("[MASK]"), 1);
        QTemporaryDir folder;
        QCOMPARE(cli({"trace", "--model", "gap", "--text", text, "--out", folder.filePath("t")}).status, 0);
    }

    void everyBundledModelIsEvaluated()
    {
        for (const char* model : {"next-word", "gap"}) {
            const Result result =
                cli({"evaluate", "--model", model, "--twins", "4", "--sentences", "4", "--json"});
            QCOMPARE(result.status, 0);
            QVERIFY(result.json()["figures"].toArray().size() > 10);
            QCOMPARE(result.json()["heads"].toArray().size(), 16);
            for (const QJsonValue& figure : result.json()["figures"].toArray())
                QVERIFY(figure.toObject()["n"].toInt() > 0);
        }
    }

    void aChangeIsTheSameAsTheHeadThatItNames()
    {
        const QStringList run{"run", "--text", street, "--json"};
        const Result off = cli(run + QStringList{"--off", "encoder.3.head.0"});
        const Result change =
            cli(run + QStringList{"--change", "encoder.3.self_attention.mixed[head 0] = 0"});
        QCOMPARE(change.status, 0);
        QCOMPARE(change.withoutTimes(), off.withoutTimes());
        QCOMPARE(cli(run + QStringList{"--change", "dance"}).status, 1);
        QCOMPARE(cli(run + QStringList{"--change", "encoder.9.output = off"}).status, 1);
    }

    void switchingAHeadOffChangesTheProbabilities()
    {
        const QByteArray whole = cli({"run", "--text", street}).output;
        QStringList arguments{"run", "--text", street};
        for (int head = 0; head < 4; ++head)
            arguments << "--off" << QStringLiteral("encoder.0.head.%1").arg(head);
        QVERIFY(cli(arguments).output != whole);
    }

    void aLinkGivesTheSameRunAgain()
    {
        const Result first = cli({"run", "--text", street, "--to", "en", "--temperature", "0.8", "--seed",
            "3", "--off", "encoder.3.head.0", "--json"});
        QCOMPARE(first.status, 0);
        const QString link = first.json()["link"].toString();
        QVERIFY2(link.startsWith("glassformer:?model=translator&digest="), qPrintable(link));
        const Result again = cli({"run", "--view", link, "--json"});
        QVERIFY2(again.errors.isEmpty(), again.errors.constData());
        QCOMPARE(again.withoutTimes(), first.withoutTimes());
        // What is named besides comes in place of what the link says.
        const Result other = cli({"run", "--view", link, "--text", "The dog slept.", "--json"});
        QVERIFY(other.json()["link"].toString().contains("text=The%20dog%20slept.&to=en"));
    }

    void viewPrintsALinkAndItsJsonWhichAFileCanHold()
    {
        const Result link = cli({"view", "--text", street, "--step", "softmax"});
        QCOMPARE(link.status, 0);
        QVERIFY(link.output.contains("&step=softmax") && !link.output.contains("&head="));
        const Result json = cli({"view", "--text", street, "--step", "softmax", "--json"});
        QCOMPARE(json.json()["text"].toString(), street);
        QTemporaryDir folder;
        for (const QByteArray& text : {link.output, json.output}) {
            QFile file(folder.filePath("view"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            file.close();
            QCOMPARE(cli({"view", "--view", file.fileName()}).output, link.output);
        }
    }

    void aSessionStandsForWhatWasShown()
    {
        const QString file = QStringLiteral(GLASSFORMER_TEST_DATA "/sessions/version-1.glassformer");
        const Result run = cli({"run", "--view", file, "--json"});
        QCOMPARE(run.status, 0);
        const QByteArray link = run.json()["link"].toString().toUtf8();
        QVERIFY2(link.contains("text=The%20dog%20slept.&to=fr"), link.constData());
        QVERIFY2(run.errors.contains("made with another model"), run.errors.constData());
    }

    void anotherModelThanTheLinksIsTold()
    {
        const Result result = cli({"run", "--view",
            "glassformer:?model=translator&digest=00000000000000000000000000000000&text=It%20was%20tired."});
        QCOMPARE(result.status, 0);
        QVERIFY2(result.errors.contains("made with another model"), result.errors.constData());
    }

    void everyCommandTakesALanguageThatTheModelWrites()
    {
        const QString mbart = QStringLiteral(GLASSFORMER_TEST_DATA "/models/mbart");
        const QByteArray plain = cli({"tokenize", "--model", mbart, "--text", "the animal"}).output;
        QVERIFY(!plain.isEmpty());
        const Result run = cli({"run", "--model", mbart, "--text", "the animal", "--json"});
        QVERIFY2(run.status == 0, run.errors.constData());
        const QString link = run.json()["link"].toString();
        const Result french = cli({"run", "--model", mbart, "--text", "the animal", "--to", "fr", "--json"});
        QVERIFY2(french.status == 0, french.errors.constData());
        QVERIFY2(french.json()["link"].toString().contains("&to=fr_XX"), qPrintable(link));
    }

    void theTraceOfARunTellsWhatWasAsked()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("run.safetensors");
        QCOMPARE(cli({"trace", "--text", street, "--off", "encoder.3.head.0", "--out", path}).status, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray header = file.read(200'000);
        for (const char* key :
            {"\"request\"", "\"given\"", "\"written.ids\"", "\"source.spans\"", "\"vocabulary\""})
            QVERIFY2(header.contains(key), key);
        QVERIFY(header.contains("encoder.3.self_attention.mixed[head 0] = 0"));
    }

    void trainingStopsWithAMessageWhereTheRecipeIsMissing()
    {
        const Result result = cli({"train", "--recipe", "no-such.json", "--out", "nowhere"});
        QCOMPARE(result.status, 1);
        QVERIFY(result.errors.contains("no-such.json"));
    }

    void mistakesEndWithTheRightStatusOnStandardError_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("no command") << QStringList{} << 2 << QByteArray("usage");
        QTest::newRow("unknown command") << QStringList{"dance"} << 2 << QByteArray("dance");
        QTest::newRow("unknown option")
            << QStringList{"run", "--colour", "red"} << 2 << QByteArray("--colour");
        QTest::newRow("no text") << QStringList{"run"} << 2 << QByteArray("--text");
        QTest::newRow("empty text") << QStringList{"run", "--text", ""} << 1 << QByteArray("empty");
        QTest::newRow("unknown model")
            << QStringList{"run", "--model", "nonesuch", "--text", "a"} << 1 << QByteArray("nonesuch");
        QTest::newRow("unknown head") << QStringList{"run", "--text", "a", "--off", "encoder.9.head.0"} << 1
                                      << QByteArray("encoder.9.head.0");
        QTest::newRow("unknown language")
            << QStringList{"run", "--text", "a", "--to", "xx"} << 1 << QByteArray("xx");
        QTest::newRow("unknown field of a link")
            << QStringList{"run", "--view", "glassformer:?text=a&colour=red"} << 1 << QByteArray("colour");
        QTest::newRow("no file of a view")
            << QStringList{"run", "--view", "nowhere.json"} << 1 << QByteArray("nowhere.json");
        QTest::newRow("a view without text")
            << QStringList{"run", "--view", "glassformer:?to=fr"} << 2 << QByteArray("--text");
        QTest::newRow("unknown step")
            << QStringList{"view", "--text", "a", "--step", "dance"} << 1 << QByteArray("dance");
        QTest::newRow("temperature 0")
            << QStringList{"run", "--text", "a", "--temperature", "0"} << 2 << QByteArray("--temperature");
    }
    void mistakesEndWithTheRightStatusOnStandardError()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, named);
        const Result result = cli(arguments);
        QCOMPARE(result.status, status);
        QVERIFY(result.output.isEmpty());
        QVERIFY2(result.errors.contains(named), result.errors.constData());
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
