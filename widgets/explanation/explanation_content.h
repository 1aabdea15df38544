#pragma once

#include "widgets/pictures/trace_content.h"
#include "widgets/pictures/vector_strips.h"

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

/** The arithmetic with the actual numbers; where nothing is chosen, how to choose something. */
ExplanationContent explanationContent(
    const Trace& trace, const Selection& selection, const TokenOf& token_of);

// The parts that it is put together from, by subject.
ExplanationContent projectionExplanationContent(const Trace& trace, const Selection& selection);
ExplanationContent attentionExplanationContent(
    const Trace& trace, const Selection& selection, AttentionSite site);
ExplanationContent inputExplanationContent(const Trace& trace, const Selection& selection, bool is_target);
ExplanationContent sumExplanationContent(const Trace& trace, const Selection& selection);
ExplanationContent nextWordExplanationContent(
    const Trace& trace, const Selection& selection, const TokenOf& token_of);

/** "What to notice" in a step. */
QString noticeText(StepKind kind, const ModelConfig& config);

} // namespace glassformer
