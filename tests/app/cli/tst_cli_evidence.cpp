#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

namespace {

const QString street = QStringLiteral("The animal didn't cross the street because it was too tired.");

struct Result
{
    int status;
    QByteArray output, errors;

    QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
    QList<QByteArray> lines() const { return output.trimmed().split('\n'); }
};

Result cli(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(GLASSFORMER_CLI), arguments);
    process.closeWriteChannel();
    process.waitForFinished(60000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/** Of the bundled translator. */
struct Sizes
{
    int encoder_layers, decoder_layers, heads;
};

Sizes sizesOfTheTranslator()
{
    QFile file(QStringLiteral(GLASSFORMER_RESOURCES "/models/translator/config.json"));
    file.open(QIODevice::ReadOnly);
    const QJsonObject config = QJsonDocument::fromJson(file.readAll()).object();
    return {config["encoder_layers"].toInt(), config["decoder_layers"].toInt(), config["n_heads"].toInt()};
}

} // namespace

/** The experiments as scripts use them; what they compute is tested in core. */
class TestCliEvidence : public QObject
{
    Q_OBJECT

private slots:
    void rankTakesOutEveryPart()
    {
        const Result result = cli({"rank", "--text", street, "--word", "il", "--group", "2", "--json"});
        QCOMPARE(result.status, 0);
        QCOMPARE(result.json()["word"].toObject()["text"].toString(), QStringLiteral("il"));
        QCOMPARE(result.json()["ablation"].toString(), QStringLiteral("zero"));
        const QJsonArray parts = result.json()["parts"].toArray();
        // Every head; each block, network and layer, three in an encoder layer and four in a decoder's; two groups.
        const auto [encoder, decoder, heads] = sizesOfTheTranslator();
        QCOMPARE(parts.size(), (encoder + 2 * decoder) * heads + 3 * encoder + 4 * decoder + 2);
        QCOMPARE(cli({"rank", "--text", street, "--off", "encoder.0.head.0", "--csv"}).lines().size(),
            parts.size() - 2 + 1);
    }

    void rankJudgesHeadsOverTheSentencesOfAFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("own.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("The dog is big.\n\nThe cat is small.\n");
        file.close();
        const Result result = cli({"rank", "--bank", "--file", path, "--json"});
        QVERIFY2(result.status == 0, result.errors.constData());
        QCOMPARE(result.json()["sentences"].toInt(), 2);
        const auto [encoder, decoder, heads] = sizesOfTheTranslator();
        QCOMPARE(result.json()["heads"].toArray().size(), (encoder + 2 * decoder) * heads);
        QCOMPARE(cli({"rank", "--bank", "--text", street}).status, 2);
    }

    void rolesScoreTheKnownKindsInEveryFamily()
    {
        for (const char* model : {"translator", "next-word", "gap"}) {
            const Result result = cli({"roles", "--known", "--model", model, "--sentences", "2", "--json"});
            QVERIFY2(result.status == 0, result.errors.constData());
            for (const QJsonValue& head : result.json()["heads"].toArray())
                for (const char* kind : {"previous", "duplicate", "induction"}) {
                    const double share = head.toObject()[QLatin1String(kind)].toDouble(-1);
                    QVERIFY(share >= 0 && share <= 1);
                }
        }
    }

    void rankAsksForTheNextWordAndTheGap()
    {
        const Result next = cli({"rank", "--model", "next-word", "--text", "The animal was too", "--json",
            "--mean", "--word", "tired"});
        QCOMPARE(next.status, 0);
        QCOMPARE(next.json()["word"].toObject()["text"].toString(), QStringLiteral("tired"));
        const Result gap =
            cli({"rank", "--model", "gap", "--text", "The [MASK] was too tired.", "--edges", "--json"});
        QCOMPARE(gap.status, 0);
        QVERIFY(gap.json()["parts"].toArray().size() > 36);
        QCOMPARE(cli({"rank", "--text", street, "--word", "xylophone"}).status, 1);
        QCOMPARE(cli({"rank", "--text", street, "--json", "--csv"}).status, 2);
    }

