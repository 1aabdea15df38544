#include "core/learn/training/checkpoint.h"

#include "core/error.h"
#include "core/file/safetensors/safetensors_writer.h"
#include "core/file/weights/weight_source.h"
#include "core/learn/training/training_stage.h"

#include <algorithm>

namespace glassformer {
namespace {

constexpr const char* training_file = "training.safetensors";

Tensor asTensor(const std::vector<float>& values)
{
    return {{static_cast<std::int64_t>(values.size())}, values};
}

/** The counters in the order in which they are stored. */
std::vector<std::int64_t> counters(const TrainingState& state)
{
    return {static_cast<std::int64_t>(state.stage), state.step, state.total_steps, state.chunk,
        state.batch_in_chunk, state.presentations, state.adam.step};
}

std::vector<float> flattened(const HeadGates& gates)
{
    std::vector<float> values;
    for (auto site : {&HeadGates::encoder, &HeadGates::decoder_self, &HeadGates::decoder_cross})
        for (const RowVector<float>& layer : gates.*site)
            values.insert(values.end(), layer.data(), layer.data() + layer.size());
    return values;
}

HeadGates unflattened(const std::vector<float>& values, const ModelConfig& config, const std::string& where)
{
    if (values.empty())
        return {};
    HeadGates gates = HeadGates::ones(config);
    const std::size_t wanted = flattened(gates).size();
    if (values.size() != wanted)
        throw Error(
            {Message::tr("%1 head gates", values.size()), where, Message(std::to_string(wanted)), {}});
    auto next = values.begin();
    for (auto site : {&HeadGates::encoder, &HeadGates::decoder_self, &HeadGates::decoder_cross})
        for (RowVector<float>& layer : gates.*site) {
            std::copy(next, next + layer.size(), layer.data());
            next += layer.size();
        }
    return gates;
}

/** The weights whose names in the file begin with the prefix. @throws Error as weightsFromTensors() */
TransformerWeights<float> weightsIn(
    const WeightSource& file, const std::string& prefix, const ModelConfig& config, const std::string& where)
{
    std::map<std::string, Tensor> weights;
    for (const std::string& name : file.names())
        if (name.starts_with(prefix))
            weights[name.substr(prefix.size())] = file.finiteTensor(name);
    return weightsFromTensors(config, weights, where);
}

} // namespace

void saveModel(
    FileStore& store, const Transformer<float>& model, const Tokenizer& tokenizer, TensorType stored)
{
    store.write("config.json", configToJson(model.config));
    store.write("tokenizer.json", tokenizer.toJson());
    std::map<std::string, StoredTensor> tensors;
    for (const auto& [name, tensor] : weightsToTensors(model.weights))
        tensors.emplace(name, stored == TensorType::F16 ? storedHalves(tensor, name) : storedFloats(tensor));
    store.write("model.safetensors", safetensorsBytes(tensors));
}

void saveCheckpoint(
    FileStore& store, const TrainingState& state, const Recipe& recipe, const Tokenizer& tokenizer)
{
    saveModel(store, state.model, tokenizer);
    std::map<std::string, StoredTensor> tensors;
    const std::vector<std::int64_t> counts = counters(state);
    tensors["counters"] = storedIntegers({static_cast<std::int64_t>(counts.size())}, counts);
    tensors["adam.first"] = storedFloats(asTensor(state.adam.first));
    tensors["adam.second"] = storedFloats(asTensor(state.adam.second));
    tensors["gates"] = storedFloats(asTensor(flattened(state.gates)));
    // The weights once more: the two files are replaced one after the other, and a run that is killed between the two
    // must not resume with moments of one step and weights of another.
    for (const auto& [name, tensor] : weightsToTensors(state.model.weights))
        tensors["weights." + name] = storedFloats(tensor);
    store.write(training_file,
        safetensorsBytes(tensors,
            {{"recipe", recipe.name}, {"seed", std::to_string(recipe.seed)},
                {"config", configToJson(state.model.config)}}));
}

bool hasCheckpoint(const Files& files)
{
    return files.contains(training_file);
}

TrainingState loadCheckpoint(const Files& files, const Recipe& recipe, const Tokenizer& tokenizer)
{
    const std::string where = files.where(training_file);
    const WeightSource file = WeightSource::ofFile(files.open(training_file));
    const auto metadata = [&file, &where](const std::string& key) {
        const auto found = file.metadata().find(key);
        if (found == file.metadata().end())
            throw Error({Message::tr("no metadata \"%1\"", key), where,
                Message::tr("a checkpoint of glassformer-cli train"), {}});
        return found->second;
    };
    if (metadata("recipe") != recipe.name || metadata("seed") != std::to_string(recipe.seed))
        throw Error(
            {Message::tr("a checkpoint of the recipe %1, seed %2", metadata("recipe"), metadata("seed")),
                where, Message::tr("recipe %1, seed %2", recipe.name, recipe.seed),
                Message::tr("Resume with the same recipe or choose another folder.")});

    TrainingState state;
    state.model.config = configFromJson(metadata("config"), where + ", config");
    if (state.model.config.vocabulary != tokenizer.size())
        throw Error({Message::tr("a vocabulary of %1", state.model.config.vocabulary), where,
            Message::tr("%1 entries, as the recipe makes now", tokenizer.size()),
            Message::tr("The corpus or recipe has changed.")});
    state.model.weights = weightsIn(file, "weights.", state.model.config, where);

    const std::vector<std::int64_t> counts = file.integers("counters");
    if (counts.size() != counters(state).size() || *std::min_element(counts.begin(), counts.end()) < 0
        || counts[0] > static_cast<std::int64_t>(recipe.stages.size()))
        throw Error({Message::tr("counters that this recipe cannot have"), where,
            Message::tr("a checkpoint of this recipe"), {}});
    state.stage = static_cast<std::size_t>(counts[0]);
    state.step = counts[1];
    state.total_steps = counts[2];
    state.chunk = counts[3];
    state.batch_in_chunk = counts[4];
    state.presentations = counts[5];
    state.adam.step = counts[6];
    state.adam.first = file.finiteTensor("adam.first").values;
    state.adam.second = file.finiteTensor("adam.second").values;
    state.gates = unflattened(file.finiteTensor("gates").values, state.model.config, where);
    return state;
}

TrainingState stateOfModel(const Files& model, const Recipe& recipe)
{
    TrainingState state;
    state.model.config = configFromJson(model.bytes("config.json"), model.where("config.json"));
    ModelConfig asked = recipe.model;
    asked.name = state.model.config.name;
    asked.vocabulary = state.model.config.vocabulary;
    if (asked != state.model.config)
        throw Error(
            {Message::tr("a model of another build than that of the recipe"), model.where("config.json"),
                Message::tr("one with the layers, sizes and positions that the recipe %1 names", recipe.name),
                Message::tr("Name the model that an earlier recipe made.")});
    const WeightSource file = WeightSource::ofFile(model.open("model.safetensors"));
    state.model.weights = weightsIn(file, {}, state.model.config, model.where("model.safetensors"));
    enterStage(recipe, state);
    return state;
}

} // namespace glassformer
