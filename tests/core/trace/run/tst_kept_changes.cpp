#include "core/model/changes/change_text.h"
#include "core/trace/run/kept_changes.h"

#include <QtTest>

using namespace glassformer;

/** Changes follow their tokens into another text, or are dropped with a reason. */
class TestKeptChanges : public QObject
{
    Q_OBJECT

private slots:
    void aChangeGoesWhereItsTokenIs_data()
    {
        QTest::addColumn<int>("encoder_layers");
        QTest::addColumn<int>("decoder_layers");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("kept"); // empty: dropped
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, int encoder, int decoder, const char* change, const char* kept,
                             const char* reason) {
            QTest::newRow(name) << encoder << decoder << change << kept << reason;
        };
        // "1 2 3 4 5" becomes "1 2 7 8 4 5": 3 went, 4 and 5 stand one place farther.
        const char* const head = "encoder.0.self_attention.mixed[head 1] = 0";
        row("no token", 2, 2, head, head, "");
        row("same place", 2, 2, "encoder.0.output[token 1] = 0", "encoder.0.output[token 1] = 0", "");
        row("moved", 2, 2, "encoder.0.output[token 3] = 0", "encoder.0.output[token 4] = 0",
            "moved with its token");
        row("gone", 2, 2, "encoder.0.output[token 2] = 0", "", "no longer has its token");
        row("beyond", 2, 2, "encoder.0.output[token 5] = 0", "", "no longer has its token");
        row("edge", 2, 2, "encoder.self_attention.masked[query 4, key 1] = cut",
            "encoder.self_attention.masked[query 5, key 1] = cut", "moved with its token");
        row("edge to what is gone", 2, 2, "encoder.self_attention.masked[query 4, key 2] = cut", "",
            "no longer has");
        row("key of the text", 2, 2, "decoder.0.cross_attention.masked[key 3] = cut",
            "decoder.0.cross_attention.masked[key 4] = cut", "moved with its token");
        row("query of the answer", 2, 2, "decoder.0.cross_attention.masked[query 3, key 3] = cut", "",
            "written anew");
        row("row of the answer", 2, 2, "decoder.0.output[token 0] = 0", "", "written anew");
        row("row of one text", 0, 2, "decoder.0.output[token 4] = 0", "decoder.0.output[token 5] = 0",
            "moved");
        row("written behind one text", 0, 2, "decoder.0.output[token 6] = 0", "", "no longer has");
        row("source of one text", 0, 2, "source.embedding[token 3] = 0", "source.embedding[token 4] = 0",
            "moved");
        row("encoder alone", 2, 0, "encoder.1.feed_forward.hidden[token 3, dimension 3] = 1",
            "encoder.1.feed_forward.hidden[token 4, dimension 3] = 1", "moved");
        row("places", 2, 0, "encoder.position = [1, 0]", "", "no longer has");
        row("off", 2, 0, "encoder.position = off", "encoder.position = off", "");
        row("another model", 2, 0, "encoder.7.output = off", "", "layer 7");
        row("without a decoder", 2, 0, "decoder.0.output = off", "", "no record");
    }
    void aChangeGoesWhereItsTokenIs()
    {
        QFETCH(int, encoder_layers);
        QFETCH(int, decoder_layers);
        QFETCH(QString, change);
        QFETCH(QString, kept);
        QFETCH(QString, reason);
        ModelConfig config;
        config.d_model = 8;
        config.n_heads = 2;
        config.d_ff = 12;
        config.encoder_layers = encoder_layers;
        config.decoder_layers = decoder_layers;
        const KeptChanges result =
            keptFor({changeFromText(change.toStdString())}, config, {1, 2, 3, 4, 5}, {1, 2, 7, 8, 4, 5});
        QCOMPARE(result.changes.size(), std::size_t(kept.isEmpty() ? 0 : 1));
        if (!kept.isEmpty())
            QCOMPARE(QString::fromStdString(changeText(result.changes.front())), kept);
        QCOMPARE(result.reasons.size(), std::size_t(reason.isEmpty() ? 0 : 1));
        if (!reason.isEmpty()) {
            const QString told = QString::fromStdString(result.reasons.front().english());
            QVERIFY2(told.contains(reason) && told.contains(change), qPrintable(told));
        }
    }

    void theSameTextKeepsAll()
    {
        const Changes changes{
            changeFromText("decoder.0.output[token 40] = 0"), changeFromText("encoder.position = [1, 0]")};
        const KeptChanges kept = keptFor(changes, ModelConfig{}, {1, 2}, {1, 2});
        QVERIFY(kept.changes == changes && kept.reasons.empty());
    }

    void aShorterTextDropsWhatLayBehind()
    {
        const KeptChanges kept = keptFor({changeFromText("encoder.0.output[token 1] = 0"),
                                             changeFromText("encoder.0.output[token 0] = 0")},
            ModelConfig{}, {5, 5, 5}, {5});
        QCOMPARE(kept.changes.size(), std::size_t(1));
        QCOMPARE(kept.changes.front().row, 0);
    }
};

QTEST_GUILESS_MAIN(TestKeptChanges)
#include "tst_kept_changes.moc"
