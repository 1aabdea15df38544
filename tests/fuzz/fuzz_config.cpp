// A configuration is refused, or it is one that a model can have, and reads the same after it was written.
#include "core/model/config/config.h"
#include "tests/fuzz/fuzz.h"

using namespace glassformer;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::accepted([json = fuzz::textOf(data, size)] {
        const ModelConfig config = configFromJson(json, "config.json");
        fuzz::require(config.d_model % config.n_heads == 0, "the heads divide the width");
        fuzz::require(
            fuzz::accepted([&config] { config.validate("config.json"); }), "an accepted one is valid");
        fuzz::require(configFromJson(configToJson(config), "config.json") == config, "it survives writing");
    });
    return 0;
}
