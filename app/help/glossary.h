#pragma once

#include "core/trace/step/step.h"

#include <QString>

#include <span>

namespace glassformer {

/** A term of the field. */
struct GlossaryTerm
{
    QString (*term)(); ///< "softmax", in the language of the window
    QString (*meaning)(); ///< one sentence
    StepKind step; ///< where it is seen
};

std::span<const GlossaryTerm> glossary();

/** Those whose name stands in a text, with their meaning, as lines of rich text; empty if none does. */
QString termsIn(const QString& text);

} // namespace glassformer
