#include "app/session/jobs/measuring.h"

#include <utility>

namespace glassformer {
namespace {

constexpr int near_words = 12;

} // namespace

Measuring::Measuring()
{
    for (JobLane* lane : {&m_heads, &m_plane, &m_words, &m_directions, &m_beams})
        connect(lane, &JobLane::failed, this, &Measuring::failed);
}

void Measuring::restHeads()
{
    m_heads.cancel();
    m_measuring.reset();
    m_likeness_to.reset();
}

void Measuring::forgetRun()
{
    restHeads();
    m_patterns.clear();
    m_measured.heads.reset();
    forgetBeams();
}

void Measuring::forgetBeams()
{
    m_beams.cancel();
    m_beams_from.reset();
    m_measured.beams.reset();
}

void Measuring::considerBeams(
    const std::shared_ptr<const Model>& model, const TracePointer& trace, const RunRequest& request, int row)
{
    if (!model)
        return forgetBeams();
    if (m_beams_from == row)
        return;
    forgetBeams();
    m_beams_from = row;
    m_beams.start<BeamTree>(beamTreeJob(model, trace, request, row), [this](const BeamTree& tree) {
        m_measured.beams = std::make_shared<const BeamTree>(tree);
        emit changed();
    });
}

void Measuring::forgetModel()
{
    m_plane.cancel();
    m_words.cancel();
    m_directions.cancel();
    m_near_to.reset();
    m_measured.plane.reset();
    m_measured.near.reset();
    m_measured.directions.reset();
}

void Measuring::show(HeadFigures figures)
{
    m_measured.heads = std::make_shared<const HeadFigures>(std::move(figures));
}

void Measuring::considerHeads(
    const TracePointer& trace, const HeadName& chosen, std::optional<HeadTrait> trait)
{
    if (trait == HeadTrait::Likeness)
        return measureLikeness(trace, chosen);
    if (trait) {
        m_trait = *trait;
        return measurePatterns(trace, chosen.site);
    }
    restHeads();
    m_measured.heads.reset();
}

void Measuring::measurePatterns(const TracePointer& trace, AttentionSite site)
{
    if (m_measured.heads && (m_measured.heads->site != site || m_measured.heads->trait != m_trait))
        m_measured.heads.reset();
    if (m_measuring == site)
        return;
    restHeads();
    const auto known = m_patterns.find(site);
    if (known != m_patterns.end())
        return show(figuresOf(known->second, m_trait));
    m_measuring = site;
    m_heads.start<HeadPatterns>(headPatternsJob(trace, site), [this](const HeadPatterns& patterns) {
        m_measuring.reset();
        m_patterns[patterns.site] = patterns;
        show(figuresOf(patterns, m_trait));
        emit changed();
    });
}

void Measuring::measureLikeness(const TracePointer& trace, const HeadName& chosen)
{
    if (m_likeness_to == chosen)
        return;
    if (m_measured.heads && (m_measured.heads->site != chosen.site || !m_measured.heads->from))
        m_measured.heads.reset();
    restHeads();
    m_likeness_to = chosen;
    m_heads.start<HeadDistances>(headDistancesJob(trace, chosen), [this](const HeadDistances& distances) {
        show(figuresOf(distances));
        emit changed();
    });
}

void Measuring::considerWord(const std::shared_ptr<const Model>& model, int id)
{
    if (!m_measured.plane && !m_plane.isBusy() && hasPrincipalPlane(model->transformer.config))
        m_plane.start<PrincipalPlane>(embeddingMapJob(model), [this](const PrincipalPlane& plane) {
            m_measured.plane = std::make_shared<const PrincipalPlane>(plane);
            emit changed();
        });
    if (m_near_to == id)
        return;
    m_near_to = id;
    m_measured.directions.reset();
    m_directions.start<WordDirections>(wordDirectionsJob(model, id), [this](const WordDirections& found) {
        m_measured.directions = std::make_shared<const WordDirections>(found);
        emit changed();
    });
    m_words.start<NearWords>(nearWordsJob(model, id, near_words), [this](const NearWords& near) {
        m_measured.near = std::make_shared<const NearWords>(near);
        emit changed();
    });
}

} // namespace glassformer
