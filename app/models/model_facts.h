#pragma once

#include "core/trace/model.h"

#include <QString>

#include <vector>

namespace glassformer {

/** "encoder-decoder Transformer": what a model of this configuration is. */
QString modelKind(const ModelConfig& config);

/** What a model is, as a table in HTML: kind, sizes, how its layers are built, its longest text. */
QString modelFacts(const Model& model);

/** Learned values of one part, and its share of all. */
struct PartSize
{
    QString name;
    qint64 parameters = 0;
    double share = 0; ///< 0 .. 1
};

/** By part in the order of the computation; parts that a model does not have are left out. */
std::vector<PartSize> partSizes(const ModelConfig& config);

/** Folder and files with their sizes, in HTML. */
QString modelFiles(const Model& model);

} // namespace glassformer
