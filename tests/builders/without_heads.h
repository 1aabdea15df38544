#pragma once

#include "core/file/bytes/folder_files.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "core/file/weights/weight_source.h"
#include "core/trace/model.h"

#include <QTemporaryDir>

#include <utility>

namespace glassformer {

/** An encoder's layer and head. */
using EncoderHead = std::pair<int, int>;

/**
 * A copy of the bundled translator from whose encoder these heads were taken out as training does it: their rows of W_O
 * are zero.
 */
inline void writeTranslatorWithout(const QTemporaryDir& folder, const std::vector<EncoderHead>& heads)
{
    const auto bundled = std::make_shared<const FolderFiles>(GLASSFORMER_RESOURCES "/models/translator");
    FolderFiles copy(folder.path().toStdU16String());
    for (const char* name : {"config.json", "tokenizer.json", "card.json"})
        copy.write(name, bundled->bytes(name));
    const WeightSource weights = WeightSource::ofFile(bundled->open("model.safetensors"));
    const int n_heads = Model::load(bundled).transformer.config.n_heads;
    std::map<std::string, Tensor> tensors;
    for (const std::string& name : weights.names())
        tensors[name] = weights.tensor(name);
    for (const auto& [layer, head] : heads) {
        Tensor& output = tensors.at("encoder." + std::to_string(layer) + ".attention.output.weight");
        const auto of_head = static_cast<std::ptrdiff_t>(output.values.size()) / n_heads;
        std::fill_n(output.values.begin() + head * of_head, of_head, 0.0f);
    }
    copy.write("model.safetensors", safetensorsBytes(tensors));
}

} // namespace glassformer
