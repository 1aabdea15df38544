#pragma once

#include "app/models/model_card.h"
#include "app/session/jobs/experimenting.h"
#include "app/session/jobs/job_lane.h"
#include "app/session/jobs/looking.h"
#include "app/session/jobs/measuring.h"
#include "app/session/jobs/noticing.h"
#include "app/session/jobs/opening.h"
#include "app/session/jobs/running.h"
#include "app/session/sentence_words.h"
#include "core/trace/look/number_place.h"
#include "widgets/explanation/step_context.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace glassformer {

/**
 * The one owner of what is open and where the user looks: model, text, run, selection. Widgets show it and send
 * intents to it; none keeps a copy.
 *
 * Opening, running, looking and experimenting happen beside the window and beside each other (opening.h, running.h,
 * looking.h, experimenting.h). Until a result arrives whole, everything here is still that of the run before; what is
 * asked meanwhile replaces what was asked before of the same kind. Reading never starts anything.
 */
class Session : public QObject
{
    Q_OBJECT

public:
    /** A run that takes more than `most_bytes` has the insides of its layers made when they are looked at. */
    explicit Session(std::shared_ptr<const Model> model, double most_bytes = most_bytes_kept);

    /** Another session that begins with the same model and run, and goes its own way from there. */
    std::unique_ptr<Session> twin() const;

    // What is open.

    /** The model that is open; of a recorded run, the one that was open before. */
    const Model& model() const { return *m_model; }
    ModelPointer sharedModel() const { return m_model; }
    /** The model whose weights made the run that is shown; null for a recorded run. */
    std::shared_ptr<const Model> weights() const { return isRecorded() ? nullptr : m_model; }
    /** Whether the run was read from a file: it can be looked at, but nothing can be run again. */
    bool isRecorded() const { return !m_recorded_file.empty(); }
    /** The name of that file: "street.safetensors". */
    const std::string& recordedFile() const { return m_recorded_file; }
    /** What is open was read from these: the model, or the recorded run. */
    const FilesPointer& openFiles() const { return isRecorded() ? m_recorded_files : m_model->files; }
    /** The token behind an id: the model's, or of a recorded run what it knows. */
    Token token(int id) const;
    /** The folder of the resources whose sentences the model learned. */
    const std::string& lexicons() const { return m_card.lexicons; }
    /** The text that the model's card begins with; empty if it names none. */
    QString example() const { return QString::fromStdString(m_card.example); }

    /**
     * Opens a model in place of the present one and runs the same text with it, or what a view says. Files that
     * cannot be opened or are no model leave everything as it is and are told by failed(). A model that cannot take the
     * text opens with another one; textRefused() and failed() tell so. A model that needs more than half of the memory
     * that is available is not opened yet: memoryWanted() asks first.
     */
    void openModel(FilesPointer files, const MemoryLimits& limits = {}, const ViewText& view = {});
    /** The same with as much memory as it takes: the answer to memoryWanted(). */
    void openAnyway(FilesPointer files) { m_opening.openAnyway(std::move(files)); }
    /** The other answer: everything stays as it is. */
    void dropOpening();
    /** Whether memoryWanted() waits for an answer. */
    bool isAsking() const { return m_opening.isAsking(); }
    /** Shows a run that was recorded in a file, by this program or another. */
    void openTrace(FilesPointer files, const std::string& name);

    // What was run.

    std::shared_ptr<const Trace> trace() const { return m_looking.trace(); }
    /** What the present run was asked. */
    const RunRequest& request() const { return m_request; }
    /** The answer before the last change of heads; empty if heads were not changed. */
    const QString& answerBefore() const { return m_answer_before; }
    /** What became of changes that the last text had no place for, or another one. */
    const std::vector<Message>& changeReasons() const { return m_change_reasons; }
    /** The language that the model was told the text is in; empty if it is told none. */
    QString sourceLanguage() const;
    double temperature() const;
    bool isOff(const HeadName& head) const;
    /** Whether training took the head out for good: it attends, but what it mixes goes nowhere. */
    bool isRemoved(const HeadName& head) const;
    /** Whether switching the head off or on is worth offering. */
    bool canToggle(const HeadName& head) const { return !isRecorded() && !isRemoved(head); }
    /** The exchange that the model's card names for a word of the sentence. */
    std::optional<Swap> swap() const { return swapFor(m_card, *trace()); }
    /** What should be known of the text that is typed, on its way or shown, whichever is newest. */
    const TextNotes& textNotes() const { return m_noticing.notes(); }
    /** A text that is being typed: textNotes() will tell of it. */
    void considerText(const QString& text, const QString& target_language);

