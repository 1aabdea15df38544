#include "app/experiments/comparison.h"

#include "app/experiments/counterpart_selection.h"
#include "app/models/model_list.h"
#include "core/error.h"
#include "core/trace/look/place.h"
#include "core/trace/look/view_text.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace glassformer {

Comparison::Comparison(Session& left, ComparedWith with)
    : m_left(left)
    , m_right(left.twin())
    , m_with(with)
{
    connect(&m_left, &Session::runChanged, this, &Comparison::takeLeftRun);
    connect(m_right.get(), &Session::runChanged, this, &Comparison::takeRightRun);
    connect(&m_left, &Session::selectionChanged, this, [this] { takeSelection(Side::Left); });
    connect(m_right.get(), &Session::selectionChanged, this, [this] { takeSelection(Side::Right); });
    connect(m_right.get(), &Session::runChanged, this, &Comparison::viewChanged);
    connect(m_right.get(), &Session::busyChanged, this, &Comparison::viewChanged);
    connect(&m_stream_lane, &JobLane::failed, this, [this](const Message& message) {
        m_stream_trouble = message;
        emit changed();
    });
    if (m_with == ComparedWith::Model)
        openAnother();
    else
        readTwin();
    considerStreams();
}

bool Comparison::isOneModel() const
{
    return isSameModel(*m_left.model().files, *m_right->model().files);
}

void Comparison::readOnRight(const QString& text)
{
    m_reads_twin = false;
    m_right->runText(text, QString::fromStdString(m_right->request().target_language));
}

bool Comparison::readTwin()
{
    const std::optional<Swap> swap = m_left.swap();
    m_reads_twin = swap.has_value();
    if (swap)
        readOnRight(swap->text, m_left.request().target_language);
    return m_reads_twin;
}

void Comparison::readOnRight(const QString& text, const std::string& target_language)
{
    const RunRequest& known = m_right->request();
    if (text != QString::fromStdString(known.text) || target_language != known.target_language)
        m_right->runText(text, QString::fromStdString(target_language));
}

void Comparison::openOnRight(const QString& place)
{
    std::vector<FilesPointer> known{m_right->model().files};
    for (const BundledModel& model : bundledModels())
        known.push_back(model.files);
    const auto found = std::find_if(known.begin(), known.end(),
        [&place](const FilesPointer& files) { return QString::fromStdString(files->where()) == place; });
    m_right->openModel(found == known.end() ? folderFiles(place) : *found);
}

ComparedView Comparison::view() const
{
    ComparedView view;
    view.with = m_with;
    if (m_with == ComparedWith::Sentence)
        view.text = m_right->request().text;
    else
        view.model = nameToFind(*m_right->model().files);
    view.changes = m_right->request().changes;
    return view;
}

void Comparison::show(const ComparedView& view)
{
    RunRequest request = m_right->request();
    request.changes = view.changes;
    if (m_with == ComparedWith::Sentence) {
        const std::optional<Swap> swap = m_left.swap();
        m_reads_twin = swap && swap->text.toStdString() == view.text;
        request.text = view.text;
        return m_right->show({{}, request, m_right->selection()});
    }
    try {
        const FilesPointer files = modelFiles(view.model);
        if (isSameModel(*files, *m_right->model().files))
            return m_right->show({{}, request, m_right->selection()});
        request.text = m_left.request().text;
        const ViewText whole = ViewText::ofRequest({{}, request, {}});
        ViewText text;
        for (const JsonMember& field : whole.fields())
            if (field.key == "text" || field.key == "changes")
                text.set(field.key, field.value);
        m_right->openModel(files, {}, text);
    } catch (const Error& error) {
        emit m_left.failed(error.message());
    }
}

/** Something to compare with, to begin with: another model that came with the program. */
void Comparison::openAnother()
{
    for (const BundledModel& model : bundledModels())
        if (!isSameModel(*model.files, *m_left.model().files))
            return m_right->openModel(model.files);
}

void Comparison::takeLeftRun()
{
    const RunRequest& read = m_left.request();
    if (m_reads_twin)
        readTwin();
    else if (m_with == ComparedWith::Sentence)
        readOnRight(QString::fromStdString(m_right->request().text), read.target_language);
    else
        // The other model goes on writing its own language.
        readOnRight(QString::fromStdString(read.text), m_right->request().target_language);
    takeRightRun();
}

void Comparison::takeRightRun()
{
    follow(Side::Left);
    m_streams.reset();
    m_stream_trouble = {};
    m_stream_lane.cancel();
    considerStreams();
    emit changed();
}

void Comparison::choose(Side side, const Selection& selection)
{
    setActive(side);
    m_awaited.reset();
    session(side).select(selection);
}

void Comparison::setActive(Side side)
{
    if (m_active == side)
        return;
    m_active = side;
    emit changed();
}

void Comparison::takeSelection(Side side)
{
    if (m_is_following)
        return;
    if (m_awaited && side != m_leader && selection(side) == *m_awaited)
        m_awaited.reset();
    else
        follow(side);
    considerStreams();
    emit changed();
}

void Comparison::follow(Side leader)
{
    const Side other = leader == Side::Left ? Side::Right : Side::Left;
    const Selection wanted = counterpartSelection({*session(leader).trace(), selection(leader)},
        {*session(other).trace(), selection(other)}, isOneModel());
    m_leader = leader;
    m_awaited.reset();
    if (wanted == selection(other))
        return;
    const QScopedValueRollback<bool> following(m_is_following, true);
    session(other).select(wanted);
    if (selection(other) != wanted)
        m_awaited = wanted;
}

void Comparison::considerStreams()
{
    const AttentionSite site = m_left.site();
    const AttentionSite stack =
        site == AttentionSite::Encoder ? AttentionSite::Encoder : AttentionSite::DecoderSelf;
    if (m_stack == stack && (m_streams || m_stream_lane.isBusy() || !m_stream_trouble.empty()))
        return;
    m_stack = stack;
    m_streams.reset();
    m_stream_trouble = {};
    if (!isOneModel())
        return;
    m_stream_lane.start<StreamComparison>(
        onePiece<StreamComparison>([one = m_left.trace(), other = m_right->trace(), stack](const JobWatch&) {
            return compareStreams(*one, *other, stack, true);
        }),
        [this](StreamComparison streams) {
            m_streams = std::move(streams);
            emit changed();
        });
}

} // namespace glassformer
