#include "app/figures/dialog/figure_actions.h"

#include "app/experiments/pages.h"
#include "app/experiments/patching.h"
#include "app/figures/dialog/figure_dialog.h"
#include "app/figures/dialog/figure_output.h"
#include "app/figures/dialog/figure_settings.h"
#include "app/figures/dialog/file_making.h"
#include "app/figures/pages/paper_handout.h"
#include "app/figures/pages/paper_html.h"
#include "app/figures/pictures/paper_map.h"
#include "app/session/jobs/gathering.h"
#include "app/session/session.h"
#include "app/window/lines/note_line.h"
#include "app/window/lines/passing_notice.h"
#include "app/window/look/interface_language.h"
#include "app/window/user_action.h"
#include "app/window/view_link.h"
#include "core/error.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>

#include <algorithm>

namespace glassformer {
namespace {

/** What is shown, kept as it is now. */
FigureScene sceneOf(const WindowParts& parts)
{
    const Session& session = parts.session;
    FigureScene scene{session.trace(), session.selection()};
    scene.is_recorded = session.isRecorded();
    if (const Comparison* comparison = parts.pages.comparison()) {
        const Session& other = comparison->session(Side::Right);
        scene.other = {other.trace(), other.selection(), comparison->isOneModel()};
    }
    if (const Patching* patching = parts.pages.patching(); patching && patching->table()) {
        scene.found.patches = std::make_shared<const PatchTable>(*patching->table());
        scene.found.patched = patching->choice().record;
    }
    scene.found.measured = session.measured();
    scene.found.lens = parts.gathering.evidence().layers;
    scene.found.attribution = parts.gathering.evidence().words;
    if (const auto model = session.weights())
        scene.token_of = [model](int id) { return model->tokenizer.token(id); };
    return scene;
}

/** Of another step, its first picture. */
FigureRequest fittingRequest(const FigureScene& scene)
{
    FigureRequest request = lastFigureRequest();
    const std::vector<const PaperPictureEntry*> there = paperPicturesOf(scene);
    const auto is_there = [&there](const std::string& id) {
        return std::any_of(
            there.begin(), there.end(), [&id](const PaperPictureEntry* entry) { return id == entry->id; });
    };
    const std::vector<std::string> wanted = picturesIn(request.picture);
    if (!std::all_of(wanted.begin(), wanted.end(), is_there) && !there.empty())
        request.picture = there.front()->id;
    request.language.clear();
    return request;
}

void writeHandout(const WindowParts& parts, const QString& path)
{
    FigureRequest request = lastFigureRequest();
    request.language = parts.language.code();
    request.is_dark = request.is_transparent = false;
    const bool is_html = path.endsWith(QStringLiteral(".html"), Qt::CaseInsensitive);
    auto* making = new FileMaking((is_html ? htmlJob : handoutJob)(sceneOf(parts), shownView(parts.session),
                                      parts.session.path(), request),
        path, FigureText::tr("Handout"), &parts.window);
    QObject::connect(making, &FileMaking::written, &parts.window, [parts](const QString& file) {
        keepFigureFolder(QFileInfo(file).absolutePath());
        tellInPassing(parts, FigureText::tr("Saved %1").arg(file));
    });
    QObject::connect(
        making, &FileMaking::failed, &parts.window, [parts](const Message& why) { parts.note.tell(why); });
}

} // namespace

void makeFigure(const WindowParts& parts)
{
    auto* dialog =
        new FigureDialog(sceneOf(parts), shownView(parts.session), parts.language.code(), &parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &FigureDialog::saved, &parts.window,
        [parts](const QString& path) { tellInPassing(parts, FigureText::tr("Saved %1").arg(path)); });
    dialog->open();
}

void makeHandout(const WindowParts& parts)
{
    auto* dialog = new QFileDialog(&parts.window, FigureText::tr("Save handout"));
    dialog->setObjectName(QStringLiteral("handoutFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({FigureText::tr("PDF (*.pdf)"), FigureText::tr("Page for a browser (*.html)")});
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
        [dialog](const QString& filter) { dialog->setDefaultSuffix(filter.section(u'.', -1).chopped(1)); });
    if (const QString folder = figureFolder(); !folder.isEmpty())
        dialog->setDirectory(folder);
    dialog->selectFile(FigureText::tr("handout"));
    QObject::connect(dialog, &QFileDialog::fileSelected, &parts.window,
        [parts](const QString& path) { writeHandout(parts, path); });
    dialog->open();
}

void copyFigureAgain(const WindowParts& parts)
{
    const FigureScene scene = sceneOf(parts);
    try {
        copyFigure(makePaperFigure(scene, shownView(parts.session), fittingRequest(scene)));
        tellInPassing(parts, FigureText::tr("Figure copied as SVG, PDF and PNG"));
    } catch (const Error& error) {
        parts.note.tell(error.message());
    }
}

} // namespace glassformer
