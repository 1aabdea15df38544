#pragma once

#include "app/figures/pictures/paper_picture.h"
#include "widgets/pictures/picture.h"

namespace glassformer {

/**
 * A picture that is a widget on the screen, as wide as the request says and as high as it wants to be. Set its font to that
 * of paperStyle(request) before it is filled: it measures its words by it.
 */
PaperPicture paperOfWidget(std::shared_ptr<const Picture> picture, const FigureRequest& request);

/** Makes such a widget, with the font of paper. */
template <typename Widget> std::shared_ptr<Widget> paperWidget(const FigureRequest& request)
{
    auto widget = std::make_shared<Widget>();
    widget->setFont(paperStyle(request).style.font);
    return widget;
}

} // namespace glassformer
