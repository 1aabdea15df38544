#pragma once

#include "app/models/model_card.h"
#include "app/session/job_lane.h"
#include "core/memory.h"
#include "core/trace/held_layers.h"
#include "core/trace/model.h"
#include "core/trace/selection.h"
#include "widgets/explanation/step_context.h"

#include <QObject>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>

namespace glassformer {

/** An exchange of one word that is worth trying on the present sentence: tired for wide. */
struct Swap
{
    QString from, to;
    QString text; ///< the whole sentence with the word exchanged
};

/**
 * The one owner of what is open and where the user looks: model, text, run, selection. Widgets show it and send
 * intents to it; none keeps a copy.
 *
 * Opening and running happen beside the window. Until their result arrives whole, everything here is still that of the
 * run before; what is asked meanwhile replaces what was asked before. The same holds for a layer of a long text, whose
 * inside is made when somebody wants to look at it.
 */
class Session : public QObject
{
    Q_OBJECT

public:
    /** A run that takes more than `most_bytes` has the insides of its layers made when they are looked at. */
    explicit Session(std::shared_ptr<const Model> model, double most_bytes = most_bytes_kept);

    /** Another session that begins with the same model and run, and goes its own way from there. */
    std::unique_ptr<Session> twin() const;

    /** The model that is open; of a recorded run, the one that was open before. */
    const Model& model() const { return *m_model; }
    /** Whether the run was read from a file: it can be looked at, but nothing can be run again. */
    bool isRecorded() const { return !m_recorded_file.empty(); }
    const std::filesystem::path& recordedFile() const { return m_recorded_file; }
    /** The token behind an id: the model's, or of a recorded run what it knows. */
    Token token(int id) const;
    std::shared_ptr<const Trace> trace() const { return m_trace; }
    const Selection& selection() const { return m_selection; }
    /** What is on the screen, for all that says something of it; valid until run or selection change. */
    StepContext context() const;
    const std::vector<StepKind>& steps() const { return m_steps; }
    int stepIndex() const { return indexOf(m_selection.step); }
    /** The attention whose rows the present step shows. */
    AttentionSite site() const;
    /** What the present run was asked. */
    const RunRequest& request() const { return m_request; }
    /** The answer before the last change of heads; empty if heads were not changed. */
    const QString& answerBefore() const { return m_answer_before; }

    /** The text that the model's card begins with; empty if it names none. */
    QString example() const { return QString::fromStdString(m_card.example); }
    /** The exchange that the model's card names for a word of the sentence. */
    std::optional<Swap> swap() const;
    /** Words of the sentence that the vocabulary holds only in pieces. */
    QStringList unknownWords() const;

    /**
     * What the model would write without this head: an experiment, made when first asked for. Nothing as long as it is
     * not done, and of a text too long to try; experimentDone() tells when it is.
     */
    std::optional<QString> answerWithout(const HeadName& head);

    /** Runs the model and waits: the first run, before there is a window. False if failed() told why not. */
    bool runFirst(const QString& text, const QString& target_language);

    /** Whether a model is being opened or run, or a layer being made. */
    bool isBusy() const { return m_lane.isBusy() || m_layers.isBusy(); }
    void cancel();

    /**
     * Opens the model of a folder in place of the present one and runs the same text with it. A folder that cannot be
     * opened leaves everything as it is and is told by failed(). A model that needs more than half of the memory that
     * is available is not opened yet: memoryWanted() asks first.
     */
    void openModel(const std::filesystem::path& folder, const MemoryLimits& limits = {});

    /** Shows a run that was recorded in a file, by this program or another. */
    void openTrace(const std::filesystem::path& file);

    /** Runs the model. A text that it cannot take leaves the last run as it is and is told by failed(). */
    void runText(const QString& text, const QString& target_language);
    /** Switches a head off, or on again, and runs the same text. */
    void toggleHead(const HeadName& head);
    void switchAllHeadsOn();
    /** Whether training took the head out for good: it attends, but what it mixes goes nowhere. */
    bool isRemoved(const HeadName& head) const;
    bool isOff(const HeadName& head) const;
    /**
     * Makes the model write a token at a row of the output and goes on from there. A model that fills gaps reads the
     * token in place of the one that stands there.
     */
    void writeInstead(int position, int token_id);
    /** Goes on by one written word, or to the last; has more written if there is no more. */
    void writeNext();
    void writeToEnd();
    /** 0: always the likeliest word; above: by chance, the same each time. Runs the same text. */
    void chooseTemperature(double temperature);
    double temperature() const;
    /** Puts a gap in place of a token of the text. */
    void hide(int token);

    /** Looks there at once, or as soon as the layer is made; the newest wish wins. */
    void select(const Selection& selection);
    /** Of the attention that the step shows; values outside are taken to the nearest. */
    void chooseLayer(int layer);
    void chooseHead(int head);
    void goToStep(int index);
    /** From where the user last wanted to look, so that quick steps add up. */
    void moveLayer(int by);
    void moveHead(int by) { chooseHead(m_wanted_look.head + by); }
    void moveStep(int by) { goToStep(indexOf(m_wanted_look.step) + by); }

signals:
    void modelChanged(); ///< another model, or a recorded run instead of one; before its runChanged()
    void runChanged();
    void selectionChanged();
    void experimentDone();
    void busyChanged(bool is_busy);
    void progressed(double done); ///< 0 .. 1, of what is being opened or run
    void failed(const Message& message);
    /** To be opened with no limit of what is available, if the user agrees. */
    void memoryWanted(const std::filesystem::path& folder, quint64 needed, quint64 available);

private:
    using ModelPointer = std::shared_ptr<const Model>;
    using TracePointer = std::shared_ptr<const Trace>;

    /** A run that can be shown: the layers of `look`, which is clamped, are held. */
    struct Run
    {
        RunRequest request;
        TracePointer trace;
        Selection look;
        HeldLayers held{};
    };

    int indexOf(StepKind step) const;
    void startRun(RunRequest request);
    void writeMore(int new_tokens);
    void showRun(Run run);
    void showModel(ModelPointer model, ModelCard card, Run run);
    void showRecorded(const std::filesystem::path& file, TracePointer trace);
    void takeRun(Run run);
    void lookAt(const Selection& look, HeldLayers held);

    const double m_most_bytes;
    ModelPointer m_model;
    std::filesystem::path m_recorded_file;
    ModelCard m_card;
    std::vector<StepKind> m_steps;
    RunRequest m_request;
    RunRequest m_wanted; ///< the newest request: m_request, unless a run is on its way
    TracePointer m_trace;
    Selection m_selection;
    Selection m_wanted_look; ///< the newest wish: m_selection, unless a layer is being made
    HeldLayers m_held; ///< of m_selection
    QString m_answer_before;
    bool m_goes_on = false; ///< the run on its way is shown at its last row
    std::map<std::string, QString> m_answers_without; ///< of the present run, by headText()
    std::string m_experiment; ///< head that is being tried without
    JobLane m_lane; ///< opens and runs
    JobLane m_layers; ///< makes the inside of a layer
    JobLane m_experiments;
};

} // namespace glassformer
