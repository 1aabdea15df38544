// A trace is refused, or its steps can be listed, and it is written and read again as it was.
#include "core/trace/step_list.h"
#include "core/trace/trace_file.h"
#include "tests/fuzz/fuzz.h"

using namespace glassformer;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::accepted([bytes = std::string(fuzz::textOf(data, size))] {
        const Trace trace = traceFromBytes(bytes, "run.safetensors");
        fuzz::require(!stepsOf(trace).empty(), "an accepted trace has something to show");
        std::string again;
        fuzz::require(
            fuzz::accepted([&] { again = traceFileBytes(trace); }), "an accepted trace can be written");
        Trace read;
        fuzz::require(fuzz::accepted([&] { read = traceFromBytes(again, "again"); }), "and read again");
        fuzz::require(read.names() == trace.names(), "with the same tensors");
    });
    return 0;
}
