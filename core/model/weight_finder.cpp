#include "core/model/weight_finder.h"

#include "core/error.h"
#include "core/file/bytes/byte_file.h"
#include "core/file/model_folder.h"
#include "core/file/printable.h"

#include <algorithm>
#include <array>

namespace glassformer {
namespace {

std::vector<std::string> alternativesOf(const std::string& names)
{
    std::vector<std::string> list;
    std::size_t begin = 0;
    for (std::size_t end; (end = names.find('|', begin)) != std::string::npos; begin = end + 1)
        list.push_back(names.substr(begin, end - begin));
    list.push_back(names.substr(begin));
    return list;
}

/** Under which name a tensor is stored: save_model() keeps one of several that are the same, and says so. */
std::optional<std::string> storedName(const WeightSource& source, const std::string& name)
{
    if (source.contains(name))
        return name;
    const auto kept = source.metadata().find(name);
    if (kept != source.metadata().end() && source.contains(kept->second))
        return kept->second;
    return std::nullopt;
}

/** What quantised files hold beside a weight or instead of it (GPTQ, AWQ, bitsandbytes, FP8, compressed tensors). */
constexpr std::array<std::string_view, 12> quantised_endings{".qweight", ".qzeros", ".scales", ".g_idx",
    ".weight.absmax", ".weight.quant_map", ".SCB", ".weight_scale", ".weight_scale_inv", ".weight_packed",
    ".weight_zero_point", ".biases"};

} // namespace

bool holdsTensor(const WeightSource& source, std::string_view name)
{
    return storedName(source, std::string(name)).has_value();
}

WeightFinder::WeightFinder(const ModelConfig& config, const Family* family, const WeightSource& source,
    const std::vector<std::string>& sizes_left_out)
    : m_config(config)
    , m_family(family)
    , m_source(source)
    , m_sizes_left_out(sizes_left_out)
{
}

std::vector<std::string> WeightFinder::unread() const
{
    std::vector<std::string> names;
    for (const std::string& name : m_source.names())
        if (m_used.count(name) == 0 && !isIgnored(name))
            names.push_back(name);
    return names;
}

std::vector<FoundWeight> WeightFinder::candidates(const std::string& ours, const std::string& suffixes) const
{
    std::vector<FoundWeight> names;
    const auto add = [&](const std::string& stem, int part, int parts) {
        for (const std::string& suffix : alternativesOf(suffixes)) {
            std::string name = stem + suffix;
            const std::size_t layer = name.find("{L}");
            if (layer != std::string::npos)
                name.replace(layer, 3, std::to_string(m_layer));
            names.push_back({name, part, parts});
            for (const std::string_view prefix :
                m_family ? m_family->prefixes : std::vector<std::string_view>{})
                if (name.starts_with(prefix))
                    names.push_back({name.substr(prefix.size()), part, parts});
        }
    };
    if (!m_family)
        add(ours, 0, 1);
    else
        for (const WeightName& known : m_family->names)
            if (known.ours == ours)
                for (const std::string& theirs : alternativesOf(known.theirs))
                    add(theirs, known.part, known.parts);
    if (m_family && ours == "embedding" && m_config.has_output && m_config.tied_output)
        for (const FoundWeight& output : candidates("output", ".weight"))
            names.push_back(output);
    return names;
}

void WeightFinder::ignore(const std::string& ours, const std::string& suffixes)
{
    for (const FoundWeight& found : candidates(ours, suffixes))
        if (m_family)
            m_used.insert(found.name);
}

FoundWeight WeightFinder::require(
    const std::string& ours, const std::string& suffixes, std::vector<std::int64_t> shape, bool is_turned)
{
    if (const auto found = find(ours, suffixes))
        return *found;
    std::vector<FoundWeight> names = candidates(ours, suffixes);
    if (names.empty())
        names.push_back({ours});
    const FoundWeight& wanted = names.front();
    refuseQuantised(wanted.name);
    for (const FoundWeight& name : names)
        if (const auto file = m_source.absent().find(name.name); file != m_source.absent().end())
            throw Error({Message::tr("no tensor %1", printable(name.name)), m_source.where(),
                Message::tr(
                    "the tensors that %1 lists for %2", weights_index_file_name, printable(file->second)),
                {}});
    shape.back() *= wanted.parts;
    if (is_turned)
        std::swap(shape.front(), shape.back());
    throw Error({Message::tr("the tensor %1 is missing", wanted.name), m_source.where(),
        Message::tr("shape %1, as config.json asks for", shapeText(shape)),
        m_used.size() > 1
            ? Message::tr("The file may be only a part of the model, or config.json that of another.")
            : Message::tr("The weights may be of another kind of model than config.json says.")});
}

void WeightFinder::requireShape(const std::string& name, const std::vector<std::int64_t>& shape) const
{
    const std::vector<std::int64_t>& found = m_source.entry(name).shape;
    if (found == shape)
        return;
    refuseQuantised(name);
    std::string left_out;
    for (const std::string& size : m_sizes_left_out)
        left_out += (left_out.empty() ? "" : ", ") + size;
    throw Error({Message::tr("the tensor %1 has the shape %2", name, shapeText(found)), m_source.where(),
        Message::tr("%1, as config.json asks for", shapeText(shape)),
        !left_out.empty()
            ? Message::tr("config.json leaves out %1: the values that are usual for %2 were taken.", left_out,
                m_config.family)
            : found.size() == shape.size() ? Message::tr("The files may be of two models.")
                                           : Message()});
}

std::optional<FoundWeight> WeightFinder::find(const std::string& ours, const std::string& suffixes)
{
    for (const FoundWeight& found : candidates(ours, suffixes))
        if (const auto name = storedName(m_source, found.name)) {
            m_used.insert(*name);
            return FoundWeight{*name, found.part, found.parts};
        }
    return std::nullopt;
}

void WeightFinder::refuseQuantised(const std::string& name) const
{
    const std::string stem = name.ends_with(".weight") ? name.substr(0, name.size() - 7) : name;
    for (const std::string_view ending : quantised_endings)
        if (const std::string beside = stem + std::string(ending); m_source.contains(beside))
            throw Error({Message::tr("quantised weights: %1", printable(beside)), m_source.where(),
                Message::tr("weights in F32, F16 or BF16"),
                Message::tr("Open the model from which these files were made.")});
}

bool WeightFinder::isIgnored(const std::string& name) const
{
    return m_family
        && std::any_of(m_family->ignored.begin(), m_family->ignored.end(),
            [&name](std::string_view part) { return name.find(part) != std::string::npos; });
}

} // namespace glassformer
