#pragma once

#include "app/figures/figure_request.h"

#include <QStringList>

namespace glassformer {

// Choices of figures that are remembered: those of the last one, and presets under names. Words and tokens belong to one
// sentence and are not kept.

/** As the last figure was made; what cannot be read is as at the beginning. */
FigureRequest lastFigureRequest();
void keepLastFigureRequest(const FigureRequest& request);

/** A name, and what is chosen by it. */
struct FigurePreset
{
    QString name;
    FigureRequest request;
    bool is_own = false; ///< made by the user, who may drop it
};

/** What journals and slides want, and behind it the user's own by their names. */
std::vector<FigurePreset> figurePresets();
/** One more, or another one under the same name. */
void keepFigurePreset(const QString& name, const FigureRequest& request);
void dropFigurePreset(const QString& name);

/** How a preset looks, with picture, words and tokens of the other. */
FigureRequest withLookOf(const FigureRequest& preset, FigureRequest other);

/** Where the last figure was written, if that is there; else empty. */
QString figureFolder();
void keepFigureFolder(const QString& folder);

} // namespace glassformer
