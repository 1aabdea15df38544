#include "core/model/writing/sampling.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

/** The logits 0, ln 2, ln 4, whose probabilities are 1/7, 2/7, 4/7. */
class TestSampling : public QObject
{
    Q_OBJECT

private slots:
    void settingsGiveTheProbabilitiesWorkedByHand_data()
    {
        QTest::addColumn<double>("temperature");
        QTest::addColumn<int>("top_k");
        QTest::addColumn<double>("top_p");
        QTest::addColumn<QList<double>>("expected");
        QTest::newRow("as they are") << 1.0 << 0 << 1.0 << QList<double>{1 / 7., 2 / 7., 4 / 7.};
        QTest::newRow("colder") << 0.5 << 0 << 1.0 << QList<double>{1 / 21., 4 / 21., 16 / 21.};
        QTest::newRow("top 2") << 1.0 << 2 << 1.0 << QList<double>{0, 1 / 3., 2 / 3.};
        QTest::newRow("top 1") << 1.0 << 1 << 1.0 << QList<double>{0, 0, 1};
        QTest::newRow("half is reached by one") << 1.0 << 0 << 0.5 << QList<double>{0, 0, 1};
        QTest::newRow("0.6 needs two") << 1.0 << 0 << 0.6 << QList<double>{0, 1 / 3., 2 / 3.};
    }
    void settingsGiveTheProbabilitiesWorkedByHand()
    {
        QFETCH(double, temperature);
        QFETCH(int, top_k);
        QFETCH(double, top_p);
        QFETCH(QList<double>, expected);
        Decoding decoding;
        decoding.kind = DecodingKind::Sample;
        decoding.temperature = temperature;
        decoding.top_k = top_k;
        decoding.top_p = top_p;
        const std::vector<double> actual = nextWordProbabilities(m_logits, decoding);
        for (int i = 0; i < 3; ++i)
            QVERIFY(std::abs(actual[std::size_t(i)] - expected[i]) < 1e-6);
    }

    void greedyTakesTheLikeliest()
    {
        Random random(1);
        QCOMPARE(chooseToken(m_logits, {}, random), 2);
    }

    void drawsFollowTheProbabilitiesAndTheSeed()
    {
        Decoding decoding;
        decoding.kind = DecodingKind::Sample;
        Random random(7), same(7);
        std::array<int, 3> counts{};
        for (int i = 0; i < 7000; ++i) {
            const int drawn = chooseToken(m_logits, decoding, random);
            QCOMPARE(chooseToken(m_logits, decoding, same), drawn);
            ++counts[std::size_t(drawn)];
        }
        // Five standard deviations of a binomial count are below 210.
        QVERIFY(std::abs(counts[0] - 1000) < 210);
        QVERIFY(std::abs(counts[1] - 2000) < 210);
        QVERIFY(std::abs(counts[2] - 4000) < 210);
    }

private:
    const RowVector<float> m_logits = (RowVector<float>(3) << 0, std::log(2.0f), std::log(4.0f)).finished();
};

QTEST_APPLESS_MAIN(TestSampling)
#include "tst_sampling.moc"
