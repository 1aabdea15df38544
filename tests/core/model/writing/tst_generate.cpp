#include "core/model/writing/generate.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace glassformer;

/** A random model with six words, small enough to score every sequence that it could write. */
class TestGenerate : public QObject
{
    Q_OBJECT

private slots:
    void aBeamOfOneIsGreedy()
    {
        for (std::uint32_t seed = 1; seed <= 10; ++seed) {
            const Transformer<float> model = modelOf(seed);
            QCOMPARE(generate(model, input(), beam(1)).ids, generate(model, input(), greedy()).ids);
        }
    }

    void aBeamAsWideAsAllSequencesFindsTheLikeliest()
    {
        for (std::uint32_t seed = 1; seed <= 5; ++seed) {
            const Transformer<float> model = modelOf(seed);
            double best = -1e9;
            std::vector<int> sequence;
            const std::function<void()> visit = [&] {
                if (!sequence.empty() && (sequence.back() == end || sequence.size() == length)) {
                    best = std::max(best, logLikelihood(model, sequence));
                    return;
                }
                for (int id = 0; id < words; ++id) {
                    sequence.push_back(id);
                    visit();
                    sequence.pop_back();
                }
            };
            visit();
            const double found = logLikelihood(model, generate(model, input(), beam(216)).ids);
            QVERIFY2(std::abs(found - best) < 1e-4, qPrintable(QString("%1 %2").arg(found).arg(best)));
        }
    }

    void readingOneByOneGivesTheLogitsOfReadingAtOnce_data()
    {
        QTest::addColumn<int>("placement");
        QTest::addColumn<int>("position");
        QTest::newRow("norm before, waves") << int(NormPlacement::Before) << int(PositionKind::Sinusoidal);
        QTest::newRow("norm after, learned") << int(NormPlacement::After) << int(PositionKind::Learned);
        QTest::newRow("norm before, no positions") << int(NormPlacement::Before) << int(PositionKind::None);
    }
    void readingOneByOneGivesTheLogitsOfReadingAtOnce()
    {
        QFETCH(int, placement);
        QFETCH(int, position);
        Transformer<float> model;
        model.config = modelOf(1).config;
        model.config.decoder_layers = 2;
        model.config.norm_placement = NormPlacement(placement);
        model.config.position_kind = PositionKind(position);
        Random random(9);
        model.weights = initialWeights<float>(model.config, random);
        const Changes changes{headOff({AttentionSite::DecoderSelf, 1, 0}),
            edgeCut(AttentionSite::DecoderSelf, 0, every, 3, 1),
            edgeCut(AttentionSite::DecoderCross, 1, 1, 4, 2)};
        const Controls<float> controls = controlsFor<float>(model.config, changes);

        const std::vector<int> target{start, 4, 3, 5, 4, 3};
        const Segments source_segments = Segments::single(int(source.size()));
        const Segments all = Segments::single(int(target.size())), one = Segments::single(1);
        const auto encoder = encode<float>(model, {source, source_segments});
        const auto at_once = decode<float>(model, encoder, source_segments, {target, all}, {&controls});
        DecoderCache<float> cache;
        for (std::size_t t = 0; t < target.size(); ++t) {
            const std::vector<int> token{target[t]};
            const auto step =
                decode<float>(model, encoder, source_segments, {token, one}, {&controls, false, &cache});
            const float difference =
                (step.output.row(0) - at_once.output.row(Eigen::Index(t))).cwiseAbs().maxCoeff();
            QVERIFY2(difference < 1e-5f, qPrintable(QString::number(double(difference))));
        }
        QCOMPARE(cache.rows, int(target.size()));
    }

    void forcedTokensAreWrittenAndGoneOnFrom()
    {
        const Transformer<float> model = modelOf(3);
        const std::vector<int> forced{4, 5};
        GenerationInput given = input();
        given.forced = forced;
        const Written written = generate(model, given, greedy());
        QCOMPARE(written.ids[0], 4);
        QCOMPARE(written.ids[1], 5);
    }

    /** No pair of tokens twice and none of word 3: chosen by hand from the logits of every step. */
    void rulesLeaveTheLikeliestWordThatTheyAllow()
    {
        int changed = 0;
        for (std::uint32_t seed = 1; seed <= 10; ++seed) {
            const Transformer<float> model = modelOf(seed);
            GenerationInput ruled = input();
            ruled.tokens.rules.no_repeat_ngram = 2;
            ruled.tokens.rules.suppressed = {3};
            Decoding decoding = greedy();
            decoding.max_new_tokens = 8;
            std::vector<int> read{start};
            for (int t = 0; t < 8 && (t == 0 || read.back() != end); ++t) {
                const RowVector<float> z = logitsBehind(model, read);
                int best = -1;
                for (int id = 0; id < words; ++id) {
                    bool is_pair_again = false;
                    for (std::size_t i = 1; i < read.size(); ++i)
                        is_pair_again = is_pair_again || (read[i - 1] == read.back() && read[i] == id);
                    if (id != 3 && !is_pair_again && (best < 0 || z(id) > z(best)))
                        best = id;
                }
                Eigen::Index likeliest = 0;
                z.maxCoeff(&likeliest);
                changed += likeliest != best;
                read.push_back(best);
            }
            const std::vector<int> expected(read.begin() + 1, read.end());
            QCOMPARE(generate(model, ruled, decoding).ids, expected);
        }
        QVERIFY(changed > 10);
    }

