// A config.json of a shared checkpoint is refused, or it gives a configuration that is valid and whose sizes can be
// multiplied, whichever weights the files hold.
#include "core/model/config/parameter_count.h"
#include "core/model/families/family.h"
#include "core/model/families/generation_settings.h"
#include "core/model/writing/ruled_tokens.h"
#include "core/model/writing/task_prefix.h"
#include "tests/fuzz/fuzz.h"

using namespace glassformer;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view json = fuzz::textOf(data, size);
    for (const bool has_every_tensor : {false, true}) {
        fuzz::accepted([&] {
            const CheckpointConfig read =
                configFromCheckpoint(json, "config.json", [&](std::string_view) { return has_every_tensor; });
            const ModelConfig& config = read.config;
            fuzz::require(read.family, "an accepted one is of a known family");
            fuzz::require(
                fuzz::accepted([&] { config.validate("config.json"); }), "an accepted one is valid");
            fuzz::require(config.headsWidth() >= config.n_heads, "the heads have a width");
            fuzz::require(countParameters(config).total() > 0, "the parameters can be counted");
        });
    }
    fuzz::accepted([&] {
        GenerationTokens tokens;
        readGenerationTokens(json, "generation_config.json", tokens);
        readGenerationRules(json, "generation_config.json", "generation_config.json", tokens);
        fuzz::require(tokens.start >= -1 && tokens.first >= -1, "a token has an id");
        const std::vector<int> text{1, 2, 1, 2};
        for (const RuledToken& ruled : ruledTokens(tokens, {{}, text, {}}))
            fuzz::require(ruled.id >= 0, "a ruled token has an id");
    });
    fuzz::accepted([&] {
        for (const std::string& prefix : taskPrefixes(json, "config.json"))
            fuzz::require(!prefix.empty() && prefix.size() <= 200, "a prefix is one that can be shown");
    });
    return 0;
}
