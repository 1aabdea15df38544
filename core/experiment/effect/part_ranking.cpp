#include "core/experiment/effect/part_ranking.h"

#include "core/experiment/effect/trial_batch.h"
#include "core/trace/run/change_means.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace glassformer {
namespace {

/** Trials between two looks at who wants the job to stop, or what it has so far. */
constexpr int trials_together = 8;

/** Rows that are taken to words together: the matrix of a large vocabulary takes long to fetch. */
constexpr std::ptrdiff_t rows_to_words = 48;

/** What is tried in a pass of its own: a layer that is off stands for all rows of a pass. */
bool isAlone(const ModelPart& part)
{
    return part.kind == PartKind::Layer;
}

/** Parts of one layer can begin where that layer begins. */
bool sharesLayer(const ModelPart& one, const ModelPart& other)
{
    return !isAlone(one) && !isAlone(other) && one.layer == other.layer;
}

bool standsBefore(const ModelPart& one, const ModelPart& other)
{
    return isAlone(one) != isAlone(other) ? isAlone(other) : one.layer < other.layer;
}

class PartRankingJob final : public JobOf<PartRanking>
{
public:
    PartRankingJob(WordQuestion question, RankingTask task)
        : m_trials(std::move(question))
        , m_task(std::move(task))
        , m_heads(m_task.group_size > 0 ? headsOf(m_trials.config()) : std::vector<ModelPart>())
    {
        m_task.group_size = std::min(m_task.group_size, static_cast<int>(m_heads.size()));
        if (sharesPasses(m_trials))
            std::stable_sort(m_task.parts.begin(), m_task.parts.end(), standsBefore);
        m_ranking.asked = m_trials.question().asked;
        m_ranking.ablation = m_task.ablation;
        m_ranking.trials = static_cast<int>(m_task.parts.size());
        for (int size = 0; size < m_task.group_size; ++size)
            m_ranking.trials += static_cast<int>(m_heads.size()) - size;
    }

    bool advance(const JobWatch& watch) override
    {
        const int before = m_ranking.tried;
        while (m_ranking.tried < before + trials_together && isUnfinished()) {
            if (m_next < m_task.parts.size())
                trySingles(watch);
            else
                tryInGroup(watch);
            if (watch.progress)
                watch.progress(
                    std::uint64_t(m_ranking.tried + m_rows_waiting), std::uint64_t(m_ranking.trials));
        }
        std::stable_sort(m_ranking.single.begin(), m_ranking.single.end(),
            [](const PartEffect& one, const PartEffect& other) {
                return std::abs(one.effect.moved()) > std::abs(other.effect.moved());
            });
        publish(m_ranking);
        return isUnfinished();
    }

    Message doing() const override
    {
        return m_next < m_task.parts.size() ? Message::tr("Taking out one part after the other")
                                            : Message::tr("Taking out heads together");
    }

private:
    bool isUnfinished() const { return m_ranking.tried < m_ranking.trials; }

    WordEffect without(const std::vector<ModelPart>& parts, const JobWatch& watch) const
    {
        return m_trials.effect(partsOff(parts, m_task.ablation, m_trials.trace()), watch.cancel);
    }

    /** The next part, or several that share a pass. */
    void trySingles(const JobWatch& watch)
    {
        const auto begin = m_task.parts.begin() + std::ptrdiff_t(m_next);
        const auto most = std::min<std::ptrdiff_t>(
            sharesPasses(m_trials) ? trialsTogether(m_trials) : 1, m_task.parts.end() - begin);
        const auto count = std::find_if(begin + 1, begin + most, [begin](const ModelPart& part) {
            return !sharesLayer(*begin, part);
        }) - begin;
        m_next += static_cast<std::size_t>(count);
        if (!sharesPasses(m_trials) || isAlone(*begin)) {
            m_ranking.single.push_back({{*begin}, without({*begin}, watch)});
            ++m_ranking.tried;
            return;
        }
        std::vector<Changes> changes;
        for (auto part = begin; part != begin + count; ++part)
            changes.push_back(partsOff({*part}, m_task.ablation, m_trials.trace()));
        m_waiting.push_back({{begin, begin + count}, lastRowsOfEach(m_trials, changes, watch.cancel)});
        m_rows_waiting += count;
        const auto next = begin + count;
        if (m_rows_waiting >= rows_to_words || next == m_task.parts.end() || isAlone(*next))
            findWaiting();
    }

    /** The words behind the rows that wait for them. */
    void findWaiting()
    {
        Matrix<float> rows(m_rows_waiting, m_waiting.front().rows.cols());
        Eigen::Index at = 0;
        for (const Waiting& some : m_waiting) {
            rows.middleRows(at, some.rows.rows()) = some.rows;
            at += some.rows.rows();
        }
        const Matrix<float> words = logits(m_trials.question().model->transformer, rows);
        at = 0;
        for (const Waiting& some : m_waiting)
            for (const ModelPart& part : some.parts)
                m_ranking.single.push_back({{part}, m_trials.effectOf(words.row(at++))});
        m_ranking.tried += static_cast<int>(m_rows_waiting);
        m_rows_waiting = 0;
        m_waiting.clear();
    }

    /** The next head beside those of the group before; the group is known once all have been tried. */
    void tryInGroup(const JobWatch& watch)
    {
        if (m_candidates.empty()) {
            m_candidates = m_heads;
            m_best = {};
        }
        ++m_ranking.tried;
        std::vector<ModelPart> parts = m_group;
        parts.push_back(m_candidates.back());
        m_candidates.pop_back();
        const WordEffect effect = without(parts, watch);
        if (m_best.parts.empty() || effect.after < m_best.effect.after)
            m_best = {parts, effect};
        if (!m_candidates.empty())
            return;
        m_group = m_best.parts;
        std::erase(m_heads, m_group.back());
        m_ranking.groups.push_back(m_best);
    }

    WordTrials m_trials;
    RankingTask m_task;
    std::vector<ModelPart> m_heads; ///< that no group has yet
    std::vector<ModelPart> m_candidates; ///< of them, those to be tried in this group
    std::vector<ModelPart> m_group; ///< the one before
    /** Parts that were tried in one pass, and the rows that will tell the word. */
    struct Waiting
    {
        std::vector<ModelPart> parts;
        Matrix<float> rows;
    };
    std::vector<Waiting> m_waiting;
    Eigen::Index m_rows_waiting = 0; ///< in all of them
    PartEffect m_best;
    PartRanking m_ranking;
    std::size_t m_next = 0;
};

} // namespace

Changes partsOff(const std::vector<ModelPart>& parts, Ablation ablation, const Trace& run)
{
    Changes changes;
    for (const ModelPart& part : parts)
        changes.push_back(partOff(part, ablation));
    return haveMeans(changes) ? withMeans(changes, run) : changes;
}

std::unique_ptr<JobOf<PartRanking>> partRankingJob(WordQuestion question, RankingTask task)
{
    return std::make_unique<PartRankingJob>(std::move(question), std::move(task));
}

} // namespace glassformer