    /** A beam as wide as all sequences: the best of them by penalised logarithms, which transformers does not norm again. */
    void aBeamAddsUpWhatTheRulesLeave()
    {
        for (std::uint32_t seed = 1; seed <= 5; ++seed) {
            const Transformer<float> model = modelOf(seed);
            GenerationInput ruled = input();
            ruled.tokens.rules.repetition_penalty = 1.5;
            ruled.tokens.rules.suppressed = {3};
            const auto score = [&model](const std::vector<int>& written) {
                std::vector<int> read{start};
                double sum = 0;
                for (const int id : written) {
                    const RowVector<float> z = logitsBehind(model, read);
                    double total = 0;
                    for (int other = 0; other < words; ++other)
                        total += std::exp(double(z(other)));
                    const double log_probability = double(z(id)) - std::log(total);
                    const bool was_there = std::find(read.begin(), read.end(), id) != read.end();
                    sum += id == 3 ? -1e9 : was_there ? 1.5 * log_probability : log_probability;
                    read.push_back(id);
                }
                return sum;
            };
            double best = -1e9;
            std::vector<int> sequence;
            const std::function<void()> visit = [&] {
                if (!sequence.empty() && (sequence.back() == end || sequence.size() == length)) {
                    best = std::max(best, score(sequence));
                    return;
                }
                for (int id = 0; id < words; ++id) {
                    sequence.push_back(id);
                    visit();
                    sequence.pop_back();
                }
            };
            visit();
            const double found = score(generate(model, ruled, beam(216)).ids);
            QVERIFY2(std::abs(found - best) < 1e-4, qPrintable(QString("%1 %2").arg(found).arg(best)));
        }
    }

    void aRaisedFlagStopsIt()
    {
        CancelFlag cancel;
        cancel.raise();
        QVERIFY_EXCEPTION_THROWN(generate(modelOf(1), input(), greedy(), cancel), Cancelled);
    }

private:
    static constexpr int words = 6, start = 1, end = 2;
    static constexpr std::size_t length = 3;
    static constexpr std::array<int, 3> source{3, 4, 5};

    static Transformer<float> modelOf(std::uint32_t seed)
    {
        Transformer<float> model;
        model.config.vocabulary = words;
        model.config.d_model = 8;
        model.config.n_heads = 2;
        model.config.d_ff = 16;
        model.config.encoder_layers = 1;
        model.config.decoder_layers = 1;
        model.config.max_length = 16;
        Random random(seed);
        model.weights = initialWeights<float>(model.config, random);
        return model;
    }
    static GenerationInput input() { return {source, {start}, {start, -1, {end}, {}}, {}, nullptr}; }
    static Decoding greedy()
    {
        Decoding decoding;
        decoding.max_new_tokens = int(length);
        return decoding;
    }
    static Decoding beam(int size)
    {
        Decoding decoding = greedy();
        decoding.kind = DecodingKind::Beam;
        decoding.beam_size = size;
        decoding.length_penalty = 0;
        return decoding;
    }
    static RowVector<float> logitsBehind(const Transformer<float>& model, const std::vector<int>& read)
    {
        const Segments source_segments = Segments::single(int(source.size()));
        const auto encoder = encode<float>(model, {source, source_segments});
        const auto decoder =
            decode<float>(model, encoder, source_segments, {read, Segments::single(int(read.size()))});
        return logits(model, decoder.output).bottomRows(1).row(0);
    }
    static double logLikelihood(const Transformer<float>& model, const std::vector<int>& written)
    {
        std::vector<int> read{start};
        read.insert(read.end(), written.begin(), written.end() - 1);
        const Segments source_segments = Segments::single(int(source.size()));
        const Segments target_segments = Segments::single(int(read.size()));
        const auto encoder = encode<float>(model, {source, source_segments});
        const auto decoder = decode<float>(model, encoder, source_segments, {read, target_segments});
        const Matrix<float> z = logits(model, decoder.output);
        double sum = 0;
        for (std::size_t t = 0; t < written.size(); ++t) {
            double total = 0;
            for (int id = 0; id < words; ++id)
                total += std::exp(double(z(Eigen::Index(t), id)));
            sum += double(z(Eigen::Index(t), written[t])) - std::log(total);
        }
        return sum;
    }
};

QTEST_APPLESS_MAIN(TestGenerate)
#include "tst_generate.moc"
