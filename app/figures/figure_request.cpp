#include "app/figures/figure_request.h"

#include "app/figures/pictures/paper_picture.h"
#include "core/error.h"

#include <QFontDatabase>

namespace glassformer {
namespace {

using Unit = Message (*)(const std::string& number);

Message millimetres(const std::string& number)
{
    return Message::tr("%1 mm", number);
}

Message points(const std::string& number)
{
    return Message::tr("%1 pt", number);
}

Message dots(const std::string& number)
{
    return Message::tr("%1 dpi", number);
}

Message with(Unit unit, double number)
{
    return unit(QString::number(number).toStdString());
}

void check(double value, double least, double most, const Message& found, Unit unit)
{
    if (!(value >= least && value <= most))
        throw Error({found, {}, Message::tr("from %1 to %2", with(unit, least), with(unit, most)), {}});
}

} // namespace

void checkFigureRequest(const FigureRequest& request)
{
    check(request.width_mm, least_width_mm, most_width_mm,
        Message::tr("a width of %1", with(millimetres, request.width_mm)), millimetres);
    if (request.height_mm != 0)
        check(request.height_mm, least_width_mm, most_width_mm,
            Message::tr("a height of %1", with(millimetres, request.height_mm)), millimetres);
    check(request.font_pt, least_font_pt, most_font_pt,
        Message::tr("a font of %1", with(points, request.font_pt)), points);
    check(request.dpi, least_dpi, most_dpi, Message::tr("a resolution of %1", with(dots, request.dpi)), dots);
    if (!request.font_family.isEmpty() && !QFontDatabase::families().contains(request.font_family))
        throw Error({Message::tr("a font that is not installed: %1", request.font_family.toStdString()), {},
            Message::tr("the name of an installed font"), {}});
    for (const std::string& picture : picturesIn(request.picture))
        paperPicture(picture);
}

} // namespace glassformer
