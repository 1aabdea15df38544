#include "app/session/opening.h"

#include "app/session/first_decoding.h"
#include "app/session/running.h"
#include "core/file/byte_file.h"
#include "core/file/folder_files.h"
#include "core/file/model_folder.h"
#include "core/model/open_transformer.h"
#include "core/trace/first_look.h"
#include "core/trace/place.h"
#include "core/trace/target_language.h"
#include "core/trace/trace_file.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

constexpr std::uint64_t largest_trace = 8ull << 30;

/** What came of reading a folder: a model, or the question whether it may take so much memory. */
struct ReadModel
{
    std::optional<OpenedModel> opened;
    std::uint64_t needed = 0;
};

ReadModel readModel(const std::filesystem::path& folder, const MemoryLimits& limits, const JobWatch& watch)
{
    requireFolder(folder);
    const std::filesystem::path complete = modelFolder(pathText(folder), {});
    const std::uint64_t needed = memoryNeeded(FolderFiles(complete));
    if (judgeMemory(needed, limits) == MemoryVerdict::Ask)
        return {std::nullopt, needed};
    auto model = std::make_shared<const Model>(Model::load(complete, watch));
    ModelCard card = readModelCard(*model->files, model->transformer.config);
    return {OpenedModel{std::move(model), std::move(card)}, needed};
}

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

void Opening::openModel(const std::filesystem::path& folder, const MemoryLimits& limits, OpeningWish wish)
{
    m_wish = std::move(wish);
    m_opened.reset();
    setBusy(true);
    m_lane.start<ReadModel>(
        onePiece<ReadModel>(
            [folder, limits](const JobWatch& watch) { return readModel(folder, limits, watch); },
            Message::tr("Reading the model")),
        [this, folder, limits](const ReadModel& read) {
            m_opened = read.opened;
            if (m_opened)
                return runFirst();
            setBusy(false);
            emit memoryWanted(folder, read.needed, *limits.available);
        });
}

void Opening::runFirst()
{
    RunWish run{m_opened->model, requestFor(*m_opened, m_wish), lookOfCard(m_opened->card, m_wish.look),
        Arrival::First};
    run.most_bytes = m_most_bytes;
    m_lane.start<ShownRun>(runningJob(std::move(run)), [this](const ShownRun& first) {
        OpenedModel opened = *std::exchange(m_opened, std::nullopt);
        opened.run = first;
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

void Opening::openAnyway(const std::filesystem::path& folder)
{
    MemoryLimits granted;
    granted.available.reset();
    openModel(folder, granted, OpeningWish(m_wish));
}

void Opening::openTrace(const std::filesystem::path& file, const Selection& look)
{
    m_opened.reset();
    setBusy(true);
    m_lane.start<ShownRun>(onePiece<ShownRun>(
                               [file, look](const JobWatch&) {
                                   auto trace = std::make_shared<const Trace>(
                                       traceFromBytes(readFile(file, largest_trace), pathText(file)));
                                   ShownRun run;
                                   run.request = requestOf(*trace);
                                   run.look = firstLook(*trace, clampedTo(look, *trace));
                                   run.trace = std::move(trace);
                                   return run;
                               },
                               Message::tr("Reading the recorded run")),
        [this, file](const ShownRun& run) {
            setBusy(false);
            emit traceOpened(file, run);
        });
}

void Opening::cancel()
{
    m_lane.cancel();
    m_opened.reset();
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
