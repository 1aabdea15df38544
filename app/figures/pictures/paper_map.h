#pragma once

#include "app/figures/pictures/paper_picture.h"
#include "widgets/paint/attention/heatmap_content.h"

#include <QCoreApplication>

namespace glassformer {

// What figures of attention share.

/** Where words of figures are translated. */
struct FigureText
{
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

/** Whether the step is about scores or weights of attention. */
bool showsMap(StepKind step);

/** The map of the scene's head, or of what is shown in its place. @throws Error if the run doesn't have it */
HeatmapContent wholeMap(const FigureScene& scene);
/** The same with pieces of words as one, where they are looked at so. */
HeatmapContent mapOfWords(const FigureScene& scene);
/** Of that the tokens which are asked for. */
HeatmapContent paperMap(const FigureScene& scene, const FigureRequest& request);

/** What its numbers are: "attention weight", "score q·k ÷ √d_k". */
QString mapQuantity(const FigureScene& scene);

/** "asks (query)", or what was asked for. */
QString rowTitle(const FigureScene& scene, const FigureRequest& request);
QString columnTitle(const FigureScene& scene, const FigureRequest& request);

/** Rows of the numbers with the tokens as names; what is masked is called so. */
std::vector<QStringList> mapTable(const HeatmapContent& content);

/** A number with all its digits, as programs read it. */
QString exactText(float value);

} // namespace glassformer
