#include "app/figures/pictures/paper_picture.h"

#include "core/error.h"
#include "widgets/pictures/card.h"
#include "widgets/steps/step_entry.h"
#include "widgets/steps/step_view.h"

#include <QScrollArea>

#include <algorithm>
#include <memory>

namespace glassformer {
namespace {

/** The page of the step, laid out so wide; without what says how the mouse is used. */
std::shared_ptr<StepView> pageOf(const FigureScene& scene, const FigureRequest& request, double width)
{
    const std::shared_ptr<StepView> view(entryOf(scene.selection.step).view(nullptr));
    view->setFont(raisedStyle(request).style.font);
    for (QScrollArea* area : view->findChildren<QScrollArea*>()) {
        area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    if (scene.token_of)
        view->setTokenOf(scene.token_of);
    view->setMeasured(scene.found.measured);
    view->resize(int(width), 1); // pages are as high as they have to be
    view->showRun(scene.run, scene.selection);
    for (Card* card : view->findChildren<Card*>())
        card->setRemark({});
    return view;
}

} // namespace

PaperPicture paperStage(const FigureScene& scene, const FigureRequest& request)
{
    PaperPicture picture;
    picture.paper = raisedStyle(request);
    const double width = picture.paper.widthOf(request.width_mm);
    const std::shared_ptr<StepView> view = pageOf(scene, request, width);
    view->settle();
    const QSizeF size = view->figureSize();
    const double scale = std::min(1.0, width / size.width());
    if (scale < 0.99)
        throw Error({Message::tr("a page whose words would be smaller than 5 pt"), {},
            Message::tr("a wider figure, or one picture of it"), {}});
    picture.size = size * scale;
    picture.paint = [view, style = picture.paper.style, area = QRectF(QPointF(), picture.size)](
                        QPainter& painter) { view->paintFigure(painter, area, style); };
    return picture;
}

} // namespace glassformer
