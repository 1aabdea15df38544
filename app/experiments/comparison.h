#pragma once

#include "app/session/session.h"
#include "core/experiment/reading/run_comparison.h"
#include "core/trace/look/view.h"

#include <QObject>

#include <memory>
#include <optional>

namespace glassformer {

enum class Side
{
    Left,
    Right
};

/**
 * Two runs that are looked at together. The left one is the window's; the right one is a session of its own that lives
 * as long as this. Step, layer and head go together, and tokens with those that stand for them on the other side; texts,
 * models and changes belong to their side alone.
 */
class Comparison : public QObject
{
    Q_OBJECT

public:
    /** Begins with the twin of the sentence, or the same one where it has none; or with another model. */
    Comparison(Session& left, ComparedWith with);

    Session& session(Side side) const { return side == Side::Left ? m_left : *m_right; }
    const Selection& selection(Side side) const { return session(side).selection(); }
    ComparedWith with() const { return m_with; }
    /** Whether both runs are of one model, so that their vectors can be subtracted. */
    bool isOneModel() const;

    /** The text that the right side reads in place of its own; from then on it is not the twin any more. */
    void readOnRight(const QString& text);
    /** The twin of the left sentence on the right, and with every other left one its twin. False if it has none. */
    bool readTwin();
    /** A model for the right side: the place of a bundled one, or a folder. */
    void openOnRight(const QString& place);

    /** What the second run has of its own, to be shown again. */
    ComparedView view() const;
    /** Has the second run be that, of a comparison of this kind. What can't be is told by the left session's failed(). */
    void show(const ComparedView& view);
    /** Whether the second run is on its way. */
    bool isBusy() const { return m_right->isBusy(); }

    /** What the user chose in one of the pictures; the other side goes along. */
    void choose(Side side, const Selection& selection);
    /** The side that was chosen in last: whose numbers are explained. */
    Side active() const { return m_active; }
    void setActive(Side side);

    /** How far the streams of the step's stack are apart; nothing where that isn't known, or says nothing. */
    const std::optional<StreamComparison>& streams() const { return m_streams; }
    /** Why there is none, as far as it is known. */
    const Message& streamTrouble() const { return m_stream_trouble; }

signals:
    void changed(); ///< anything of either run, or where one looks
    void viewChanged(); ///< view(), or whether the second run is on its way

private:
    void takeLeftRun();
    void takeRightRun();
    void takeSelection(Side side);
    void follow(Side leader);
    void openAnother();
    /** Unless that is what it reads. */
    void readOnRight(const QString& text, const std::string& target_language);
    void considerStreams();

    Session& m_left;
    std::unique_ptr<Session> m_right;
    const ComparedWith m_with;
    Side m_active = Side::Left, m_leader = Side::Left;
    bool m_is_following = false; ///< a side is being moved to where the other is
    bool m_reads_twin = false;
    std::optional<Selection> m_awaited; ///< of the side that follows, as long as its layer is being made
    std::optional<StreamComparison> m_streams;
    Message m_stream_trouble;
    AttentionSite m_stack = AttentionSite::Encoder; ///< whose streams are compared
    JobLane m_stream_lane;
};

} // namespace glassformer
