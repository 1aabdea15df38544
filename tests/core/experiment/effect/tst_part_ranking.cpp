#include "core/error.h"
#include "core/experiment/effect/part_ranking.h"
#include "tests/builders/log_probability.h"
#include "tests/builders/plain_transformer.h"
#include "tests/builders/small_model.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace glassformer;

namespace {

const std::string text = "The animal was too tired.";

/** The plain model, with a part taken out by a hook that reads nothing but its name. */
class PlainTrial
{
public:
    PlainTrial(const SmallModel& small, const Trace& trace)
        : m_small(small)
        , m_source(idsOf(trace.source))
        , m_target(idsOf(trace.target))
    {
        PlainTransformer whole{m_small.exact};
        whole.run(source(), m_target);
        m_records = whole.records;
    }

    double logOfWord(const std::vector<ModelPart>& parts, const AskedWord& asked, bool mean)
    {
        PlainTransformer plain{m_small.exact};
        for (const ModelPart& part : parts)
            if (part.kind == PartKind::Layer)
                plain.layer_off[(part.site == AttentionSite::Encoder ? "encoder." : "decoder.")
                    + std::to_string(part.layer)] = true;
        plain.hook = [&](const std::string& name, int head, Matrix<double>& rows) {
            for (const ModelPart& part : parts)
                takeOut(part, name, head, rows, mean);
        };
        return plainLogProbability(plain.run(source(), m_target), asked.position, asked.token.id);
    }

private:
    const std::vector<int>& source() const { return m_small.exact.config.hasEncoder() ? m_source : m_target; }

    void takeOut(
        const ModelPart& part, const std::string& name, int head, Matrix<double>& rows, bool mean) const
    {
        const char* const stack = part.site == AttentionSite::Encoder ? "encoder." : "decoder.";
        const char* const block =
            part.site == AttentionSite::DecoderCross ? ".cross_attention." : ".self_attention.";
        if (part.kind == PartKind::Layer)
            return;
        if (part.kind == PartKind::Edge) {
            const bool is_there =
                name.rfind(stack, 0) == 0 && name.find(std::string(block) + "masked") != std::string::npos;
            if (is_there)
                rows(part.query, part.key) = -std::numeric_limits<double>::infinity();
            return;
        }
        std::string at = stack + std::to_string(part.layer);
        at += part.kind == PartKind::FeedForward ? ".feed_forward.output"
            : part.kind == PartKind::Head        ? std::string(block) + "mixed"
                                                 : std::string(block) + "output";
        if (name != at || (part.kind == PartKind::Head && head != part.head))
            return;
        if (!mean) {
            rows.setZero();
            return;
        }
        const Matrix<double>& before =
            m_records.at(part.kind == PartKind::Head ? at + "/" + std::to_string(head) : at);
        for (int j = 0; j < rows.cols(); ++j) {
            double sum = 0;
            for (int i = 0; i < before.rows(); ++i)
                sum += before(i, j);
            for (int i = 0; i < rows.rows(); ++i)
                rows(i, j) = sum / double(before.rows());
        }
    }

    const SmallModel& m_small;
    std::vector<int> m_source, m_target;
    std::map<std::string, Matrix<double>> m_records;
};

WordQuestion questionOf(const SmallModel& small, Changes changes = {})
{
    WordQuestion question{small.model, runOf(small.model, text, std::move(changes)), {}};
    const bool has_decoder = small.exact.config.hasDecoder();
    question.asked = *askedWord(*question.trace, has_decoder ? question.trace->rows() - 2 : 2);
    return question;
}

RankingTask everyPart(const WordQuestion& question, Ablation ablation)
{
    const ModelConfig& config = question.trace->config;
    RankingTask task{headsOf(config), ablation};
    for (const auto& more : {attentionsOf(config), feedForwardsOf(config), wholeLayersOf(config),
             edgesOf(config, int(question.trace->source.size()), question.asked.position)})
        task.parts.insert(task.parts.end(), more.begin(), more.end());
    return task;
}

} // namespace

/** Every effect is that of a second implementation with the part taken out by hand. */
class TestPartRanking : public QObject
{
    Q_OBJECT

private:
    static void kinds()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : small_model_kinds)
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    static SmallModel fetched()
    {
        QFETCH(QString, kind);
        return smallModel(kind.toStdString(), GLASSFORMER_RESOURCES "/models");
    }

