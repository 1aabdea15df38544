#include "app/figures/figure_request.h"

#include "app/figures/pictures/paper_picture.h"
#include "core/error.h"

#include <QFontDatabase>

namespace glassformer {
namespace {

std::string withUnit(double number, const char* unit)
{
    return QString::number(number).toStdString() + " " + unit;
}

void check(double value, double least, double most, const Message& found, const char* unit)
{
    if (!(value >= least && value <= most))
        throw Error(
            {found, {}, Message::tr("from %1 to %2", withUnit(least, unit), withUnit(most, unit)), {}});
}

} // namespace

void checkFigureRequest(const FigureRequest& request)
{
    check(request.width_mm, least_width_mm, most_width_mm,
        Message::tr("a width of %1", withUnit(request.width_mm, "mm")), "mm");
    if (request.height_mm != 0)
        check(request.height_mm, least_width_mm, most_width_mm,
            Message::tr("a height of %1", withUnit(request.height_mm, "mm")), "mm");
    check(request.font_pt, least_font_pt, most_font_pt,
        Message::tr("a font of %1", withUnit(request.font_pt, "pt")), "pt");
    check(request.dpi, least_dpi, most_dpi, Message::tr("a resolution of %1", withUnit(request.dpi, "dpi")),
        "dpi");
    if (!request.font_family.isEmpty() && !QFontDatabase::families().contains(request.font_family))
        throw Error({Message::tr("a font that is not installed: %1", request.font_family.toStdString()), {},
            Message::tr("the name of an installed font"), {}});
    for (const std::string& picture : picturesIn(request.picture))
        paperPicture(picture);
}

} // namespace glassformer
