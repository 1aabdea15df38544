#pragma once

#include "app/experiments/comparison.h"
#include "core/experiment/effect/patch_table.h"

#include <QObject>

#include <optional>
#include <vector>

namespace glassformer {

/** What is carried from the right run into the left one, and which word is asked about. */
struct PatchChoice
{
    AttentionSite stack = AttentionSite::Encoder; ///< or DecoderSelf
    PatchedRecord record = PatchedRecord::Stream;
    int head = 0; ///< where the record is that of one head
    int position = 0; ///< row of the output in the left run

    bool operator==(const PatchChoice&) const = default;
};

/**
 * The table of what each vector of the right run would change in the left one, computed beside the window while somebody
 * wants to see it.
 */
class Patching : public QObject
{
    Q_OBJECT

public:
    explicit Patching(Comparison& comparison, QObject* parent = nullptr);

    const PatchChoice& choice() const { return m_choice; }
    /** What can be carried of a model. */
    static std::vector<PatchedRecord> recordsOf(const ModelConfig& config, AttentionSite stack);
    static std::vector<AttentionSite> stacksOf(const ModelConfig& config);

    /** The table is wanted from now on, of every run that is shown, or not any more. */
    void setWanted(bool is_wanted);
    bool isWanted() const { return m_is_wanted; }
    /** Taken to what the model has. */
    void choose(PatchChoice choice);
    void cancel();
    /** Begins again after cancel(), or after what was in the way is changed. */
    void restart();

    /** As far as it is known. */
    const std::optional<PatchTable>& table() const { return m_table; }
    bool isBusy() const { return m_lane.isBusy(); }
    bool isCancelled() const { return m_is_cancelled; }
    const Message& trouble() const { return m_trouble; }

signals:
    void changed();
    void progressed(double done); ///< 0 .. 1

private:
    void considerRuns();
    void start();

    Comparison& m_comparison;
    PatchChoice m_choice;
    std::weak_ptr<const Trace> m_left, m_right; ///< of which the table is, or will be
    std::optional<PatchTable> m_table;
    Message m_trouble;
    bool m_is_wanted = false, m_is_cancelled = false;
    JobLane m_lane;
};

} // namespace glassformer
