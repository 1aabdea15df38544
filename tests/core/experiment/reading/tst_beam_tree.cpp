#include "core/experiment/reading/beam_tree.h"

#include "core/trace/record/tensor_slice.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

std::shared_ptr<const Model> bundled(const char* name)
{
    return std::make_shared<const Model>(
        Model::load(std::filesystem::path(GLASSFORMER_RESOURCES "/models/") / name));
}

} // namespace

/** The words that a beam search considers, held against runs that were made to write them. */
class TestBeamTree : public QObject
{
    Q_OBJECT

private slots:
    void aRoadIsAsLikelyAsTheModelFindsItsWordsOneAfterTheOther_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("row");
        QTest::newRow("translator") << "translator"
                                    << "fr" << 2;
        QTest::newRow("next word") << "next-word"
                                   << "" << 4;
    }
    void aRoadIsAsLikelyAsTheModelFindsItsWordsOneAfterTheOther()
    {
        QFETCH(QString, name);
        QFETCH(QString, language);
        QFETCH(int, row);
        const auto model = bundled(name.toUtf8().constData());
        RunRequest request;
        request.text = "The animal was too";
        request.target_language = language.toStdString();
        request.decoding.max_new_tokens = 12;
        const auto trace = std::make_shared<const Trace>(run(*model, request));
        QVERIFY(beamsFollow(*trace, row));
        const BeamTree tree = finish(*beamTreeJob(model, trace, request, row));
        QCOMPARE(tree.row, row);
        const std::vector<BeamNode>& nodes = tree.considered.nodes;
        QVERIFY(nodes.size() > 6 && tree.considered.best >= 0);
        for (const std::size_t node : {std::size_t(0), nodes.size() / 2, nodes.size() - 1}) {
            const std::vector<int> road = roadTo(tree, int(node));
            // The same words, because they are asked for.
            RunRequest asked = request;
            asked.forced_target.clear();
            const int first = trace->config.hasEncoder() ? 0 : trace->given - 1;
            for (int t = first; t < row; ++t)
                asked.forced_target.push_back(trace->written[std::size_t(t)].id);
            asked.forced_target.insert(asked.forced_target.end(), road.begin(), road.end());
            asked.decoding.max_new_tokens = int(asked.forced_target.size());
            const Trace forced = run(*model, asked);
            double sum = 0;
            for (std::size_t i = 0; i < road.size(); ++i)
                sum +=
                    std::log(double(wordScoresAt(forced, row + int(i)).probabilities[std::size_t(road[i])]));
            QVERIFY2(std::abs(sum - nodes[node].log_probability) < 1e-3,
                qPrintable(QStringLiteral("%1: %2, %3").arg(node).arg(sum).arg(nodes[node].log_probability)));
        }
    }

    void everyWordThatTheSearchWentOnFromIsShownWithItsRoad()
    {
        BeamTree tree{0, 2, {{}, 3}};
        tree.considered.nodes = {{7, -1, std::log(0.5), true, false}, {8, -1, std::log(0.25), true, false},
            {9, -1, std::log(0.1), false, false}, {5, 0, std::log(0.25), true, true},
            {6, 0, std::log(0.05), false, false}, {6, 1, std::log(0.2), true, false},
            {4, 1, std::log(0.01), false, false}, {3, 1, std::log(0.005), false, false}};
        QCOMPARE(roadTo(tree, 5), std::vector<int>({8, 6}));
        const std::vector<BeamRoad> roads = shownRoads(tree);
        std::vector<int> shown, parents;
        for (const BeamRoad& road : roads) {
            shown.push_back(road.node);
            parents.push_back(road.parent);
        }
        QCOMPARE(
            shown, std::vector<int>({0, 1, 2, 3, 4, 5, 6})); // of what is given up, the best behind each word
        QCOMPARE(parents, std::vector<int>({-1, -1, -1, 0, 0, 1, 1}));
        QVERIFY(roads[0].is_best && roads[3].is_best && !roads[1].is_best);
        QVERIFY(std::abs(roads[3].share - 0.5) < 1e-9 && std::abs(roads[3].probability - 0.25) < 1e-9);
    }

    void noBeamBeginsInWhatWasGivenOrInAModelThatDoesNotWrite()
    {
        RunRequest request;
        request.text = "The animal was too";
        const Trace next = run(*bundled("next-word"), request);
        QVERIFY(!beamsFollow(next, 0));
        QVERIFY(beamsFollow(next, next.given - 1));
        QVERIFY(!beamsFollow(next, next.rows()));
        request.text = "The animal was tired.";
        QVERIFY(!beamsFollow(run(*bundled("gap"), request), 1));
    }
};

QTEST_GUILESS_MAIN(TestBeamTree)
#include "tst_beam_tree.moc"
