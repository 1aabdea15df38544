#include "app/figures/pictures/paper_widget.h"

namespace glassformer {

PaperPicture paperOfWidget(std::shared_ptr<const Picture> picture, const FigureRequest& request)
{
    PaperPicture paper;
    paper.paper = paperStyle(request);
    paper.size = {paper.paper.widthOf(request.width_mm), double(picture->sizeHint().height())};
    paper.paint = [picture = std::move(picture), style = paper.paper.style, size = paper.size](
                      QPainter& painter) { picture->paintPicture(painter, QRectF(QPointF(), size), style); };
    return paper;
}

} // namespace glassformer
