#pragma once

#include "widgets/explanation/explanation_content.h"
#include "widgets/explanation/step_context.h"

#include <QCoreApplication>

class QWidget;

namespace glassformer {

class StepView;
struct Palette;

/**
 * All that a step shows and says. Each step is one such entry and one line in step_entries.cpp: in a file of its own, or
 * a row beside the others of its kind. What core knows of it (when it applies, whose tensors it shows) is its row in
 * core/trace/step/step_facts.cpp.
 */
struct StepEntry
{
    StepKind kind;
    /** Its name: "Softmax". */
    QString (*title)(const ModelConfig& config);
    /** Its name on a block of the machine, short. */
    QString (*block)(const ModelConfig& config);
    /** What the block works on, "12×128"; null: nothing to say. */
    QString (*detail)(const StepContext& context) = nullptr;
    /** What its picture answers, in rich text: " — which words does it look at?"; null, or empty: nothing. */
    QString (*question)(const StepContext& context, const Palette& colours) = nullptr;
    /** How to read its picture, in a sentence or two. */
    QString (*reading)(const StepContext& context);
    /** Its picture, not yet shown. */
    StepView* (*view)(QWidget* parent);
    /** How the chosen number is made. */
    ExplanationContent (*explain)(const StepContext& context);
    /** What to notice. */
    QString (*notice)(const StepContext& context);
};

/** The entry of a step; every kind has one. */
const StepEntry& entryOf(StepKind kind);

/** How to read the picture; where a walk enters the layers, also that all of them do the same, and which one this is. */
QString readingOf(const StepContext& context);

/** The first step of the layer that a step belongs to, and whether it is the last one. */
StepKind firstStepOfLayer(StepKind kind, const ModelConfig& config);
bool isLastStepOfLayer(StepKind kind, const ModelConfig& config);

/** The explanation with what to notice. */
ExplanationContent explanationOf(const StepContext& context);

/** Whose numbers a map of weights has; of all other pictures of one head, that head. */
QString headTitle(const StepContext& context);

/** What is seen, in rich text: "Encoder layer 4 of 4 · Softmax · Head 2 — which words does it look at?" */
QString stageTitle(const StepContext& context, const Palette& colours);

/** Where titles, readings and names of blocks are translated. */
struct StepText
{
    Q_DECLARE_TR_FUNCTIONS(Step)
};

/** Where that which is to be noticed is translated. */
struct NoticeText
{
    Q_DECLARE_TR_FUNCTIONS(Notice)
};

/** "12×128"; empty if there is nothing. */
QString shapeText(std::size_t rows, int columns);
/** The same for one vector [d_model] of every token that the step shows. */
QString vectorsText(const StepContext& context, StepKind kind);

/** A text in a colour, for questions. */
QString colouredText(const QString& text, const QColor& colour);
/** The same of a token; empty for none. */
QString colouredToken(const std::vector<Token>& tokens, std::optional<int> index, const QColor& colour);

} // namespace glassformer
