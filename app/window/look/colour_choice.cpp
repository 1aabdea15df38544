#include "app/window/look/colour_choice.h"

#include "app/window/look/settings.h"
#include "widgets/pictures/picture.h"

namespace glassformer {
namespace {

constexpr double least_clip = 0.01;

/** A share that is kept; what is none is as at first. */
double keptShare(const QString& key, double least, double at_first)
{
    bool is_number = false;
    const double share = settings().value(key, at_first).toDouble(&is_number);
    return is_number && share >= least && share <= 1 ? share : at_first;
}

} // namespace

ColourLook keptColours()
{
    ColourLook look(colourMapFromId(settings().value(setting::weight_colours).toString()));
    if (settings().value(setting::signed_colours).toInt() == int(SignedMapKind::PurpleOrange))
        look.signed_numbers = SignedMapKind::PurpleOrange;
    look.is_logarithmic = settings().value(setting::logarithmic_colours).toBool();
    look.threshold = keptShare(setting::colour_threshold, 0, look.threshold);
    look.clip = keptShare(setting::colour_clip, least_clip, look.clip);
    return look;
}

void chooseColours(const ColourLook& colours)
{
    for (const ColourMapEntry& map : colourMaps())
        if (map.kind == colours.weights)
            settings().setValue(setting::weight_colours, QString::fromLatin1(map.id));
    settings().setValue(setting::signed_colours, int(colours.signed_numbers));
    settings().setValue(setting::logarithmic_colours, colours.is_logarithmic);
    settings().setValue(setting::colour_threshold, colours.threshold);
    settings().setValue(setting::colour_clip, colours.clip);
    Picture::setColours(colours);
}

} // namespace glassformer
