#include "app/session/jobs/opening.h"

#include "app/session/jobs/first_decoding.h"
#include "app/session/jobs/running.h"
#include "core/error.h"
#include "core/file/model_folder.h"
#include "core/model/loading/open_transformer.h"
#include "core/trace/look/first_look.h"
#include "core/trace/look/place.h"
#include "core/trace/run/load_job.h"
#include "core/trace/run/target_language.h"
#include "core/trace/run/trace_job.h"
#include "core/trace/words/readable_beginning.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

/** What came of reading a model's files: a model, or the question whether it may take so much memory. */
struct ReadModel
{
    std::optional<OpenedModel> opened;
    std::uint64_t needed = 0;
};

/** Asks how much memory the weights take, then reads a layer at a time. */
class ReadingJob final : public JobOf<ReadModel>
{
public:
    ReadingJob(FilesPointer files, const MemoryLimits& limits)
        : m_files(std::move(files))
        , m_limits(limits)
    {
    }

    bool advance(const JobWatch& watch) override
    {
        if (!m_load)
            return begin();
        if (m_load->advance(watch))
            return true;
        const ModelPointer model = *m_load->takeNews();
        publish({OpenedModel{model, readModelCard(*model->files, model->transformer.config)}, m_needed});
        return false;
    }

    Message doing() const override { return Message::tr("Reading the model"); }

private:
    bool begin()
    {
        requireModel(*m_files);
        m_needed = memoryNeeded(*m_files);
        if (judgeMemory(m_needed, m_limits) == MemoryVerdict::Ask) {
            publish({std::nullopt, m_needed});
            return false;
        }
        m_load = loadJob(m_files);
        return true;
    }

    const FilesPointer m_files;
    const MemoryLimits m_limits;
    std::uint64_t m_needed = 0;
    std::unique_ptr<JobOf<ModelPointer>> m_load;
};

std::string knownOr(
    const std::string& language, const std::vector<std::string>& languages, const std::string& other)
{
    return std::find(languages.begin(), languages.end(), language) != languages.end() ? language : other;
}

/** The same text for another model, in languages that it has. A mere example gives way to the model's own. */
RunRequest requestFor(const OpenedModel& opened, const OpeningWish& wish)
{
    RunRequest request;
    const std::optional<std::string> language = languageOfExample(wish.card, wish.request.text);
    const std::string example = language ? exampleFor(opened.card, *language) : std::string();
    request.text = example.empty() ? wish.request.text : example;
    request.decoding = firstDecoding(opened.model->transformer.config);
    request.target_language = nearestTargetLanguage(*opened.model, wish.request.target_language);
    request.source_language = knownOr(wish.request.source_language, opened.model->sourceLanguages(), {});
    request = wish.view.over({{}, request, {}}).request;
    if (wish.view.has("to"))
        request.target_language = targetLanguageFor(*opened.model, request.target_language);
    return request;
}

/** What a model that cannot take what it was to begin with is shown with instead. */
RunRequest standInFor(const OpenedModel& opened, const RunRequest& refused, const ModelCard& card_before)
{
    RunRequest request;
    request.decoding = firstDecoding(opened.model->transformer.config);
    request.target_language = nearestTargetLanguage(*opened.model, refused.target_language);
    request.text = refused.text;
    const std::string readable = readableBeginning(*opened.model, request);
    if (readable != refused.text && !opened.card.example.empty())
        request.text = opened.card.example;
    else // of a text without anything that can be read there is no beginning either
        request.text = readable.empty() ? card_before.example : readable;
    return request;
}

struct FirstRun
{
    ShownRun run;
    std::string refused_text{};
    Message trouble{};
};

/** Runs a model for the first time; where it refuses the request, something that stands in for it. */
class FirstRunJob final : public JobOf<FirstRun>
{
public:
    FirstRunJob(RunWish wish, std::function<RunRequest(const RunRequest&)> stand_in)
        : m_wish(std::move(wish))
        , m_stand_in(std::move(stand_in))
        , m_run(runningJob(m_wish))
    {
    }

    bool advance(const JobWatch& watch) override
    {
        try {
            if (m_run->advance(watch))
                return true;
            publish({*m_run->takeNews(), m_refused_text, m_trouble});
            return false;
        } catch (const Error& error) {
            if (!m_trouble.empty())
                throw;
            m_trouble = error.message();
            m_refused_text = m_wish.request.text;
        }
        m_wish.request = m_stand_in(m_wish.request);
        m_run = runningJob(m_wish);
        return true;
    }

