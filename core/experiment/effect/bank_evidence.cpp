#include "core/experiment/effect/bank_evidence.h"

#include "core/error.h"
#include "core/experiment/effect/model_part.h"
#include "core/experiment/effect/removed_heads.h"
#include "core/experiment/effect/word_trial.h"
#include "core/model/tensor_name.h"
#include "core/trace/record/tensor_slice.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace glassformer {
namespace {

double weightOn(const MatrixSlice& weights, int query, const TokenSpan& keys)
{
    double sum = 0;
    for (int key = keys.begin; key < keys.end && key < weights.columns; ++key)
        sum += static_cast<double>(weights(query, key));
    return sum;
}

/** Weight on what is meant minus that on the rival; above 0 it looks right. */
double leadOf(const Trace& run, const BankSentence& sentence, const HeadName& head)
{
    const MatrixSlice weights =
        headOf(run, attentionTensor(head.site, head.layer, AttentionPart::Weights), head.head);
    return sentence.query < weights.rows ? weightOn(weights, sentence.query, sentence.right)
            - weightOn(weights, sentence.query, sentence.wrong)
                                         : 0;
}

/** How far the right word's logit lies above the other's. */
float distanceOf(const RowVector<float>& logits, const BankSentence& sentence)
{
    return logits(sentence.word) - logits(sentence.rival);
}

class BankEvidenceJob final : public JobOf<BankEvidence>
{
public:
    BankEvidenceJob(std::shared_ptr<const Model> model, std::vector<BankTwin> bank)
        : m_model(std::move(model))
        , m_bank(std::make_shared<const std::vector<BankTwin>>(std::move(bank)))
    {
        if (m_bank->empty())
            throw Error(
                {Message::tr("a bank without sentences"), {}, Message::tr("at least one pair of twins"), {}});
        m_found.bank = m_bank;
        m_found.of = static_cast<int>(m_bank->size());
        for (const ModelPart& part : headsOf(m_model->transformer.config)) {
            const HeadName head{part.site, part.layer, part.head};
            m_found.heads.push_back({head, isRemoved(m_model->transformer, head)});
        }
    }

    bool advance(const JobWatch& watch) override
    {
        const BankTwin& twin = (*m_bank)[static_cast<std::size_t>(m_found.twins)];
        const std::array<WordTrials, 2> trials{trialsOf(twin[0], watch), trialsOf(twin[1], watch)};
        const std::array<float, 2> whole{
            distanceOf(trials[0].logits(), twin[0]), distanceOf(trials[1].logits(), twin[1])};
        const bool is_right = whole[0] > 0 && whole[1] > 0;
        m_found.right += is_right ? 1 : 0;
        for (HeadEvidence& head : m_found.heads)
            tryHead(head, twin, trials, whole, watch.cancel);
        ++m_found.twins;
        if (watch.progress)
            watch.progress(std::uint64_t(m_found.twins), std::uint64_t(m_found.of));
        publish(m_found);
        return m_found.twins < m_found.of;
    }

    Message doing() const override { return Message::tr("Trying every head on many sentences"); }

private:
    static void tryHead(HeadEvidence& head, const BankTwin& twin, const std::array<WordTrials, 2>& trials,
        const std::array<float, 2>& whole, const CancelFlag& cancel)
    {
        HeadInTwin found;
        if (head.head.site == twin[0].site && head.head.site == twin[1].site) {
            const double lead = std::min(
                leadOf(trials[0].trace(), twin[0], head.head), leadOf(trials[1].trace(), twin[1], head.head));
            found.lead = static_cast<float>(lead);
            head.looks = head.looks.value_or(0) + (lead > 0 ? 1 : 0);
        }
        std::array<float, 2> without{};
        for (std::size_t i = 0; i < 2; ++i) {
            without[i] = distanceOf(trials[i].logits({headOff(head.head)}, cancel), twin[i]);
            found.moved += (without[i] - whole[i]) / 2;
        }
        const bool is_right = whole[0] > 0 && whole[1] > 0;
        const bool is_right_without = without[0] > 0 && without[1] > 0;
        head.right_without += is_right_without ? 1 : 0;
        head.lost += is_right && !is_right_without ? 1 : 0;
        head.in_twins.push_back(found);
    }

    WordTrials trialsOf(const BankSentence& sentence, const JobWatch& watch) const
    {
        const auto trace = std::make_shared<const Trace>(runLean(m_model, sentence.request, watch.cancel));
        return WordTrials({m_model, trace, {sentence.row, m_model->tokenizer.token(sentence.word)}});
    }

    const std::shared_ptr<const Model> m_model;
    const std::shared_ptr<const std::vector<BankTwin>> m_bank;
    BankEvidence m_found;
};

} // namespace

double HeadEvidence::moved() const
{
    double sum = 0;
    for (const HeadInTwin& twin : in_twins)
        sum += static_cast<double>(twin.moved);
    return in_twins.empty() ? 0 : sum / static_cast<double>(in_twins.size());
}

ShareInterval shareOf(int count, int n)
{
    if (n <= 0)
        return {};
    constexpr double z = 1.959963984540054; // 97.5 % of a normal distribution lie below
    const double share = double(count) / n, scale = 1 + z * z / n;
    const double middle = (share + z * z / (2.0 * n)) / scale;
    const double half = z / scale * std::sqrt(share * (1 - share) / n + z * z / (4.0 * n * n));
    return {share, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::vector<int> exampleTwins(const HeadEvidence& head, int count, bool strongest)
{
    std::vector<int> twins(head.in_twins.size());
    std::iota(twins.begin(), twins.end(), 0);
    const auto sizeOf = [&](int twin) {
        const HeadInTwin& found = head.in_twins[static_cast<std::size_t>(twin)];
        const float size = found.lead ? *found.lead : -found.moved;
        return strongest ? -size : size;
    };
    std::stable_sort(
        twins.begin(), twins.end(), [&](int one, int other) { return sizeOf(one) < sizeOf(other); });
    twins.resize(std::min(twins.size(), static_cast<std::size_t>(count)));
    return twins;
}

std::unique_ptr<JobOf<BankEvidence>> bankEvidenceJob(
    std::shared_ptr<const Model> model, std::vector<BankTwin> bank)
{
    return std::make_unique<BankEvidenceJob>(std::move(model), std::move(bank));
}

} // namespace glassformer
