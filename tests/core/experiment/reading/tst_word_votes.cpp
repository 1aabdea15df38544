#include "core/error.h"
#include "core/experiment/reading/word_votes.h"
#include "tests/builders/plain_transformer.h"
#include "tests/builders/small_model.h"

#include <QtTest>

#include <cmath>

using namespace glassformer;

namespace {

using Row = RowVector<double>;

/**
 * The same votes from above: how the logit answers to the stream at each height, with every norm's mean and deviation held.
 * Goes down through the records of the plain model, where the code under test goes up with vectors.
 */
class VotesFromAbove
{
public:
    VotesFromAbove(PlainTransformer& plain, int row, int id, int rival)
        : m_plain(plain)
        , m_config(plain.model.config)
        , m_row(row)
        , m_stack(m_config.hasDecoder() ? "decoder." : "encoder.")
    {
        m_answer = column(id) - (rival >= 0 ? column(rival) : Row(Row::Zero(m_config.d_model)));
        const StackWeights<double>& weights =
            m_config.hasDecoder() ? plain.model.weights.decoder : plain.model.weights.encoder;
        if (isBefore())
            throughNorm(at(m_stack + "1.output"), weights.norm);
        for (int layer = 1; layer >= 0; --layer) {
            const std::string name = m_stack + std::to_string(layer) + ".";
            const LayerWeights<double>& l = weights.layers[std::size_t(layer)];
            const bool has_cross = m_config.hasCrossAttention();
            block(name + (has_cross ? "cross_attention_residual" : "attention_residual"),
                name + "feed_forward.output", l.feed_forward_norm);
            votes[name + "feed_forward"] = m_answer.dot(at(name + "feed_forward.output"));
            if (has_cross) {
                block(name + "attention_residual", name + "cross_attention.output", l.cross_attention_norm);
                heads(name, "cross_attention.mixed/", "cross.head.", l.cross_attention.output);
            }
            block(layer == 0 ? m_stack + "input" : m_stack + "0.output", name + "self_attention.output",
                l.attention_norm);
            heads(name, "self_attention.mixed/", "head.", l.attention.output);
        }
        const std::string text = m_config.hasCrossAttention() ? "target." : "source.";
        votes["embedding"] = m_answer.dot(at(text + "embedding"));
        if (plain.records.count(text + "position") > 0)
            votes["position"] = m_answer.dot(at(text + "position"));
    }

    std::map<std::string, double> votes;

private:
    bool isBefore() const { return m_config.norm_placement == NormPlacement::Before; }
    Row at(const std::string& name) const { return m_plain.records.at(name).row(m_row); }

    Row column(int id) const
    {
        const auto& weights = m_plain.model.weights;
        const Row column = m_config.tied_output ? Row(weights.embedding.row(id))
                                                : Row(weights.output.weight.col(id).transpose());
        return m_config.scale_output ? Row(column / std::sqrt(double(m_config.d_model))) : column;
    }

    void throughNorm(const Row& normed, const NormWeights<double>& weights)
    {
        const bool has_mean = m_config.norm_kind == NormKind::Layer;
        double mean = 0, squares = 0;
        for (const double x : normed)
            mean += has_mean ? x / double(normed.size()) : 0;
        for (const double x : normed)
            squares += (x - mean) * (x - mean) / double(normed.size());
        m_answer = m_answer.cwiseProduct(weights.gain) / std::sqrt(squares + m_config.norm_epsilon);
        if (has_mean)
            m_answer.array() -= m_answer.mean();
    }

    void block(const std::string& stream, const std::string& output, const NormWeights<double>& norm)
    {
        if (!isBefore())
            throughNorm(at(stream) + at(output), norm);
    }

    void heads(
        const std::string& layer, const char* mixed, const char* head, const LinearWeights<double>& output)
    {
        const int d = m_config.headSize();
        for (int h = 0; h < m_config.n_heads; ++h)
            votes[layer + head + std::to_string(h)] =
                (at(layer + mixed + std::to_string(h)) * output.weight.middleRows(h * d, d)).dot(m_answer);
    }

    PlainTransformer& m_plain;
    const ModelConfig& m_config;
    int m_row;
    std::string m_stack;
    Row m_answer;
};

} // namespace

