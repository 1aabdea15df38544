#pragma once

#include "app/figures/paper_style.h"
#include "core/experiment/effect/attribution.h"
#include "core/experiment/effect/measured.h"
#include "core/experiment/effect/patch_table.h"
#include "core/experiment/reading/logit_lens.h"
#include "core/trace/look/place.h"

#include <QSizeF>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace glassformer {

/** What was found out beside the run; null: not known (yet). */
struct FoundBeside
{
    Measured measured{};
    std::shared_ptr<const LogitLens> lens{};
    std::shared_ptr<const Attribution> attribution{};
    std::shared_ptr<const PatchTable> patches{};
    PatchedRecord patched = PatchedRecord::Stream; ///< in that table
};

/** A run beside another, and where one looks in it. */
struct OtherScene
{
    std::shared_ptr<const Trace> run;
    Selection selection{};
    bool is_same_model = true; ///< as that of the first
};

/** What a figure is drawn from. */
struct FigureScene
{
    std::shared_ptr<const Trace> run;
    Selection selection{}; ///< clamped to the run
    bool is_recorded = false; ///< read from a file: no link leads to it
    std::optional<OtherScene> other{}; ///< that it is compared with
    FoundBeside found{};
    TokenOf token_of{}; ///< may be empty: then words are known as far as the run's own tokens tell

    const Trace& trace() const { return *run; }
    AttentionSite site() const { return siteOf(selection.step, run->config); }
    int layer() const { return selection.layerOf(site()); }
};

/** A picture laid out for paper, and its numbers. */
struct PaperPicture
{
    PaperStyle paper; ///< its own: where labels shrink, it is larger than that of the texts around
    QSizeF size; ///< in pixels of the style
    std::function<void(QPainter&)> paint; ///< from (0, 0), in pixels of the style
    QString quantity; ///< what its numbers are
    std::vector<QStringList> table; ///< the numbers with all digits; the first row and column are names
    QStringList remarks; ///< what could not be done as it was asked for
};

/** A kind of picture that can be laid out for paper. */
struct PaperPictureEntry
{
    const char* id; ///< as the command line writes it
    const char* name; ///< English; translated in the context "Figure"
    StepKind step; ///< the step where it is, if none is named
    /** Whether the step has it. */
    bool (*belongsTo)(StepKind step);
    PaperPicture (*make)(const FigureScene& scene, const FigureRequest& request);
    /** Whether the scene has what it shows; null: where it belongs. */
    bool (*isThere)(const FigureScene& scene) = nullptr;
    bool has_axes = false; ///< with titles that can be written
    bool is_subject = false; ///< its name is what the figure is about; else the step's numbers are
};

std::span<const PaperPictureEntry> paperPictures();
/** Those that the scene has, in the order of the list. */
std::vector<const PaperPictureEntry*> paperPicturesOf(const FigureScene& scene);
/** @throws Error that lists those that there are */
const PaperPictureEntry& paperPicture(const std::string& id);

/** "heatmap+lines": the ids of several, beside each other; with "/" below each other. */
std::vector<std::string> picturesIn(const std::string& ids);

/** @throws Error if the step has no such picture, naming those that it has, or if the run doesn't have its numbers */
PaperPicture makePaperPicture(const FigureScene& scene, const FigureRequest& request);

// Makers of the entries.

PaperPicture paperHeatmap(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperHeads(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperLines(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperHeadLines(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperArcs(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperText(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperBars(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperVectors(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperDifference(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperComparison(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperPatches(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperWordMap(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperWaves(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperLikeness(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperLens(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperMattered(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperMachine(const FigureScene& scene, const FigureRequest& request);
PaperPicture paperStage(const FigureScene& scene, const FigureRequest& request);
bool hasPositions(const FigureScene& scene);

} // namespace glassformer
