#include "app/cli/learned_world.h"

#include "app/models/model_card.h"
#include "core/file/bytes/folder_files.h"

namespace glassformer::cli {

Corpus learnedWorld(const Arguments& arguments, const Model& model)
{
    const ModelCard card = readModelCard(*model.files, model.transformer.config);
    return Corpus::read(FolderFiles(resource(arguments.value("--lexicons", card.lexicons))));
}

} // namespace glassformer::cli
