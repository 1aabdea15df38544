#include "core/experiment/attention/head_maps.h"

#include "core/model/tensor_name.h"
#include "core/trace/record/tensor_slice.h"

#include <QtTest>

using namespace glassformer;

/** Maps of one head over several sentences are those of runs of their own. */
class TestHeadMaps : public QObject
{
    Q_OBJECT

private slots:
    void everyMapIsThatOfARunOfItsSentence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("site");
        QTest::newRow("encoder") << "translator" << int(AttentionSite::Encoder);
        QTest::newRow("cross-attention") << "translator" << int(AttentionSite::DecoderCross);
        QTest::newRow("decoder alone") << "next-word" << int(AttentionSite::DecoderSelf);
        QTest::newRow("encoder alone") << "gap" << int(AttentionSite::Encoder);
    }

    void everyMapIsThatOfARunOfItsSentence()
    {
        QFETCH(QString, name);
        QFETCH(int, site);
        const auto model = std::make_shared<const Model>(
            Model::load((QStringLiteral(GLASSFORMER_RESOURCES "/models/") + name).toStdU16String()));
        const HeadName head{AttentionSite(site), 1, 1};
        std::vector<RunRequest> requests(2);
        requests[0].text = "The animal was tired.";
        requests[1].text = "The street was too wide.";
        for (RunRequest& request : requests) {
            request.target_language = model->transformer.config.hasCrossAttention() ? "fr" : "";
            request.decoding.max_new_tokens = 3;
        }
        const std::vector<HeadMap> maps = finish(*headMapsJob(model, requests, head));
        QCOMPARE(maps.size(), requests.size());
        for (std::size_t i = 0; i < maps.size(); ++i) {
            const Trace trace = run(*model, requests[i]);
            const MatrixSlice weights =
                headOf(trace, attentionTensor(head.site, head.layer, AttentionPart::Weights), head.head);
            QVERIFY(maps[i].request == requests[i]);
            QCOMPARE(maps[i].rows, weights.rows);
            QCOMPARE(maps[i].columns, weights.columns);
            QCOMPARE(maps[i].queries, weights.rows);
            QCOMPARE(maps[i].keys, weights.columns);
            QCOMPARE(maps[i].weights, std::vector<float>(weights.values().begin(), weights.values().end()));
        }
        QVERIFY(maps[0].weights != maps[1].weights);
    }

    void whatIsKnownSoFarIsPublished()
    {
        const auto model = std::make_shared<const Model>(Model::load(GLASSFORMER_RESOURCES "/models/gap"));
        std::vector<RunRequest> requests(3);
        for (RunRequest& request : requests)
            request.text = "The animal was tired.";
        const auto job = headMapsJob(model, requests, {AttentionSite::Encoder, 0, 0});
        QVERIFY(job->advance({}));
        QCOMPARE(job->takeNews()->size(), std::size_t(1));
        QCOMPARE(finish(*job).size(), std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestHeadMaps)
#include "tst_head_maps.moc"