    void patchFindsWhereTheTwinsDifferenceIsCarried()
    {
        const QString wide = QString(street).replace("tired", "wide");
        const QStringList twins{"patch", "--text", street, "--with", wide, "--word", "il"};
        const Result result = cli(twins + QStringList{"--json"});
        QCOMPARE(result.status, 0);
        QCOMPARE(result.json()["rival"].toString(), QStringLiteral("elle"));
        const double here = result.json()["word"].toObject()["probability"].toDouble();
        const double there = result.json()["other_probability"].toDouble();
        QCOMPARE(result.json()["likeliest"].toString(), QStringLiteral("il"));
        QCOMPARE(result.json()["other_likeliest"].toString(), QStringLiteral("elle"));
        const QJsonArray cells = result.json()["cells"].toArray();
        int tokens = 0;
        for (const QJsonValue& value : cells) {
            const QJsonObject cell = value.toObject();
            if (cell["tensor"].toString() != QStringLiteral("encoder.input"))
                continue;
            ++tokens;
            // What enters differs in one word only, which brings all of the change: both effects are told.
            const bool is_word = cell["text"].toString() == QStringLiteral("tired");
            QVERIFY(std::abs(cell["share"].toDouble() - (is_word ? 1 : 0)) < 1e-4);
            QVERIFY(std::abs(cell["probability"].toDouble() - (is_word ? there : here)) < 1e-4);
            QCOMPARE(cell["changes_word"].toBool(), is_word);
            QCOMPARE(cell["likeliest"].toString(), is_word ? QStringLiteral("elle") : QStringLiteral("il"));
        }
        QCOMPARE(cells.size(), tokens * (sizesOfTheTranslator().encoder_layers + 1));
        const QString read = QString::fromUtf8(cli(twins).output);
        QVERIFY(read.contains(QStringLiteral("1.00 p ")) && read.contains(QStringLiteral(" > elle")));
        QCOMPARE(cli(twins + QStringList{"--csv", "--what", "feed_forward"}).lines().size(),
            tokens * sizesOfTheTranslator().encoder_layers + 1);
        const QStringList longer{"patch", "--text", street, "--with", "The animal was tired."};
        QCOMPARE(cli(longer).status, 1);
        QVERIFY(cli(longer).errors.contains("tokens, as the first one has"));
        QCOMPARE(cli(longer + QStringList{"--align"}).status, 0);
        QCOMPARE(cli(twins + QStringList{"--what", "soul"}).status, 2);
    }

    void lensReadsEveryLayer()
    {
        const Result result = cli({"lens", "--text", street, "--word", "il", "--top", "2", "--json"});
        QCOMPARE(result.status, 0);
        const QJsonArray cells = result.json()["words"].toArray();
        // The decoder's input and its layers, two words each.
        QCOMPARE(cells.size() % ((sizesOfTheTranslator().decoder_layers + 1) * 2), 0);
        for (const QJsonValue& cell : cells)
            QCOMPARE(cell.toObject()["asked"].toString(), QStringLiteral("il"));
        QCOMPARE(cli({"lens", "--text", street, "--top", "2", "--csv"}).lines().size(), cells.size() + 1);
        const Result gap = cli({"lens", "--model", "gap", "--text", "The [MASK] was too tired."});
        QCOMPARE(gap.status, 0);
        QVERIFY(gap.output.contains("encoder.input"));
    }

    void votesAddUpToTheLogit()
    {
        const Result result = cli({"votes", "--text", street, "--word", "il", "--rival", "elle", "--json"});
        QCOMPARE(result.status, 0);
        QCOMPARE(result.json()["rival"].toString(), QStringLiteral("elle"));
        double sum = 0;
        const QJsonArray votes = result.json()["votes"].toArray();
        for (const QJsonValue& vote : votes)
            sum += vote.toObject()["logit"].toDouble();
        QVERIFY(std::abs(sum - result.json()["logit"].toDouble()) < 1e-3);
        // Heads of both attentions and a network in every layer; embedding, position, biases.
        const auto [encoder, decoder, heads] = sizesOfTheTranslator();
        QCOMPARE(votes.size(), decoder * (2 * heads + 1) + 3);
        QCOMPARE(cli({"votes", "--text", street, "--csv"}).lines().size(), votes.size() + 1);
    }

