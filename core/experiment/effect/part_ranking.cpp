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

class PartRankingJob final : public JobOf<PartRanking>
{
public:
    PartRankingJob(WordQuestion question, RankingTask task)
        : m_trials(std::move(question))
        , m_task(std::move(task))
        , m_heads(m_task.group_size > 0 ? headsOf(m_trials.config()) : std::vector<ModelPart>())
    {
        m_task.group_size = std::min(m_task.group_size, static_cast<int>(m_heads.size()));
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
                watch.progress(std::uint64_t(m_ranking.tried), std::uint64_t(m_ranking.trials));
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
        const auto isAlone = [](const ModelPart& part) {
            return part.kind == PartKind::Edge || part.kind == PartKind::Layer;
        };
        const auto begin = m_task.parts.begin() + std::ptrdiff_t(m_next);
        const auto most = std::min<std::ptrdiff_t>(
            sharesPasses(m_trials) ? trialsTogether(m_trials) : 1, m_task.parts.end() - begin);
        const auto count = std::max<std::ptrdiff_t>(1, std::find_if(begin, begin + most, isAlone) - begin);
        std::vector<Changes> changes;
        for (auto part = begin; part != begin + count; ++part)
            changes.push_back(partsOff({*part}, m_task.ablation, m_trials.trace()));
        const std::vector<RowVector<float>> logits = count > 1
            ? logitsOfEach(m_trials, changes, watch.cancel)
            : std::vector{m_trials.logits(changes.front(), watch.cancel)};
        for (std::ptrdiff_t i = 0; i < count; ++i)
            m_ranking.single.push_back({{begin[i]}, m_trials.effectOf(logits[std::size_t(i)])});
        m_next += static_cast<std::size_t>(count);
        m_ranking.tried += static_cast<int>(count);
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
