#pragma once

#include "app/cli/arguments.h"
#include "core/learn/corpus/corpus.h"
#include "core/trace/model.h"

namespace glassformer::cli {

/** The sentences of the world that --lexicons names, or else the model's card. @throws Error if they are not there */
Corpus learnedWorld(const Arguments& arguments, const Model& model);

} // namespace glassformer::cli