    void attributeSaysWhatEachWordDid()
    {
        const QStringList il{"attribute", "--text", street, "--word", "il"};
        for (const char* by : {"removed", "blanked", "gradient", "integrated"}) {
            const Result result = cli(il + QStringList{"--by", by, "--steps", "4", "--json"});
            QCOMPARE(result.status, 0);
            QCOMPARE(result.json()["method"].toString(), QString::fromLatin1(by));
            QVERIFY(std::abs(result.json()["rank_correlation"].toDouble()) <= 1);
            const QJsonArray tokens = result.json()["tokens"].toArray();
            QCOMPARE(tokens.size(), 14);
            // Without the animal "il" is unlikely; where the model is sure, the slope at that place may have either sign.
            const bool is_taken_out = QByteArray(by) == "removed" || QByteArray(by) == "blanked";
            QVERIFY(!is_taken_out || tokens[2].toObject()["part"].toDouble() > 0);
        }
        QCOMPARE(cli(il + QStringList{"--csv", "--head", "2", "--layer", "0"}).lines().size(), 15);
        QCOMPARE(cli(il + QStringList{"--by", "magic"}).status, 2);
        const Result changed =
            cli(il + QStringList{"--by", "gradient", "--off", "encoder.0.head.0", "--json"});
        QCOMPARE(changed.status, 0);
        QCOMPARE(changed.json()["tokens"].toArray().size(), 14);
        const Result gap =
            cli({"attribute", "--model", "gap", "--text", "The [MASK] was too tired.", "--by", "masked"});
        QCOMPARE(gap.status, 0);
    }

    void compareSaysWhereTwinsFirstDiffer()
    {
        const QStringList twins{
            "compare", "--text", street, "--with", QString(street).replace("tired", "wide")};
        const Result result = cli(twins + QStringList{"--json"});
        QCOMPARE(result.status, 0);
        QVERIFY(result.json()["answer"] != result.json()["other_answer"]);
        const QJsonArray tokens = result.json()["tokens"].toArray();
        QCOMPARE(tokens[11].toObject()["first"].toString(), QStringLiteral("encoder.input"));
        QCOMPARE(tokens[2].toObject()["first"].toString(), QStringLiteral("encoder.0.output"));
        QCOMPARE(cli(twins + QStringList{"--csv"}).lines().size(), tokens.size() + 1);
        const QStringList scores{"--tensor", "encoder.0.self_attention.scores", "--csv"};
        QCOMPARE(cli(twins + scores).lines().size(), 4 * 14 * 14 + 1);
        QCOMPARE(cli({"compare", "--text", street, "--with", "It was wide."}).status, 1);
        const Result next = cli({"compare", "--model", "next-word", "--text", "The animal was", "--with",
            "The street was", "--json"});
        QCOMPARE(next.status, 0);
        QVERIFY(!next.json()["tokens"].toArray().at(0).toObject().contains("first"));
    }

    void aBankGivesEvidenceForEveryHead()
    {
        const Result result = cli({"rank", "--bank", "--twins", "6", "--json"});
        QCOMPARE(result.status, 0);
        QCOMPARE(result.json()["twins"].toInt(), 6);
        const QJsonArray heads = result.json()["heads"].toArray();
        QCOMPARE(heads.size(), 16 + 3 * 8); // of the encoder; of the decoder, looking at itself and across
        for (const QJsonValue& value : heads) {
            const QJsonObject head = value.toObject();
            QCOMPARE(head.contains("looks"), head["head"].toString().startsWith("encoder."));
            QVERIFY(head["loses_low"].toDouble() <= head["loses"].toDouble());
            QVERIFY(head["loses_high"].toDouble() >= head["loses"].toDouble());
        }
        QCOMPARE(cli({"rank", "--bank", "--text", street}).status, 2);
        QCOMPARE(cli({"rank", "--bank", "--model", "gap"}).status, 1);
    }
};

QTEST_GUILESS_MAIN(TestCliEvidence)
#include "tst_cli_evidence.moc"
