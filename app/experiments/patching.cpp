#include "app/experiments/patching.h"

#include "core/error.h"
#include "core/experiment/effect/asked_word.h"

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

template <typename Value> bool has(const std::vector<Value>& values, Value value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

} // namespace

Patching::Patching(Comparison& comparison, QObject* parent)
    : QObject(parent)
    , m_comparison(comparison)
{
    connect(&m_comparison, &Comparison::changed, this, &Patching::considerRuns);
    connect(&m_lane, &JobLane::progressed, this, &Patching::progressed);
    connect(&m_lane, &JobLane::busyChanged, this, &Patching::changed);
    connect(&m_lane, &JobLane::failed, this, [this](const Message& message) {
        m_trouble = message;
        emit changed();
    });
}

std::vector<AttentionSite> Patching::stacksOf(const ModelConfig& config)
{
    std::vector<AttentionSite> stacks;
    if (config.hasEncoder())
        stacks.push_back(AttentionSite::Encoder);
    if (config.hasDecoder())
        stacks.push_back(AttentionSite::DecoderSelf);
    return stacks;
}

std::vector<PatchedRecord> Patching::recordsOf(const ModelConfig& config, AttentionSite stack)
{
    std::vector<PatchedRecord> records{PatchedRecord::Stream, PatchedRecord::Attention, PatchedRecord::Head};
    if (config.hasCrossAttention() && stack == AttentionSite::DecoderSelf)
        records.push_back(PatchedRecord::CrossAttention);
    records.push_back(PatchedRecord::FeedForward);
    return records;
}

void Patching::setWanted(bool is_wanted)
{
    if (is_wanted == m_is_wanted)
        return;
    m_is_wanted = is_wanted;
    if (!is_wanted)
        return m_lane.cancel();
    m_choice.position = m_comparison.selection(Side::Left).position;
    m_left.reset();
    choose(m_choice);
    considerRuns();
}

void Patching::choose(PatchChoice choice)
{
    const Trace& trace = *m_comparison.session(Side::Left).trace();
    const std::vector<AttentionSite> stacks = stacksOf(trace.config);
    if (!stacks.empty() && !has(stacks, choice.stack))
        choice.stack = stacks.front();
    if (!has(recordsOf(trace.config, choice.stack), choice.record))
        choice.record = PatchedRecord::Stream;
    choice.head = std::clamp(choice.head, 0, trace.config.n_heads - 1);
    choice.position = std::clamp(choice.position, 0, std::max(0, trace.rows() - 1));
    if (choice == m_choice)
        return;
    m_choice = choice;
    restart();
}

void Patching::cancel()
{
    m_is_cancelled = m_lane.isBusy();
    m_lane.cancel();
    emit changed();
}

void Patching::restart()
{
    m_left.reset();
    considerRuns();
}

void Patching::considerRuns()
{
    const TracePointer left = m_comparison.session(Side::Left).trace(),
                       right = m_comparison.session(Side::Right).trace();
    if (!m_is_wanted || (m_left.lock() == left && m_right.lock() == right))
        return;
    const bool is_other_text = m_left.lock() && m_left.lock() != left;
    m_left = left;
    m_right = right;
    if (is_other_text)
        m_choice.position = m_comparison.selection(Side::Left).position;
    m_lane.cancel();
    m_table.reset();
    m_trouble = {};
    m_is_cancelled = false;
    start();
    emit changed();
}

void Patching::start()
{
    const Session& left = m_comparison.session(Side::Left);
    if (!m_comparison.isOneModel()) {
        m_trouble = Message::tr("The vectors of one model mean nothing in another.");
        return;
    }
    std::optional<AskedWord> asked = askedWord(*left.trace(), m_choice.position);
    if (!asked)
        asked = firstAskedWord(*left.trace());
    if (!asked) {
        m_trouble = Message::tr("This run has no words whose change could be measured.");
        return;
    }
    m_choice.position = asked->position;
    PatchTask task;
    task.other = m_comparison.session(Side::Right).request();
    task.stack = m_choice.stack;
    task.record = m_choice.record;
    task.head = m_choice.head;
    task.aligns = true;
    const auto take = [this](PatchTable table) {
        m_table = std::move(table);
        emit changed();
    };
    try {
        m_lane.start<PatchTable>(
            patchTableJob({left.weights(), left.trace(), *asked}, std::move(task)), take, take);
    } catch (const Error& error) {
        m_trouble = error.message();
    }
}

} // namespace glassformer
