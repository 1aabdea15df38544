#include "app/window/view_link.h"

#include "app/experiments/pages.h"
#include "app/models/model_list.h"
#include "app/session/session.h"
#include "app/window/lines/note_line.h"
#include "app/window/lines/passing_notice.h"
#include "app/window/user_action.h"
#include "core/error.h"
#include "core/file/bytes/byte_file.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMainWindow>

namespace glassformer {
namespace {

struct LinkText
{
    Q_DECLARE_TR_FUNCTIONS(ViewLink)
};

constexpr qsizetype longest_link = 200'000;

void tellOtherModel(Session& session, const ModelIdentity& wanted)
{
    if (const auto remark = otherModelRemark(wanted, session.model()))
        emit session.failed(*remark);
}

/** Waits for the newest view that is on its way; whatever waited for an earlier one no longer does. */
QObject* waitingForView(Session& session)
{
    const QString name = QStringLiteral("waitingForView");
    delete session.findChild<QObject*>(name, Qt::FindDirectChildrenOnly);
    auto* waiting = new QObject(&session);
    waiting->setObjectName(name);
    QObject::connect(&session, &Session::failed, waiting, &QObject::deleteLater); // it won't come
    return waiting;
}

void arrive(Session& session, const ModelIdentity& wanted, QObject* waiting)
{
    waiting->deleteLater();
    QObject::disconnect(&session, nullptr, waiting, nullptr);
    if (!session.isRecorded())
        tellOtherModel(session, wanted);
}

} // namespace

View shownView(const Session& session)
{
    View view = viewOf(*session.trace(), session.selection());
    view.request = session.request();
    if (!session.isRecorded())
        view.model.name = nameToFind(*session.model().files);
    return view;
}

void openView(Session& session, const ViewText& text)
{
    const View view = text.over(shownView(session));
    const bool names_model = text.has("model") && !view.model.name.empty();
    const FilesPointer files = names_model ? modelFiles(view.model.name) : session.model().files;
    if (!session.isRecorded() && isSameModel(*files, *session.model().files)) {
        const bool runs = view.request != session.request();
        const ModelIdentity wanted = text.has("digest") ? view.model : ModelIdentity{};
        session.show(view);
        emit session.comparisonWanted(view.compared);
        if (!runs) {
            delete waitingForView(session);
            return tellOtherModel(session, wanted);
        }
        // What is said before the run arrives would go with the run before.
        QObject* const waiting = waitingForView(session);
        QObject::connect(
            &session, &Session::runChanged, waiting,
            [&session, wanted, waiting] { arrive(session, wanted, waiting); }, Qt::QueuedConnection);
        return;
    }
    QObject* const waiting = waitingForView(session);
    session.openModel(files, {}, text);
    QObject::connect(
        &session, &Session::modelChanged, waiting,
        [&session, wanted = view, waiting] {
            if (!session.isRecorded())
                emit session.comparisonWanted(wanted.compared);
            arrive(session, wanted.model, waiting);
        },
        Qt::QueuedConnection);
}

QString viewLink(const Session& session, const std::optional<ComparedView>& compared)
{
    View view = shownView(session);
    view.compared = compared;
    return QString::fromStdString(ViewText::of(view).link());
}

void copyViewLink(const WindowParts& parts)
{
    QGuiApplication::clipboard()->setText(viewLink(parts.session, parts.pages.compared()));
    tellInPassing(parts, LinkText::tr("Link copied"));
}

void openCopiedLink(const WindowParts& parts)
{
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    try {
        if (text.size() > longest_link || !ViewText::isLink(text.toStdString()))
            throw Error({Message(LinkText::tr("no link to a view").toStdString()),
                LinkText::tr("clipboard").toStdString(),
                Message(LinkText::tr("a text that begins with glassformer:").toStdString()), {}});
        openView(parts.session, ViewText::fromLink(text.toStdString()));
    } catch (const Error& error) {
        parts.note.tell(error.message());
    }
}

} // namespace glassformer
