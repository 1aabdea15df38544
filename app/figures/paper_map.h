#pragma once

#include "app/figures/paper_picture.h"
#include "widgets/paint/attention/heatmap_content.h"

#include <QCoreApplication>

namespace glassformer {

// What figures of attention share.

/** Where words of figures are translated. */
struct FigureText
{
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

/** The map of the scene's head, or of what is shown in its place. @throws Error if the run doesn't have it */
HeatmapContent paperMap(const FigureScene& scene);

/** What its numbers are: "attention weight", "score q·k ÷ √d_k". */
QString mapQuantity(const FigureScene& scene);

/** "looks from (query)", or what was asked for. */
QString rowTitle(const FigureScene& scene, const FigureRequest& request);
QString columnTitle(const FigureScene& scene, const FigureRequest& request);

/** Rows of the numbers with the tokens as names; what is masked is called so. */
std::vector<QStringList> mapTable(const HeatmapContent& content);

/** A number with all its digits, as programs read it. */
QString exactText(float value);

} // namespace glassformer
