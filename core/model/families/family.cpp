#include "core/model/families/family.h"

#include "core/error.h"
#include "core/file/json/strict_json.h"
#include "core/file/printable.h"
#include "core/model/families/family_list.h"

#include <algorithm>
#include <iterator>

namespace glassformer {
namespace {

std::string knownTypes()
{
    std::string types;
    for (const Family& family : families())
        for (const std::string_view type : family.model_types)
            types += (types.empty() ? "" : ", ") + std::string(type);
    return types;
}

/** Weights that were made smaller have other numbers than the model's: they are another format, and not read. */
void refuseQuantised(const Settings& settings)
{
    for (const char* key : {"quantization_config", "quantization"}) {
        const auto field = settings.find(key);
        if (!field)
            continue;
        const Settings quantisation(*field);
        const std::string method = quantisation.text("quant_method", "");
        throw Error({method.empty() ? Message::tr("quantised weights")
                                    : Message::tr("weights quantised by %1", printable(method)),
            field->where(), Message::tr("weights in F32, F16 or BF16"),
            Message::tr("Open the model from which these files were made.")});
    }
}

} // namespace

std::span<const Family> families()
{
    static const std::vector<Family> all = [] {
        std::vector<Family> list = gptFamilies();
        for (auto more : {bertFamilies(), bartFamilies(), t5Families(), llamaFamilies()})
            std::move(more.begin(), more.end(), std::back_inserter(list));
        return list;
    }();
    return all;
}

const Family* familyOf(std::string_view model_type)
{
    for (const Family& family : families())
        if (std::find(family.model_types.begin(), family.model_types.end(), model_type)
            != family.model_types.end())
            return &family;
    return nullptr;
}

bool isEncoderAlone(const Settings& settings)
{
    const std::vector<std::string> classes = settings.texts("architectures");
    return std::any_of(classes.begin(), classes.end(),
        [](const std::string& name) { return name.ends_with("EncoderModel"); });
}

void readOutput(ModelConfig& config, const Settings& settings, const HasTensor& has_tensor)
{
    const std::vector<std::string> classes = settings.texts("architectures");
    const bool is_for_another_task = std::any_of(classes.begin(), classes.end(), [](const std::string& name) {
        return name.ends_with("Classification") || name.ends_with("QuestionAnswering")
            || name.ends_with("MultipleChoice") || name.ends_with("EncoderModel");
    });
    config.has_output =
        config.hasDecoder() && (has_tensor("lm_head.weight") || (config.tied_output && !is_for_another_task));
    config.tied_output = config.tied_output && config.has_output;
}

CheckpointConfig configFromCheckpoint(
    std::string_view json, const std::string& where, const HasTensor& has_tensor)
{
    const Json root = parseJson(json, where);
    const JsonField file(root, where);
    const JsonField type = file["model_type"];
    const Family* const family = familyOf(type.text());
    if (!family)
        type.refuse(
            Message::tr("one of %1", knownTypes()), {}, Message::tr("This kind of model is not supported."));
    const Settings settings(file);
    refuseQuantised(settings);
    ModelConfig config = family->config(settings, has_tensor);
    config.family = type.text();
    config.name = settings.text("_name_or_path", "");
    config.validate(where);
    return {std::move(config), family, settings.sizesLeftOut()};
}

} // namespace glassformer