    /** Runs the model and waits: the first run, before there is a window. False if failed() told why not. */
    bool runFirst(const QString& text, const QString& target_language);
    /** The same for a view; what it doesn't say is as the model begins by itself, for people of a language ("zh_CN"). */
    bool runFirst(const ViewText& view, const QString& language);
    /** Runs the model. A text that it cannot take leaves the last run as it is and is told by failed(). */
    void runText(const QString& text, const QString& target_language);
    /** Tells a model that asks for it what language the text is in, and runs it again; empty: as its files say. */
    void chooseSourceLanguage(const QString& language);
    /** Switches a head off, or on again, and runs the same text. */
    void toggleHead(const HeadName& head);
    /** Switches those of several heads off that can be, with one run, or on again if all are off. */
    void toggleHeads(std::vector<HeadName> heads);
    /** One more change, and runs the same text. */
    void addChange(const Change& change);
    /** Makes a change of the run, or takes it back; all others stay. Runs the same text. */
    void toggle(const Change& change);
    /** Whether the run that is shown has the change. */
    bool has(const Change& change) const;
    /** Sets a number, in place of what it was set to before. */
    void setNumber(const NumberPlace& place, float number);
    void takeBack(const Change& change);
    void takeAllBack();
    /**
     * Makes the model write a token at a row of the output and goes on from there. A model that fills gaps reads the
     * token in place of the one that stands there.
     */
    void writeInstead(int position, int token_id);
    /** The same for several tokens, one after the other. */
    void writeRoad(int position, const std::vector<int>& token_ids);
    /** Whether the words that a beam search considers are wanted where a word is chosen. */
    void wantBeams(bool wants);
    bool wantsBeams() const { return m_wants_beams; }
    /** Goes on by one written word, or to the last; has more written if there is no more. */
    void writeNext();
    void writeToEnd();
    /** One word back from where one stands; the words behind it stay written until another one is chosen. */
    void takeWordBack();
    bool canTakeWordBack() const;
    /** 0: always the likeliest word; above: by chance, the same each time. Runs the same text. */
    void chooseTemperature(double temperature);
    /** Temperature, top-k, top-p and seed in place of the present ones. Runs the same text. */
    void chooseDecoding(const Decoding& decoding);
    /** Puts a gap in place of a token of the text. */
    void hide(int token);
    /** Puts an entry of the vocabulary in place of a token of the text. */
    void replaceWord(int token, int id);

    // Where the user looks.

    const Selection& selection() const { return m_looking.selection(); }
    /** What is on the screen, for all that says something of it; valid until run or selection change. */
    StepContext context() const;
    /** Those of the chosen path, and the one that is open. */
    const std::vector<StepKind>& steps() const { return m_looking.steps(); }
    WalkPath path() const { return m_looking.path(); }
    void choosePath(WalkPath path) { m_looking.choosePath(path); }
    int stepIndex() const { return m_looking.indexOf(selection().step); }
    /** The attention whose rows the present step shows. */
    AttentionSite site() const;
    /** The head that the present step shows, or would. */
    HeadName head() const { return {site(), selection().layerOf(site()), selection().head}; }

    /** Looks there at once, or as soon as the layer is made; the newest wish wins. */
    void select(const Selection& selection) { m_looking.select(selection); }
    /** Runs what a view of this model asks for, if another run is shown, and looks there. */
    void show(const View& view);
    /** Of the attention that the step shows; values outside are taken to the nearest. */
    void chooseLayer(int layer) { m_looking.chooseLayer(layer); }
    void chooseHead(int head) { m_looking.chooseHead(head); }
    void goToStep(int index) { m_looking.goToStep(index); }
    /** From where the user last wanted to look, so that quick steps add up. */
    void moveLayer(int by) { m_looking.moveLayer(by); }
    void moveHead(int by) { m_looking.moveHead(by); }
    void moveStep(int by) { m_looking.moveStep(by); }

    // What is tried.

    /**
     * What the word that is asked about would become without the chosen head. Nothing as long as it was not tried, of
     * a text too long to try, and of a head that is off or gone; experimentDone() tells when there is more.
     */
    std::optional<HeadEffect> headEffect() const;

    /** What is known of all heads, as the selection asks, and of the vocabulary; measuredMore() tells when there is more. */
    const Measured& measured() const { return m_measuring.measured(); }

    /** Whether a model is being opened or run, or a layer being made. */
    bool isBusy() const { return m_opening.isBusy() || m_running.isBusy() || m_looking.isBusy(); }
    void cancel();

signals:
    void modelChanged(); ///< another model, or a recorded run instead of one; before its runChanged()
    void runChanged();
    void selectionChanged();
    void experimentDone();
    void measuredMore();
    void textNotesChanged();
    void busyChanged(bool is_busy);
    void doing(const Message& what); ///< of what is being opened or run; empty: nothing in particular
    void progressed(double done); ///< 0 .. 1, of the same
    void failed(const Message& message);
    /** To be opened with no limit of what is available, if the user agrees. */
    void memoryWanted(const glassformer::FilesPointer& files, quint64 needed, quint64 available);
    /** A view was opened that is compared with another run, or with none. */
    void comparisonWanted(const std::optional<glassformer::ComparedView>& compared);
    void openingDropped(); ///< the user does not agree
    /** The model that is open could not read it; its run is of another text. failed() says why. */
    void textRefused(const QString& text);

private:
    void connectParts();
    /** Drops the wish that could not be fulfilled and says why. */
    void giveUp(const Message& message);
    void keepChanges(RunRequest& request);
    void startRun(RunRequest request, bool goes_on = false);
    void launch(RunRequest request, Arrival arrival, const Selection& look);
    void writeMore(int new_tokens);
    void showRun(const ShownRun& run, const Selection& asked_look, Arrival arrival);
    void showModel(const OpenedModel& opened);
    void showRecorded(const std::string& file, const ShownRun& run);
    void takeRun(const ShownRun& run);
    void considerExperiment();
    void considerMeasures();
    void consider(const RunRequest& request);

    const double m_most_bytes;
    ModelPointer m_model;
    ModelCard m_card;
    bool m_wants_beams = false;
    std::string m_recorded_file;
    FilesPointer m_recorded_files, m_wanted_trace; ///< where recorded runs are, were, or will be read from
    RunRequest m_request;
    RunRequest m_wanted; ///< the newest request: m_request, unless a run is on its way
    QString m_answer_before;
    std::vector<Message> m_change_reasons;
    Opening m_opening;
    JobLane m_running;
    Looking m_looking;
    Experimenting m_experimenting;
    Measuring m_measuring;
    Noticing m_noticing;
};

} // namespace glassformer
