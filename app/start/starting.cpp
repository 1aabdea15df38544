#include "app/start/starting.h"

#include "app/models/model_list.h"
#include "app/models/model_opening.h"
#include "app/places/session_document.h"
#include "app/session/session.h"
#include "app/window/main_window.h"
#include "core/error.h"
#include "core/trace/look/view.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace glassformer {
namespace {

bool isBundled(const Files& files)
{
    const std::vector<BundledModel> models = bundledModels();
    return std::any_of(models.begin(), models.end(),
        [&files](const BundledModel& model) { return isSameModel(*model.files, files); });
}

std::shared_ptr<const Model> load(FilesPointer files)
{
    return std::make_shared<const Model>(Model::load(std::move(files)));
}

} // namespace

Starting::Starting(StartOptions options, QString language)
    : m_options(std::move(options))
    , m_language(std::move(language))
{
}

std::shared_ptr<const Model> Starting::firstModel()
{
    const std::string wanted = m_options.view.over({}).model.name;
    try {
        FilesPointer files = modelFiles(wanted.empty() ? default_model : wanted);
        if (isBundled(*files))
            return load(std::move(files));
        m_other = std::move(files);
    } catch (const Error& error) {
        m_options.trouble = error.message();
        m_options.view = {};
    }
    return load(modelFiles(default_model));
}

bool Starting::runFirst(Session& session)
{
    const QMetaObject::Connection listening = QObject::connect(&session, &Session::failed, &session,
        [this](const Message& message) { m_options.trouble = message; });
    const bool reads_view = !isOpening() && session.runFirst(m_options.view, m_language);
    m_is_refused = !isOpening() && !reads_view;
    const bool can_read = reads_view || session.runFirst(ViewText(), m_language);
    QObject::disconnect(listening);
    return can_read;
}

void Starting::openRest(Session& session, MainWindow& window)
{
    const View said = m_options.view.over({});
    if (!m_options.session.isEmpty())
        window.document().open(m_options.session, SessionDocument::Show::Nothing);
    if (m_is_refused && m_options.view.has("text"))
        emit session.textRefused(QString::fromStdString(said.request.text));
    if (!m_options.trouble.empty())
        emit session.failed(m_options.trouble);
    else if (const auto remark = isOpening() ? std::nullopt : otherModelRemark(said.model, session.model()))
        emit session.failed(*remark);
    if (!isOpening()) {
        if (!m_is_refused && said.compared)
            window.showCompared(said.compared);
        return;
    }
    const QString place =
        m_options.trace.isEmpty() ? QString::fromStdString(m_other->where()) : m_options.trace;
    window.showOpening(QFileInfo(place).fileName(), QString::fromStdString(said.request.text));
    if (!m_options.trace.isEmpty())
        openTraceFile(session, m_options.trace.toStdU16String());
    else
        session.openModel(m_other, {}, m_options.view);
    // Once the model is there, it can be compared with the one that the link names.
    QObject::connect(
        &session, &Session::runChanged, &window,
        [&session, &window, said] {
            if (session.isRecorded())
                return;
            if (const auto remark = otherModelRemark(said.model, session.model()))
                emit session.failed(*remark);
            if (said.compared)
                window.showCompared(said.compared);
        },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

} // namespace glassformer
