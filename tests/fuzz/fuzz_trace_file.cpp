// A trace is refused, or its steps can be listed, and it is written and read again as it was.
#include "core/file/bytes/memory_files.h"
#include "core/trace/record/trace_file.h"
#include "core/trace/step/step_list.h"
#include "tests/fuzz/fuzz.h"

using namespace glassformer;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::accepted([bytes = std::string(fuzz::textOf(data, size))] {
        MemoryFiles files;
        files.write("run.safetensors", bytes);
        const Trace trace = readTrace(files, "run.safetensors");
        fuzz::require(!stepsOf(trace).empty(), "an accepted trace has something to show");
        fuzz::require(
            fuzz::accepted([&] { writeTrace(files, "again", trace); }), "an accepted trace can be written");
        Trace read;
        fuzz::require(fuzz::accepted([&] { read = readTrace(files, "again"); }), "and read again");
        fuzz::require(read.names() == trace.names(), "with the same tensors");
    });
    return 0;
}
