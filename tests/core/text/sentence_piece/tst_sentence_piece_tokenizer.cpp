#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/text/sentence_piece/sentence_piece_tokenizer.h"
#include "tests/builders/hang.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace glassformer;

namespace {

const QString folder = QStringLiteral(GLASSFORMER_TEST_DATA "/sentencepiece/");

SentencePieceTokenizer open(const QString& name)
{
    const std::string path = (folder + name).toStdString();
    return SentencePieceTokenizer::fromBytes(readFile(pathFromText(path), 1 << 20), name.toStdString());
}

} // namespace

class TestSentencePieceTokenizer : public QObject
{
    Q_OBJECT

private slots:
    /** expected.json holds what SentencePiece 0.1.97 made of the same texts (tests/parity/sentencepiece). */
    void agreesWithSentencePiece_data()
    {
        QTest::addColumn<QString>("model");
        for (const char* name : {"unigram_rules", "unigram_bytes", "unigram_suffix", "bpe_rules", "bpe_bytes",
                 "bpe_spaces", "char_rules", "word_rules"}) {
            QTest::newRow(name) << QString(name) + ".model";
        }
    }

    void agreesWithSentencePiece()
    {
        QFETCH(QString, model);
        QFile file(folder + "expected.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).object()[model].toArray();
        QVERIFY(rows.size() > 30);
        const SentencePieceTokenizer tokenizer = open(model);
        for (const QJsonValue& row : rows) {
            const SentencePieceEncoding encoding = tokenizer.encode(row["text"].toString().toStdString());
            const QJsonArray ids = row["ids"].toArray();
            const QJsonArray pieces = row["pieces"].toArray();
            QCOMPARE(static_cast<qsizetype>(encoding.tokens.size()), ids.size());
            std::vector<int> numbers;
            for (qsizetype i = 0; i < ids.size(); ++i) {
                const SentencePieceToken& token = encoding.tokens[static_cast<std::size_t>(i)];
                QCOMPARE(token.id, ids[i].toInt());
                QCOMPARE(token.text, pieces[i].toString().toStdString());
                numbers.push_back(token.id);
            }
            QCOMPARE(tokenizer.decode(numbers), row["decoded"].toString().toStdString());
        }
    }

    void piecesKnowWhereTheyStand()
    {
        const SentencePieceTokenizer tokenizer = open("char_rules.model");
        // Bytes: "ﬁ" 0 to 3, two spaces 3 to 5, "½" 5 to 7.
        const SentencePieceEncoding encoding = tokenizer.encode("ﬁ  ½");
        QCOMPARE(encoding.normalized.text, std::string("▁fi▁1⁄2"));
        QVERIFY((encoding.tokens[0].span == TextSpan{0, 0}));
        QVERIFY((encoding.tokens[1].span == TextSpan{0, 3}));
        QVERIFY((encoding.tokens[2].span == TextSpan{0, 3}));
        QVERIFY((encoding.tokens[3].span == TextSpan{3, 5}));
        QVERIFY((encoding.tokens.back().span == TextSpan{5, 7}));
    }

    void cutsAMillionEqualLetters_data() { agreesWithSentencePiece_data(); }

    void cutsAMillionEqualLetters()
    {
        QFETCH(QString, model);
        const SentencePieceTokenizer tokenizer = open(model);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!tokenizer.encode(std::string(1'000'000, 'a')).tokens.empty());
        QVERIFY2(timer.elapsed() < hang_milliseconds, qPrintable(QString::number(timer.elapsed())));
    }

    void refusesAnIdOutsideTheModel()
    {
        const SentencePieceTokenizer tokenizer = open("char_rules.model");
        for (const int id : {-1, static_cast<int>(tokenizer.file().pieces.size())})
            QVERIFY_EXCEPTION_THROWN(tokenizer.decode(std::vector<int>{id}), Error);
    }
};

QTEST_GUILESS_MAIN(TestSentencePieceTokenizer)
#include "tst_sentence_piece_tokenizer.moc"