class TestWordVotes : public QObject
{
    Q_OBJECT

private slots:
    void everyVoteIsThatOfTheWayDown_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : small_model_kinds)
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void everyVoteIsThatOfTheWayDown()
    {
        QFETCH(QString, kind);
        const SmallModel small = smallModel(kind.toStdString(), GLASSFORMER_RESOURCES "/models");
        const auto trace = runOf(small.model, "The animal was too tired.");
        PlainTransformer plain{small.exact};
        plain.run(idsOf(trace->source), idsOf(trace->target));
        for (const bool has_rival : {false, true}) {
            const AskedWord asked = *askedWord(*trace, 2);
            const auto rival =
                has_rival ? std::optional(small.model->tokenizer.token(asked.token.id + 3)) : std::nullopt;
            const WordVotes found = wordVotes(*small.model, *trace, asked, rival);
            QVERIFY(std::abs(found.sum - found.logit) < 1e-4);
            QVERIFY(!found.holds_activation);
            VotesFromAbove expected(plain, 2, asked.token.id, has_rival ? rival->id : -1);
            for (const Vote& vote : found.votes)
                if (vote.kind != VoterKind::Biases) {
                    QVERIFY2(expected.votes.count(voterText(vote)) == 1, voterText(vote).c_str());
                    QVERIFY2(std::abs(expected.votes[voterText(vote)] - vote.logit) < 1e-4,
                        voterText(vote).c_str());
                    expected.votes.erase(voterText(vote));
                }
            QVERIFY(expected.votes.empty());
        }
    }

    void votesAddUpInEveryFamily_data()
    {
        QTest::addColumn<QString>("folder");
        for (const char* folder :
            {"albert", "bart", "bert", "distilbert", "ernie", "flan-t5", "gpt2", "llama3", "marian", "mbart",
                "mistral", "mt5", "openai-gpt", "qwen2-window", "qwen3", "roberta"})
            QTest::newRow(folder) << QString::fromLatin1(folder);
    }
    void votesAddUpInEveryFamily()
    {
        QFETCH(QString, folder);
        const auto model = std::make_shared<const Model>(
            Model::load(std::filesystem::path(GLASSFORMER_TEST_DATA "/models") / folder.toStdString()));
        RunRequest request;
        request.text = "The animal was too tired.";
        request.decoding.max_new_tokens = 4;
        if (const auto languages = model->targetLanguages(); !languages.empty())
            request.target_language = languages.front();
        const Trace trace = runLean(model, request);
        const WordVotes found = wordVotes(*model, trace, *askedWord(trace, 1));
        QVERIFY2(std::abs(found.sum - found.logit) < 1e-4 * std::max(1.0, std::abs(found.logit)),
            qPrintable(QString::number(found.sum - found.logit)));
        QCOMPARE(found.holds_activation, model->transformer.config.output_transform);
    }

    void whatChangesPutInIsAVoteOfItsOwn_data() { everyVoteIsThatOfTheWayDown_data(); }
    void whatChangesPutInIsAVoteOfItsOwn()
    {
        QFETCH(QString, kind);
        const SmallModel small = smallModel(kind.toStdString(), GLASSFORMER_RESOURCES "/models");
        const AttentionSite site =
            small.exact.config.hasDecoder() ? AttentionSite::DecoderSelf : AttentionSite::Encoder;
        Change set{layerTensor(site, 0, LayerPart::AttentionResidual), every, 2, 3};
        set.values = {5};
        Change logit{logits_tensor, every, 2};
        logit.values = {1};
        for (const Changes& changes : {Changes{set}, Changes{layerOff(site, 1)},
                 Changes{headOff({site, 0, 1})}, Changes{layerOff(site, 0), set, logit}}) {
            const auto trace = runOf(small.model, "The animal was too tired.", changes);
            const WordVotes found = wordVotes(*small.model, *trace, *askedWord(*trace, 2));
            QVERIFY(std::abs(found.sum - found.logit) < 1e-4);
            for (const Vote& vote : found.votes) {
                const bool is_out = (changes.front() == layerOff(site, 1) && vote.layer == 1)
                    || (changes.front() == headOff({site, 0, 1}) && vote.site == site && vote.layer == 0
                        && vote.head == 1);
                QVERIFY(!is_out || vote.logit == 0);
                if (vote.kind == VoterKind::Altered && changes.front() == headOff({site, 0, 1}))
                    QVERIFY(std::abs(vote.logit) < 1e-4);
            }
        }
    }

    void aRunWithoutItsVectorsIsRefused()
    {
        const SmallModel small =
            smallModel("decoder-only, norm after, sinusoidal", GLASSFORMER_RESOURCES "/models");
        Trace trace = *runOf(small.model, "The animal was too tired.");
        const AskedWord asked = *askedWord(trace, 2);
        trace.tensors.erase("decoder.0.self_attention.mixed");
        QVERIFY_EXCEPTION_THROWN(wordVotes(*small.model, trace, asked), Error);
    }
};

QTEST_GUILESS_MAIN(TestWordVotes)
#include "tst_word_votes.moc"
