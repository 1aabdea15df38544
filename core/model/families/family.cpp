#include "core/model/families/family.h"

#include "core/file/strict_json.h"
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

/** One id, or a list of them. */
std::vector<int> idsOf(const JsonField& field)
{
    constexpr std::int64_t largest_id = 100'000'000;
    std::vector<int> ids;
    if (field.json().kind() != Json::Kind::Array)
        return {static_cast<int>(field.integer(0, largest_id))};
    for (std::size_t i = 0; i < field.size(); ++i)
        ids.push_back(static_cast<int>(field.at(i).integer(0, largest_id)));
    if (ids.empty())
        field.refuse(Message::tr("at least one token"));
    return ids;
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

ModelConfig configFromCheckpoint(
    std::string_view json, const std::string& where, const HasTensor& has_tensor, const Family*& family)
{
    const Json root = parseJson(json, where);
    const JsonField file(root, where);
    const JsonField type = file["model_type"];
    family = familyOf(type.text());
    if (!family)
        type.refuse(
            Message::tr("one of %1", knownTypes()), {}, Message::tr("This kind of model is not supported."));
    const Settings settings(file);
    ModelConfig config = family->config(settings, has_tensor);
    config.family = type.text();
    config.name = settings.textOr("_name_or_path", "");
    config.validate(where);
    return config;
}

void readGenerationTokens(std::string_view json, const std::string& where, GenerationTokens& tokens)
{
    const Json root = parseJson(json, where);
    const JsonField file(root, where);
    const Settings settings(file);
    if (const auto field = settings.find("decoder_start_token_id"))
        tokens.start = idsOf(*field).front();
    if (const auto field = settings.find("forced_bos_token_id"))
        tokens.first = idsOf(*field).front();
    if (const auto field = settings.find("eos_token_id"))
        tokens.ends = idsOf(*field);
    const auto bad = settings.find("bad_words_ids");
    for (std::size_t i = 0; bad && i < bad->size(); ++i) {
        const std::vector<int> words = idsOf(bad->at(i));
        if (words.size() == 1)
            tokens.never.push_back(words.front());
    }
}

} // namespace glassformer
