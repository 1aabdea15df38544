#pragma once

#include "core/experiment/explanation/norm_place.h"
#include "widgets/explanation/step_context.h"
#include "widgets/pictures/numbers/vector_strips.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace glassformer {

/** One step of the arithmetic; texts are in the notation of formula_painter.h. */
struct ExplanationSection
{
    QString heading;
    QString text;
    std::vector<float> bars; ///< contributions, drawn as signed bars; may be empty
    int marked_bar = -1;
    QString bars_remark;
    std::vector<VectorStrip> strips;
    std::vector<Selection>
        links{}; ///< where numbers of the text and the remark came from: those of "{@0:...}"
    std::vector<VectorStrip> entering{}; ///< what the bars are made from; shown while it is told
    bool shows_entering = false;
    bool bars_add_up = false; ///< to the number: bars are terms of its sum
    double bars_limit = 0; ///< height of the highest bar; 0: of those that are there
};

/** All that the panel says about the number that the user chose. */
struct ExplanationContent
{
    Q_DECLARE_TR_FUNCTIONS(glassformer::ExplanationContent)

public:
    QString title;
    QString subject; ///< what is explained: "cell it → animal"
    std::vector<ExplanationSection> sections;
    QString notice;
};

/** For steps without a number of their own to take apart, and where nothing is chosen. */
ExplanationContent saidContent(const QString& title, const QString& text);

// Parts that steps put their explanations together from, by subject.

/** q, k and v of one component of the chosen token. */
ExplanationContent projectionExplanationContent(const StepContext& context);

/** A cell of an attention matrix, up to its score, its masked score, or its weight. */
ExplanationContent attentionExplanationContent(const StepContext& context, AttentionPart part);

/** A cell of the map of weights as it is shown: of one head, of several, with or without its sink. */
ExplanationContent weightExplanationContent(const StepContext& context);

/** How far the input of a stack is followed. */
enum class InputStage
{
    Embedding,
    Position,
    Sum
};
ExplanationContent inputExplanationContent(const StepContext& context, InputStage stage, bool is_target);

/** A component of what came in plus what the block put out. */
ExplanationContent sumExplanationContent(const StepContext& context, NormPlace place);

/** A component of a norm: mean, variance, gain, bias. */
ExplanationContent normExplanationContent(const StepContext& context, NormPlace place);
std::vector<ExplanationSection> normSections(
    const StepContext& context, const NormExplanation& explanation, int dimension);

/** A component of what a head has mixed, and of what W_O makes of all heads. */
ExplanationContent mixedValueExplanationContent(const StepContext& context);
ExplanationContent joinedHeadsExplanationContent(const StepContext& context);

ExplanationContent feedForwardExplanationContent(const StepContext& context);
/** What a stack puts out. */
ExplanationContent stackOutputExplanationContent(const StepContext& context);
/** From the last vector to the probability of the chosen word. */
ExplanationContent nextWordExplanationContent(const StepContext& context);

} // namespace glassformer