    Message doing() const override { return m_run->doing(); }

private:
    RunWish m_wish;
    const std::function<RunRequest(const RunRequest&)> m_stand_in;
    std::unique_ptr<JobOf<ShownRun>> m_run;
    std::string m_refused_text;
    Message m_trouble;
};

/** Reads a recorded run, then finds where to look in it. */
class RecordedJob final : public JobOf<ShownRun>
{
public:
    RecordedJob(FilesPointer files, const std::string& name, const Selection& look)
        : m_look(look)
        , m_read(traceJob(std::move(files), name))
    {
    }

    bool advance(const JobWatch& watch) override
    {
        if (!m_trace) {
            if (!m_read->advance(watch))
                m_trace = *m_read->takeNews();
            return true;
        }
        publish({requestOf(*m_trace), m_trace, firstLook(*m_trace, clampedTo(m_look, *m_trace)), {}});
        return false;
    }

    Message doing() const override { return m_read->doing(); }

private:
    const Selection m_look;
    const std::unique_ptr<JobOf<TracePointer>> m_read;
    TracePointer m_trace;
};

} // namespace

Selection lookOfCard(const ModelCard& card, Selection look)
{
    if (card.pointing_head) {
        look = withLayer(look, card.pointing_head->site, card.pointing_head->layer);
        look.head = card.pointing_head->head;
    }
    return look;
}

Opening::Opening(double most_bytes)
    : m_most_bytes(most_bytes)
{
    connect(&m_lane, &JobLane::doing, this, &Opening::doing);
    connect(&m_lane, &JobLane::progressed, this, &Opening::progressed);
    connect(&m_lane, &JobLane::failed, this, [this](const Message& message) {
        cancel();
        emit failed(message);
    });
}

void Opening::openModel(FilesPointer files, const MemoryLimits& limits, OpeningWish wish)
{
    m_wish = std::move(wish);
    m_opened.reset();
    m_is_asking = false;
    setBusy(true);
    m_lane.start<ReadModel>(
        std::make_unique<ReadingJob>(files, limits), [this, files, limits](const ReadModel& read) {
            m_opened = read.opened;
            if (m_opened)
                return runFirst();
            m_is_asking = true;
            setBusy(false);
            emit memoryWanted(files, read.needed, *limits.available);
        });
}

void Opening::runFirst()
{
    RunWish run{m_opened->model, requestFor(*m_opened, m_wish), lookOfCard(m_opened->card, m_wish.look),
        Arrival::First};
    run.most_bytes = m_most_bytes;
    const auto stand_in = [opened = *m_opened, before = m_wish.card](
                              const RunRequest& refused) { return standInFor(opened, refused, before); };
    m_lane.start<FirstRun>(
        std::make_unique<FirstRunJob>(std::move(run), stand_in), [this](const FirstRun& first) {
            OpenedModel opened = *std::exchange(m_opened, std::nullopt);
            opened.run = first.run;
            opened.refused_text = first.refused_text;
            opened.trouble = first.trouble;
            opened.view = m_wish.view;
            setBusy(false);
            emit modelOpened(opened);
        });
}

void Opening::changeRequest(const RunRequest& request)
{
    const bool is_other_text = request.text != m_wish.request.text;
    m_wish.request = request;
    m_wish.view = {};
    if (m_opened && is_other_text)
        runFirst();
}

void Opening::openAnyway(FilesPointer files)
{
    MemoryLimits granted;
    granted.available.reset();
    openModel(std::move(files), granted, OpeningWish(m_wish));
}

void Opening::openTrace(FilesPointer files, const std::string& name, const Selection& look)
{
    m_opened.reset();
    m_is_asking = false;
    setBusy(true);
    m_lane.start<ShownRun>(
        std::make_unique<RecordedJob>(std::move(files), name, look), [this, name](const ShownRun& run) {
            setBusy(false);
            emit traceOpened(name, run);
        });
}

void Opening::cancel()
{
    m_lane.cancel();
    m_opened.reset();
    m_is_asking = false;
    setBusy(false);
}

void Opening::setBusy(bool is_busy)
{
    if (is_busy == m_is_busy)
        return;
    m_is_busy = is_busy;
    emit busyChanged(is_busy);
}

} // namespace glassformer
