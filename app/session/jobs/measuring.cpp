#include "app/session/jobs/measuring.h"

#include "app/models/model_list.h"
#include "app/sentences/learned_world.h"
#include "core/error.h"
#include "core/learn/corpus/lexicon_words.h"

#include <utility>

namespace glassformer {
namespace {

constexpr int near_words = 12;
constexpr std::size_t most_classes = 7; ///< as many colours as are told apart at a glance

} // namespace

Measuring::Measuring()
{
    for (JobLane* lane : {&m_heads, &m_plane, &m_words, &m_directions, &m_beams, &m_chinese, &m_classes})
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
    m_classes.cancel();
    m_measured.plane.reset();
    m_measured.classes.reset();
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

void Measuring::considerChinese()
{
    if (m_measured.chinese_words || m_chinese.isBusy())
        return;
    m_chinese.start<std::set<std::string>>(onePiece<std::set<std::string>>([](const JobWatch&) {
        const FilesPointer lexicon = learnedWorld();
        return lexicon ? chineseWords(*lexicon) : std::set<std::string>();
    }),
        [this](const std::set<std::string>& words) {
            m_measured.chinese_words = std::make_shared<const std::set<std::string>>(words);
            emit changed();
        });
}

void Measuring::considerClasses(const std::shared_ptr<const Model>& model, const std::string& lexicons)
{
    if (m_measured.classes || m_classes.isBusy() || lexicons.empty())
        return;
    const auto find = [model, lexicons](const JobWatch&) {
        std::vector<std::string> entries;
        for (int id = 0; id < model->tokenizer.size(); ++id) {
            const Token token = model->tokenizer.token(id);
            entries.push_back(token.is_special ? std::string() : token.text);
        }
        try {
            return wordClasses(entries, classesOfWords(*worldFiles(lexicons)), most_classes);
        } catch (const Error&) {
            return WordClasses{}; // the lexicon did not come with the program: words have no classes
        }
    };
    m_classes.start<WordClasses>(onePiece<WordClasses>(find), [this](const WordClasses& classes) {
        m_measured.classes = std::make_shared<const WordClasses>(classes);
        emit changed();
    });
}

void Measuring::considerWord(const std::shared_ptr<const Model>& model, int id, const std::string& lexicons)
{
    considerClasses(model, lexicons);
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
