#include "core/error.h"
#include "core/experiment/effect/asked_word.h"
#include "core/experiment/effect/sentence_evidence.h"
#include "tests/builders/log_probability.h"
#include "tests/builders/plain_transformer.h"
#include "tests/builders/small_model.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

/** What heads do over sentences of one's own, beside a second implementation. */
class TestSentenceEvidence : public QObject
{
    Q_OBJECT

private slots:
    void everyHeadMovesTheWordAsInThePlainModel_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : small_model_kinds)
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void everyHeadMovesTheWordAsInThePlainModel()
    {
        QFETCH(QString, kind);
        const SmallModel small = smallModel(kind.toStdString(), GLASSFORMER_RESOURCES "/models");
        const ModelConfig& config = small.exact.config;
        std::vector<RunRequest> requests(2);
        requests[0].text = "The animal was too tired.";
        requests[1].text = "The dog was big.";
        for (RunRequest& request : requests) {
            request.decoding.max_new_tokens = 2;
            request.target_language = config.hasCrossAttention() ? "fr" : "";
        }
        const SentenceEvidence found = finish(*sentenceEvidenceJob(small.model, requests));
        QCOMPARE(found.sentences, 2);
        for (const HeadOverSentences& head : found.heads) {
            double sum = 0;
            for (std::size_t i = 0; i < requests.size(); ++i) {
                const Trace trace = runLean(small.model, requests[i]);
                const std::vector<int> target = idsOf(trace.target);
                const std::vector<int> source = config.hasEncoder() ? idsOf(trace.source) : target;
                const AskedWord& asked = found.asked[i];
                PlainTransformer whole{small.exact}, without{small.exact};
                without.hook = [&](const std::string& name, int index, Matrix<double>& rows) {
                    const char* const stack =
                        head.head.site == AttentionSite::Encoder ? "encoder." : "decoder.";
                    const char* const block = head.head.site == AttentionSite::DecoderCross
                        ? ".cross_attention.mixed"
                        : ".self_attention.mixed";
                    if (index == head.head.head && name == stack + std::to_string(head.head.layer) + block)
                        rows.setZero();
                };
                const double moved =
                    plainLogProbability(without.run(source, target), asked.position, asked.token.id)
                    - plainLogProbability(whole.run(source, target), asked.position, asked.token.id);
                QVERIFY(std::abs(double(head.each[i]) - moved) < 1e-4);
                sum += moved;
            }
            QVERIFY(std::abs(head.moved - sum / 2) < 1e-4);
        }
    }

    void aTextIsReadLineByLine()
    {
        const std::vector<std::string> sentences = sentencesIn("  The cat.\r\n\n\tA dog. \nlast", "x.txt");
        QCOMPARE(sentences.size(), std::size_t(3));
        QCOMPARE(QString::fromStdString(sentences[0]), QStringLiteral("The cat."));
        QCOMPARE(QString::fromStdString(sentences[1]), QStringLiteral("A dog."));
        QCOMPARE(sentencesIn("a\nb\nc", "x.txt", 2).size(), std::size_t(2));
        QVERIFY_EXCEPTION_THROWN(sentencesIn(" \n\r\n", "x.txt"), Error);
        QVERIFY_EXCEPTION_THROWN(sentenceEvidenceJob(nullptr, {}), Error);
    }
};

QTEST_GUILESS_MAIN(TestSentenceEvidence)
#include "tst_sentence_evidence.moc"
