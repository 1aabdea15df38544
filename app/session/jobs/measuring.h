#pragma once

#include "app/session/jobs/job_lane.h"
#include "app/session/shown_run.h"
#include "core/experiment/effect/measured.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>

namespace glassformer {

/**
 * What all heads do on the text, and how the vocabulary lies: measured beside the window when a view that shows it is
 * looked at. The session says what is wanted whenever run or selection have changed; views only read what is known.
 */
class Measuring : public QObject
{
    Q_OBJECT

public:
    Measuring();

    /** Another run: nothing is known of its heads. */
    void forgetRun();
    /** Another model, or none whose weights are at hand: nothing is known of its vocabulary. */
    void forgetModel();

    /** Of all heads where `chosen` is one, which is what likeness is measured to. Nothing: heads are not measured. */
    void considerHeads(const TracePointer& trace, const HeadName& chosen, std::optional<HeadTrait> trait);
    /**
     * Of the vocabulary, and the words near one of its entries.
     * \param lexicons  of the world that the model learned, whose classes its words are in; empty: none
     */
    void considerWord(const std::shared_ptr<const Model>& model, int id, const std::string& lexicons);
    /** By which Chinese characters make up words: the lexicons that came with the program. */
    void considerChinese();
    /** Of the words that could follow a row; nothing without a model, whose beams are then known no more. */
    void considerBeams(const std::shared_ptr<const Model>& model, const TracePointer& trace,
        const RunRequest& request, int row);

    /** What was asked for last stays until something newer of the same run is known. */
    const Measured& measured() const { return m_measured; }
    bool isBusy() const
    {
        return m_heads.isBusy() || m_plane.isBusy() || m_words.isBusy() || m_directions.isBusy()
            || m_beams.isBusy() || m_chinese.isBusy() || m_classes.isBusy();
    }

signals:
    void changed(); ///< something more is known
    void failed(const Message& message);

private:
    void considerClasses(const std::shared_ptr<const Model>& model, const std::string& lexicons);
    void restHeads();
    void forgetBeams();
    void measurePatterns(const TracePointer& trace, AttentionSite site);
    void measureLikeness(const TracePointer& trace, const HeadName& chosen);
    void show(HeadFigures figures);

    Measured m_measured;
    std::map<AttentionSite, HeadPatterns> m_patterns; ///< of the run
    std::optional<AttentionSite> m_measuring; ///< whose patterns are on their way
    HeadTrait m_trait = HeadTrait::Itself; ///< which of them is wanted
    std::optional<HeadName> m_likeness_to; ///< what is measured or known
    std::optional<int> m_near_to;
    std::optional<int> m_beams_from; ///< the row whose beams are wanted or known
    JobLane m_heads, m_plane, m_words, m_directions, m_beams, m_chinese, m_classes;
};

} // namespace glassformer
