#pragma once

#include "app/figures/pictures/paper_picture.h"

namespace glassformer {

/** A picture among others of one figure, and what stands above it. */
struct PaperPanel
{
    PaperPicture picture;
    QString title{}; ///< may be empty
};

/** How panels lie. */
enum class PanelOrder
{
    Beside, ///< each other, from left to right
    Below ///< each other
};

/** The width that each of so many panels beside each other has, in millimetres. @throws Error if that is too narrow */
double panelWidth(const FigureRequest& request, int panels);

/** One picture of several, each with its letter: (a), (b), (c); a single one has none. */
PaperPicture paperPanels(std::vector<PaperPanel> panels, PanelOrder order, const FigureRequest& request);

} // namespace glassformer