private slots:
    void everyPartMovesTheWordAsInThePlainModel_data() { kinds(); }
    void everyPartMovesTheWordAsInThePlainModel()
    {
        const SmallModel small = fetched();
        const WordQuestion question = questionOf(small);
        PlainTrial plain(small, *question.trace);
        for (const bool mean : {false, true}) {
            const RankingTask task = everyPart(question, mean ? Ablation::Mean : Ablation::Zero);
            const PartRanking ranking = finish(*partRankingJob(question, task));
            QCOMPARE(ranking.single.size(), task.parts.size());
            const double before = plain.logOfWord({}, question.asked, mean);
            double largest = std::numeric_limits<double>::infinity();
            for (const PartEffect& found : ranking.single) {
                const double after = plain.logOfWord(found.parts, question.asked, mean);
                QVERIFY2(std::abs(found.effect.after - after) < 1e-4,
                    qPrintable(QString::fromStdString(partText(found.parts.front()))));
                QVERIFY(std::abs(found.effect.before - before) < 1e-4);
                QVERIFY(std::abs(found.effect.moved()) <= largest);
                largest = std::abs(found.effect.moved());
            }
            QVERIFY(std::abs(ranking.single.front().effect.moved()) > 1e-3);
        }
    }

    void aGroupGrowsByTheHeadThatTakesMost_data() { kinds(); }
    void aGroupGrowsByTheHeadThatTakesMost()
    {
        const SmallModel small = fetched();
        const WordQuestion question = questionOf(small);
        PlainTrial plain(small, *question.trace);
        const PartRanking ranking = finish(*partRankingJob(question, {{}, Ablation::Zero, 3}));
        QCOMPARE(ranking.groups.size(), std::size_t(3));
        std::vector<ModelPart> group;
        for (const PartEffect& found : ranking.groups) {
            QCOMPARE(std::vector<ModelPart>(found.parts.begin(), found.parts.end() - 1), group);
            const double after = plain.logOfWord(found.parts, question.asked, false);
            QVERIFY(std::abs(found.effect.after - after) < 1e-4);
            for (const ModelPart& head : headsOf(small.exact.config)) {
                if (std::find(group.begin(), group.end(), head) != group.end())
                    continue;
                std::vector<ModelPart> other = group;
                other.push_back(head);
                QVERIFY(plain.logOfWord(other, question.asked, false) > after - 1e-4);
            }
            group = found.parts;
        }
    }

    void aHeadIsOutAsIfItsRowsOfTheOutputMatrixWereZero()
    {
        const SmallModel small =
            smallModel("encoder-decoder, norm before, learned", GLASSFORMER_RESOURCES "/models");
        const WordQuestion question = questionOf(small);
        const PartRanking ranking = finish(*partRankingJob(question, {headsOf(small.exact.config)}));
        for (const PartEffect& found : ranking.single) {
            const ModelPart& head = found.parts.front();
            Model edited = *small.model;
            auto& layer = (head.site == AttentionSite::Encoder ? edited.transformer.weights.encoder
                                                               : edited.transformer.weights.decoder)
                              .layers[std::size_t(head.layer)];
            auto& block = head.site == AttentionSite::DecoderCross ? layer.cross_attention : layer.attention;
            block.output.weight.middleRows(head.head * 4, 4).setZero();
            RunRequest request{text, "fr", {}, {}, {}};
            request.decoding.max_new_tokens = 5;
            for (const Token& token : question.trace->written)
                request.forced_target.push_back(token.id);
            const Trace without = run(edited, request);
            const Tensor& logits = *without.tensor("logits");
            const auto width = std::size_t(logits.shape[1]);
            double total = 0;
            for (std::size_t w = 0; w < width; ++w)
                total += std::exp(double(logits.values[std::size_t(question.asked.position) * width + w]));
            const double word = double(logits.values[std::size_t(question.asked.position) * width
                + std::size_t(question.asked.token.id)]);
            QVERIFY(std::abs(found.effect.after - (word - std::log(total))) < 1e-4);
        }
    }

    void partsAreTriedOnTopOfTheChangesThatTheRunHas_data() { kinds(); }
    void partsAreTriedOnTopOfTheChangesThatTheRunHas()
    {
        const SmallModel small = fetched();
        const auto heads = headsOf(small.exact.config);
        const WordQuestion question = questionOf(small, {partOff(heads.front(), Ablation::Zero)});
        PlainTrial plain(small, *question.trace);
        const PartRanking ranking = finish(*partRankingJob(question, {heads}));
        for (const PartEffect& found : ranking.single) {
            const double after = plain.logOfWord({heads.front(), found.parts.front()}, question.asked, false);
            QVERIFY(std::abs(found.effect.after - after) < 1e-4);
        }
    }

    void whatIsKnownSoFarIsPublished()
    {
        const SmallModel small =
            smallModel("decoder-only, norm before, rotary", GLASSFORMER_RESOURCES "/models");
        const WordQuestion question = questionOf(small);
        const auto job = partRankingJob(question, everyPart(question, Ablation::Zero));
        std::uint64_t done = 0, total = 0;
        const JobWatch watch{{}, [&](std::uint64_t d, std::uint64_t t) { done = d, total = t; }};
        QVERIFY(job->advance(watch));
        const auto first = job->takeNews();
        QVERIFY(first && !first->single.empty() && first->tried < first->trials);
        QCOMPARE(int(done), first->tried);
        QCOMPARE(int(total), first->trials);
        while (job->advance(watch)) { }
        const auto whole = job->takeNews();
        QCOMPARE(whole->tried, whole->trials);
    }

    void inARecordedRunNothingCanBeTried()
    {
        const SmallModel small =
            smallModel("decoder-only, norm after, sinusoidal", GLASSFORMER_RESOURCES "/models");
        WordQuestion question = questionOf(small);
        Trace recorded = *question.trace;
        recorded.state.reset();
        question.trace = std::make_shared<const Trace>(recorded);
        QVERIFY_EXCEPTION_THROWN(partRankingJob(question, {}), Error);
    }
};

QTEST_GUILESS_MAIN(TestPartRanking)
#include "tst_part_ranking.moc"
