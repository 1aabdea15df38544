#pragma once

#include "app/models/model_card.h"
#include "app/session/jobs/job_lane.h"
#include "app/session/shown_run.h"
#include "core/memory.h"
#include "core/trace/look/view_text.h"

#include <QObject>

#include <optional>

namespace glassformer {

/** A model that was opened, with its first run. */
struct OpenedModel
{
    ModelPointer model;
    ModelCard card;
    ShownRun run{};
    ViewText view{}; ///< as asked for
    std::string refused_text{}; ///< what it could not read: the run is of a text in its place
    Message trouble{}; ///< why not; empty: the run is what was asked for
};

/** How an opened model is to begin. */
struct OpeningWish
{
    RunRequest
        request; ///< the text that is read now; a language that the model lacks gives way to one of its own
    ModelCard card; ///< of the model before: an example of its gives way to the model's own
    Selection look;
    ViewText view{}; ///< what a link or start options ask for: it comes in place of all that
};

/** In the head of which the model's card says that it points at what "it" means, if it names one. */
Selection lookOfCard(const ModelCard& card, Selection look);

/**
 * Opens models and recorded runs beside the window; the newest wish wins. A model is read first and then run, so that
 * a text which is asked for meanwhile is the one that it begins with. A model that cannot take the text opens all the
 * same, with its own example or with as much of the text as it reads.
 */
class Opening : public QObject
{
    Q_OBJECT

public:
    /** \param most_bytes  as for Session */
    explicit Opening(double most_bytes);

    void openModel(FilesPointer files, const MemoryLimits& limits, OpeningWish wish);
    /** What was wished for last, though its model needs much memory. */
    void openAnyway(FilesPointer files);
    void openTrace(FilesPointer files, const std::string& name, const Selection& look);
    /** Another text was asked for: a model that is being opened begins with it. */
    void changeRequest(const RunRequest& request);

    bool isBusy() const { return m_is_busy; }
    /** Whether memoryWanted() waits for the answer: openAnyway() or cancel(). */
    bool isAsking() const { return m_is_asking; }
    void cancel();

signals:
    void modelOpened(const OpenedModel& opened);
    void traceOpened(const std::string& name, const ShownRun& run);
    /** To be opened with no limit of what is available, if the user agrees. */
    void memoryWanted(const glassformer::FilesPointer& files, quint64 needed, quint64 available);
    void busyChanged(bool is_busy);
    void doing(const Message& what);
    void progressed(double done);
    void failed(const Message& message);

private:
    void runFirst();
    void setBusy(bool is_busy);

    const double m_most_bytes;
    OpeningWish m_wish;
    std::optional<OpenedModel> m_opened; ///< read, but not run yet
    bool m_is_busy = false;
    bool m_is_asking = false;
    JobLane m_lane;
};

} // namespace glassformer
