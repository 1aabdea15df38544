#pragma once

#include "core/trace/model.h"

#include <QString>

namespace glassformer {

/** What a model is, as a table in rich text: kind, sizes, parameters by part, vocabulary, context, files. */
QString modelFacts(const Model& model);

} // namespace glassformer
